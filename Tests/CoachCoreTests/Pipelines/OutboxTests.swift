import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

/// Who is notified of what, and that each notification leaves once.
@Suite("Outbox")
struct OutboxTests {
  private static let day = CivilDate(iso: "2026-08-14") ?? .minimum
  private let store: SQLiteCoachStore
  private let file = FileManager.default.temporaryDirectory.appending(
    path: "outbox-\(UUID().uuidString).jsonl")

  init() throws {
    store = try SQLiteCoachStore.inMemory()
  }

  private func message(_ user: String, job: String = "daily", muted: [String] = []) throws -> OutboxMessage {
    try #require(
      OutboxMessage(
        job: job, day: Self.day, user: user, session: "s-\(user)",
        topics: [("goal:g1:gap:behind", .attention), ("portfolio:costs:high", .action)],
        preferences: UserPreferences(mutedTopics: muted, notifyEmail: true, updatedAt: "t")))
  }

  private func begin(_ user: String) async throws {
    try await store.createSession(
      StoredSession(
        id: "s-\(user)", trigger: .scheduled, engineVersion: "1", promptHash: "h", seed: 1, startedAt: "t"),
      as: Principal(user: user))
  }

  private func enqueue(_ user: String, job: String = "daily") throws -> Bool {
    try store.enqueue(message(user, job: job), at: "t", as: Principal(user: user))
  }

  @Test(
    "no mail or push without asking for it; muted topics are left out, and with them a message of nothing else"
  )
  func preferences() throws {
    func message(_ preferences: UserPreferences?, _ topics: [(String, Insight.Severity)]) -> OutboxMessage? {
      OutboxMessage(
        job: "daily", day: Self.day, user: "u1", session: "s",
        topics: topics.map { (key: $0.0, severity: $0.1) },
        preferences: preferences)
    }
    let topics: [(String, Insight.Severity)] = [
      ("goal:g1:gap:behind", .attention), ("portfolio:costs:high", .action),
    ]
    var asked = UserPreferences(language: .hindi, notifyEmail: true, updatedAt: "t")
    #expect(message(nil, topics) == nil)
    #expect(message(UserPreferences(updatedAt: "t"), topics) == nil)
    let pushed = UserPreferences(notifyPush: true, updatedAt: "t")
    #expect(message(pushed, topics)?.addressRefs == ["user:u1:push"])
    let both = UserPreferences(notifyEmail: true, notifyPush: true, updatedAt: "t")
    #expect(message(both, topics)?.addressRefs == ["user:u1:email", "user:u1:push"])
    #expect(message(asked, []) == nil)
    #expect(message(asked, topics)?.severity == .action)
    #expect(message(asked, topics)?.language == "hi")
    asked.mutedTopics = ["costs"]
    #expect(message(asked, topics)?.topics == ["goal:g1:gap:behind"])
    #expect(message(asked, topics)?.severity == .attention)
    asked.mutedTopics = ["costs", "gap"]
    #expect(message(asked, topics) == nil)
  }

  @Test("a message is ids, codes and a reference to an address: no other member, nothing of the person")
  func members() throws {
    let json = try JSONValueEncoder().encode(message("u1"))
    #expect(
      json.object?.map { $0.key }.sorted() == [
        "address_refs", "day", "id", "job", "language", "session", "severity", "topics", "user",
      ])
    #expect(json["address_refs"] == ["user:u1:email"])
  }

  @Test("one message for a job, a date and a user; none for another's session or in another's name")
  func unique() async throws {
    try await begin("u1")
    try await begin("u2")
    #expect(try enqueue("u1"))
    #expect(try !enqueue("u1"))
    #expect(try enqueue("u1", job: "weekly") && enqueue("u2"))
    #expect(throws: CoachError.self) { try store.enqueue(message("u1"), at: "t", as: Principal(user: "u2")) }
    #expect(throws: CoachError.self) { try enqueue("u3") }
    #expect(
      try store.unsent(limit: 10).map(\.id) == [
        "daily:2026-08-14:u1", "weekly:2026-08-14:u1", "daily:2026-08-14:u2",
      ])
    #expect(try store.unsent(limit: 2).count == 2)
  }

  private struct Cut: Error {}

  private func lines() throws -> [String] {
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  private func remove() {
    for path in [file.path, file.path + ".part", file.path + ".lock"] {
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  @Test(
    "cut off anywhere and as often as one likes, each message is in the file exactly once",
    arguments: UInt64(1)...100)
  func crashes(seed: UInt64) async throws {
    defer { remove() }
    var random = SplitMix(seed: seed)
    let clock = TestClock().runClock
    var sent = 0
    for round in 0..<12 {
      for number in 0..<Int.random(in: 0...3, using: &random) {
        try await begin("u\(round)-\(number)")
        #expect(try enqueue("u\(round)-\(number)"))
        sent += 1
      }
      let cutAt = OutboxDrain.Step.allCases.randomElement(using: &random)
      var drain = OutboxDrain(store, to: file, clock: clock)
      if round < 11 { drain.checkpoint = { if $0 == cutAt { throw Cut() } } }
      let limit = round < 11 ? Int.random(in: 1...4, using: &random) : 100
      do { _ = try drain.run(limit: limit) } catch is Cut {}
      let ids = try lines().map { try JSONValue(parsing: $0)["id"]?.string }
      #expect(Set(ids).count == ids.count && !ids.contains(nil))
    }
    #expect(try lines().count == sent)
    #expect(try store.unsent(limit: 10).isEmpty)
  }

  @Test("drained by several at once, each message is in the file exactly once")
  func concurrent() async throws {
    defer { remove() }
    for number in 0..<20 {
      try await begin("u\(number)")
      _ = try enqueue("u\(number)")
    }
    let drain = OutboxDrain(store, to: file, clock: TestClock().runClock)
    let added = try await withThrowingTaskGroup(of: Int?.self) { group in
      for _ in 0..<8 { group.addTask { try drain.run(limit: 7) } }
      return try await group.reduce(0) { $0 + ($1 ?? 0) }
    }
    var total = added
    while let more = try drain.run(), more > 0 { total += more }
    #expect(total == 20)
    #expect(Set(try lines()).count == 20)
  }

  @Test("while a drain is at work another does nothing, and once it is done or dead the next goes on")
  func locked() async throws {
    defer { remove() }
    try await begin("u1")
    _ = try enqueue("u1")
    let drain = OutboxDrain(store, to: file, clock: TestClock().runClock)
    let during = try FileLock.tryHolding(file.appendingPathExtension("lock")) { try drain.run() }
    #expect(during == .some(nil))
    #expect(throws: Cut.self) {
      _ = try FileLock.tryHolding(file.appendingPathExtension("lock")) { throw Cut() }
    }
    #expect(try drain.run() == 1)
  }

  @Test("a message the outbox did not hear the end of keeps its id, so that who sends can tell a repeat")
  func repeats() async throws {
    defer { remove() }
    try await begin("u1")
    _ = try enqueue("u1")
    var drain = OutboxDrain(store, to: file, clock: TestClock().runClock)
    drain.checkpoint = { if $0 == .placed { throw Cut() } }
    #expect(throws: Cut.self) { try drain.run() }
    // The sender takes the lines away before the outbox was told of them.
    let sent = try lines()
    remove()
    drain.checkpoint = { _ in }
    #expect(try drain.run() == 1)
    #expect(try lines() == sent && sent.count == 1)
    #expect(try JSONValue(parsing: sent[0])["id"]?.string == "daily:2026-08-14:u1")
  }

  @Test("a file that holds something else, or cannot be written, is a typed error, and nothing is lost")
  func brokenFile() async throws {
    defer { remove() }
    try await begin("u1")
    _ = try enqueue("u1")
    let clock = TestClock().runClock
    try "not a message\n".write(to: file, atomically: true, encoding: .utf8)
    let drain = OutboxDrain(store, to: file, clock: clock)
    let rubbish = #expect(throws: CoachError.self) { try drain.run() }
    #expect(rubbish?.code == .storeFailed)
    let nowhere = OutboxDrain(store, to: URL(filePath: "/nonexistent/outbox.jsonl"), clock: clock)
    let unwritable = #expect(throws: CoachError.self) { try nowhere.run() }
    #expect(unwritable?.code == .storeFailed)
    remove()
    #expect(try drain.run() == 1)
    #expect(try drain.run() == 0)
  }
}
