import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

/// What is remembered from one session to the next, and that it is nobody else's.
@Suite("Memory in the store")
struct MemoryStoreTests {
  private let asha = Principal(user: "u1")
  private let ravi = Principal(user: "u2")
  private static let day = CivilDate(iso: "2026-08-14") ?? .minimum

  private func entry(
    _ key: String = "goal:g2:gap:behind", hash: String = "a", day: Int = 0,
    at: String = "2026-08-14T00:00:00.000Z"
  ) -> TopicLedgerEntry {
    TopicLedgerEntry(
      topicKey: key, factHash: hash, inputsHash: "i\(hash)", severity: .attention,
      toldOn: Self.day.adding(days: day),
      firstSeenAt: at, lastSeenAt: at, cooldownUntil: Self.day.adding(days: day + 14))
  }

  private func document(_ text: String, ref: String = "goal:g2:gap:behind") throws -> StoredDocument {
    StoredDocument(
      kind: .insight, refID: ref, language: "en", contentMarkdown: text,
      embedding: try HashingEmbedder().embed(text))
  }

  private func preferences(_ language: User.Language = .hindi) -> UserPreferences {
    UserPreferences(
      tone: .concise, language: language, riskProfile: .moderate, riskProfiledAt: Self.day,
      mutedTopics: ["costs", "overlap"], notifyEmail: true, dailyTokenCap: 9_000, updatedAt: "t")
  }

  @Test("a topic told again is one entry seen twice: the first time stays, all else is new")
  func upsert() throws {
    let store = try SQLiteCoachStore.inMemory()
    try store.record(entry(), as: asha)
    #expect(try store.ledger(as: asha) == [entry()])
    try store.setFeedback(.init(.snoozed, until: Self.day), topicKey: "goal:g2:gap:behind", as: asha)
    try store.record(entry(hash: "b", day: 20, at: "2026-09-03T00:00:00.000Z"), as: asha)
    let stored = try #require(try store.ledger(as: asha).first)
    #expect(stored.timesSeen == 2 && stored.factHash == "b" && stored.feedback == nil)
    #expect(
      stored.firstSeenAt == "2026-08-14T00:00:00.000Z" && stored.lastSeenAt == "2026-09-03T00:00:00.000Z")
    #expect(stored.toldOn == Self.day.adding(days: 20))
    #expect(stored.cooldownUntil == Self.day.adding(days: 34))
    try store.record(entry("a:b:c"), as: asha)
    #expect(try store.ledger(as: asha).map(\.topic.description) == ["a:b:c", "goal:g2:gap:behind"])
  }

  @Test("feedback comes back and can be taken back", arguments: TopicLedgerEntry.Feedback.Status.allCases)
  func feedback(status: TopicLedgerEntry.Feedback.Status) throws {
    let store = try SQLiteCoachStore.inMemory()
    let feedback = TopicLedgerEntry.Feedback(status, until: Self.day.adding(days: 3))
    #expect(try !store.setFeedback(feedback, topicKey: "goal:g2:gap:behind", as: asha))
    try store.record(entry(), as: asha)
    #expect(try store.setFeedback(feedback, topicKey: "goal:g2:gap:behind", as: asha))
    #expect(try store.ledger(as: asha).map(\.feedback) == [feedback])
    #expect(try store.setFeedback(nil, topicKey: "goal:g2:gap:behind", as: asha))
    #expect(try store.ledger(as: asha) == [entry()])
  }

  @Test("preferences come back as they were kept; the newer replace the older; a negative cap is refused")
  func preferencesRoundTrip() throws {
    let store = try SQLiteCoachStore.inMemory()
    #expect(try store.preferences(as: asha) == nil)
    try store.save(preferences(.english), as: asha)
    try store.save(preferences(), as: asha)
    #expect(try store.preferences(as: asha) == preferences())
    var broken = preferences()
    broken.dailyTokenCap = -1
    let error = #expect(throws: CoachError.self) { try store.save(broken, as: asha) }
    #expect(error?.code == .conflict)
    #expect(try store.preferences(as: asha) == preferences())
  }

  @Test("a text is kept with its vector to the last bit, replaced by its newer form, and can be removed")
  func documents() throws {
    let store = try SQLiteCoachStore.inMemory()
    let model = HashingEmbedder().model
    try store.save(try document("the first text"), as: asha)
    try store.save(try document("the second text"), as: asha)
    #expect(try store.documents(model: model, as: asha) == [try document("the second text")])
    #expect(try store.documents(model: "other/1", as: asha).isEmpty)
    let bare = StoredDocument(
      kind: .recommendation, refID: "x", language: "hi", contentMarkdown: "t", embedding: nil)
    try store.save(bare, as: asha)
    #expect(try store.documents(model: model, as: asha).count == 1)
    #expect(try store.deleteDocument(.insight, refID: "goal:g2:gap:behind", as: asha))
    #expect(try !store.deleteDocument(.insight, refID: "goal:g2:gap:behind", as: asha))
    #expect(try store.documents(model: model, as: asha).isEmpty)
  }

  @Test("another user's memory is not there: nothing of it is read, changed or removed")
  func tenancy() throws {
    let store = try SQLiteCoachStore.inMemory()
    let model = HashingEmbedder().model
    try store.record(entry(), as: asha)
    try store.save(preferences(), as: asha)
    try store.save(try document("a text"), as: asha)
    #expect(try store.ledger(as: ravi).isEmpty)
    #expect(try store.preferences(as: ravi) == nil)
    #expect(try store.documents(model: model, as: ravi).isEmpty)
    let until = TopicLedgerEntry.Feedback(.dismissed, until: .maximum)
    #expect(try !store.setFeedback(until, topicKey: "goal:g2:gap:behind", as: ravi))
    #expect(try !store.deleteDocument(.insight, refID: "goal:g2:gap:behind", as: ravi))
    try store.record(entry(hash: "ravi"), as: ravi)
    try store.save(preferences(.english), as: ravi)
    try store.save(try document("another text"), as: ravi)
    #expect(try store.ledger(as: asha) == [entry()])
    #expect(try store.preferences(as: asha) == preferences())
    #expect(try store.documents(model: model, as: asha) == [try document("a text")])
  }

  @Test("an artifact, its ledger entry and its text are kept together or not at all")
  func atomic() async throws {
    let store = try SQLiteCoachStore.inMemory()
    try await store.createSession(
      StoredSession(
        id: "s1", trigger: .onDemand, engineVersion: "1", promptHash: "h", seed: 1, startedAt: "t"), as: asha)
    let insight = try JSONValueDecoder().decode(
      Insight.self,
      from: [
        "schema": "insight/1", "id": "i1", "agent": "goal_insights", "scope": "goal", "scope_ref": "g2",
        "topic_key": "goal:g2:gap:behind", "severity": "attention", "title": "t", "body_md": "b",
        "claims": [],
        "citations": [], "assumptions": [], "caveats": [], "disclaimers": [], "as_of": "2026-08-14",
        "language": "en",
      ])
    let tooLong = StoredDocument(
      kind: .insight, refID: "goal:g2:gap:behind", language: "en",
      contentMarkdown: String(repeating: "x", count: 4_001), embedding: nil)
    let error = #expect(throws: CoachError.self) {
      try store.publish(
        Publication(artifact: .insight(insight), entry: entry(), document: tooLong), session: "s1", as: asha)
    }
    #expect(error?.code == .conflict)
    #expect(try store.insights(session: "s1", as: asha).isEmpty && store.ledger(as: asha).isEmpty)
    let whole = Publication(artifact: .insight(insight), entry: entry(), document: try document("b text"))
    #expect(throws: CoachError.self) { try store.publish(whole, session: "s1", as: ravi) }
    #expect(try store.ledger(as: ravi).isEmpty)
    try store.publish(whole, session: "s1", as: asha)
    #expect(try store.insights(session: "s1", as: asha) == [insight])
    #expect(try store.ledger(as: asha) == [entry()])
    #expect(try store.documents(model: HashingEmbedder().model, as: asha).count == 1)
  }

  @Test("a file of an earlier version is brought up to date; one of a later version is a typed error")
  func versions() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString).sqlite")
      .path
    defer {
      for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
    do {
      let old = try SQLiteCoachStore(path: path, version: .artifacts)
      let error = #expect(throws: CoachError.self) { try old.ledger(as: asha) }
      #expect(error?.code == .storeFailed)
    }
    do {
      let new = try SQLiteCoachStore(path: path)
      try new.record(entry(), as: asha)
    }
    #expect(try SQLiteCoachStore(path: path).ledger(as: asha) == [entry()])
    let error = #expect(throws: CoachError.self) { try SQLiteCoachStore(path: path, version: .artifacts) }
    #expect(error?.code == .storeFailed)
    #expect(error?.message.contains("later version") == true)
  }
}
