import Finance
import JSONKit
import Testing

@testable import CoachCore

/// What every `CoachStore` has to hold to, written against the protocol: a store is put through it by a suite that
/// makes one.
struct StoreConformance {
  let store: any CoachStore
  private static let day = CivilDate(iso: "2026-08-14") ?? .minimum
  private static let time = "2026-08-14T00:00:00.000Z"
  private static let topic = "goal:g2:gap:behind"
  private static let global = BudgetScope.global(on: day, cap: .init(tokens: 1_000))

  /// Drives every call with another user's ids, as that user and as the engine in their name, and finds nothing.
  func expectNobodyElsesRows() async throws {
    let asha = Principal.service(for: "u1")
    try await fill(as: asha)
    let before = try picture(as: asha)
    for ravi in [Principal(user: "u2"), .service(for: "u2")] {
      try expectNothingIsRead(as: ravi)
      try await expectNothingIsWritten(as: ravi)
      #expect(try picture(as: asha) == before, "nothing of the owner's has changed")
    }
  }

  private func fill(as owner: Principal) async throws {
    try await store.createSession(session("s1"), as: owner)
    try await store.append(event(1), as: owner)
    try store.save(insight("i1", Self.topic), session: "s1", as: owner)
    try store.save(recommendation("r1", "goal:g2:advice:extend_horizon"), session: "s1", as: owner)
    try await store.begin(
      JournalEntry(key: "k#1", kind: "tool", state: .intent), session: "s1", at: Self.time, as: owner)
    try store.record(entry("a"), as: owner)
    try store.save(preferences(.hindi), as: owner)
    try store.save(try document("a text"), as: owner)
    try store.requestCancel(session: "s1", at: Self.time, as: owner)
    for id in ["open", "begun"] {
      let reservation = BudgetReservation(id: id, amount: .init(tokens: 10), scopes: scopes("u1", "s1"))
      #expect(try await store.reserve(reservation, until: Self.time, as: owner) == nil)
    }
    try await store.begin("begun", as: owner)
  }

  /// All that is the owner's, to be compared.
  private struct Picture: Equatable {
    let session: StoredSession?
    let events: [CoachEvent]
    let texts: [StoredEventText]
    let published: [PublishedArtifact]
    let insights: [Insight]
    let recommendations: [Recommendation]
    let journal: [JournalEntry]
    let ledger: [TopicLedgerEntry]
    let preferences: UserPreferences?
    let documents: [StoredDocument]
    let standings: [BudgetStanding]
  }

  private func picture(as owner: Principal) throws -> Picture {
    Picture(
      session: try store.session("s1", as: owner),
      events: try store.events(session: "s1", after: 0, as: owner),
      texts: try store.eventTexts(session: "s1", after: 0, limit: 100, as: owner),
      published: try store.publishedArtifacts(session: nil, after: nil, limit: 100, as: owner),
      insights: try store.insights(session: "s1", as: owner),
      recommendations: try store.recommendations(session: "s1", as: owner),
      journal: try store.journal(session: "s1", as: owner), ledger: try store.ledger(as: owner),
      preferences: try store.preferences(as: owner),
      documents: try store.documents(model: HashingEmbedder().model, as: owner),
      standings: try scopes("u1", "s1").map { try store.standing($0, as: owner) })
  }

  private func expectNothingIsRead(as stranger: Principal) throws {
    #expect(try store.session("s1", as: stranger) == nil)
    #expect(try store.events(session: "s1", after: 0, as: stranger).isEmpty)
    #expect(try store.eventTexts(session: "s1", after: 0, limit: 100, as: stranger).isEmpty)
    #expect(try !store.isCancelRequested(session: "s1", as: stranger))
    #expect(try store.lastSeq(session: "s1", as: stranger) == 0)
    for cursor in [nil, ArtifactCursor(position: 1), ArtifactCursor(position: .max)] {
      #expect(try store.publishedArtifacts(session: nil, after: cursor, limit: 9, as: stranger).isEmpty)
      #expect(try store.publishedArtifacts(session: "s1", after: cursor, limit: 9, as: stranger).isEmpty)
    }
    #expect(try store.insights(session: "s1", as: stranger).isEmpty)
    #expect(try store.recommendations(session: "s1", as: stranger).isEmpty)
    #expect(try store.journal(session: "s1", as: stranger).isEmpty)
    #expect(try !store.ledger(as: stranger).contains { $0.factHash == "a" })
    #expect(try store.preferences(as: stranger)?.language != .hindi)
    #expect(try !store.documents(model: HashingEmbedder().model, as: stranger).contains(document("a text")))
    for scope in scopes("u1", "s1") where scope.kind != .globalDay {
      #expect(try store.standing(scope, as: stranger).taken == .zero)
    }
    if stranger.role == .user { #expect(try store.standing(Self.global, as: stranger).taken == .zero) }
  }

  private func expectNothingIsWritten(as stranger: Principal) async throws {
    await expectConflict { try await store.createSession(session("s1"), as: stranger) }
    await expectConflict { try await store.append(event(2), as: stranger) }
    await expectConflict { try store.save(insight("i2", "a:b"), session: "s1", as: stranger) }
    await expectConflict { try store.save(recommendation("r2", "a:b"), session: "s1", as: stranger) }
    await expectConflict {
      let publication = Publication(artifact: .insight(try insight("i3", "a:c")), entry: entry("forged"))
      try store.publish(publication, session: "s1", as: stranger)
    }
    #expect(try !store.ledger(as: stranger).contains { $0.factHash == "forged" })
    await expectConflict {
      let publication = Publication(artifact: .insight(try insight("i4", "a:d")), entry: entry("forged"))
      try await store.publish(publication, with: event(2), as: stranger)
    }
    await expectConflict {
      let ending = SessionEnding(outcome: .failed, usage: .init(), errorCode: "x", endedAt: Self.time)
      try await store.finish(with: event(2), ending: ending, as: stranger)
    }
    let missing = #expect(throws: CoachError.self) {
      try store.updateStanding(of: Self.topic, session: "s1", as: stranger) { standing in
        standing.feedback.opinion = .init(verdict: .liked, until: nil, comment: nil, at: Self.time)
        return true
      }
    }
    #expect(missing?.code == .notFound)
    // A cancel is not refused: the session is not there.
    try store.requestCancel(session: "s1", at: Self.time, as: stranger)
    await expectConflict {
      let ending = SessionEnding(outcome: .failed, usage: .init(), errorCode: "x", endedAt: Self.time)
      try store.finishSession("s1", ending: ending, as: stranger)
    }
    await expectConflict {
      let call = JournalEntry(key: "k#2", kind: "tool", state: .intent)
      try await store.begin(call, session: "s1", at: Self.time, as: stranger)
    }
    await expectConflict {
      try await store.end("k#1", state: .result, payload: "{}", session: "s1", as: stranger)
    }
    #expect(
      try !store.setFeedback(.init(.dismissed, until: .maximum), topicKey: Self.topic, as: stranger)
        || store.ledger(as: stranger).contains { $0.factHash == "b" })
    _ = try store.deleteDocument(.insight, refID: Self.topic, as: stranger)
    // What has the same key under another user is another row.
    try store.record(entry("b"), as: stranger)
    try store.save(preferences(.english), as: stranger)
    try store.save(try document("another text"), as: stranger)
    try await expectNoAccountIsTouched(as: stranger)
  }

  private func expectNoAccountIsTouched(as stranger: Principal) async throws {
    try await store.begin("open", as: stranger)
    #expect(try await store.settle("open", cost: .init(tokens: 999), as: stranger) == .init())
    #expect(try await store.settle("begun", cost: nil, as: stranger) == .init())
    for id in ["open", "begun"] { try await store.release(id, as: stranger) }
    #expect(try await store.expire(at: "9999", as: stranger) == 0)
    for scope in scopes("u1", "s1") where scope.kind != .globalDay || stranger.role == .user {
      await expectConflict {
        let reservation = BudgetReservation(id: "mine", amount: .init(tokens: 1), scopes: [scope])
        _ = try await store.reserve(reservation, until: Self.time, as: stranger)
      }
    }
  }

  private func expectConflict(
    sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
  ) async {
    let error = await #expect(throws: CoachError.self, sourceLocation: sourceLocation) { try await body() }
    #expect(error?.code == .conflict, sourceLocation: sourceLocation)
  }

  // MARK: Rows

  private func scopes(_ user: String, _ session: String) -> [BudgetScope] {
    let cap = BudgetCap(tokens: 1_000)
    return [.session(session, cap: cap), .user(user, on: Self.day, cap: cap), Self.global]
  }

  private func session(_ id: String) -> StoredSession {
    StoredSession(
      id: id, trigger: .onDemand, engineVersion: "1", promptHash: "h", seed: 1, startedAt: Self.time)
  }

  private func event(_ seq: Int) -> CoachEvent {
    CoachEvent(seq: seq, session: "s1", timestamp: Self.time, type: .sessionStarted, data: ["a": 1])
  }

  private func insight(_ id: String, _ topic: String) throws -> Insight {
    try JSONValueDecoder().decode(
      Insight.self,
      from: [
        "schema": "insight/1", "id": .string(id), "agent": "goal_insights", "scope": "goal",
        "scope_ref": "g2", "topic_key": .string(topic), "severity": "info", "title": "t", "body_md": "b",
        "claims": [], "citations": [], "assumptions": [], "caveats": [], "disclaimers": [],
        "as_of": "2026-08-14", "language": "en",
      ])
  }

  private func recommendation(_ id: String, _ topic: String) -> Recommendation {
    let plan = RecommendationPlan(
      kind: .noAction, priority: 5, actions: [],
      suitability: .init(profile: "moderate", horizonMonths: 60, rulesPassed: [], rulesBlocked: []),
      expiresAt: Self.time)
    let brief = ArtifactBrief(
      agent: "recommendation", scope: .goal, scopeRef: "g2", topicKey: topic, severity: .info, state: "s",
      lever: "none", subjectKind: "education", facts: .empty, mustCite: [], assumptions: [], caveats: [],
      disclaimers: [], asOf: Self.day, language: "en", form: .recommendation(plan))
    return Recommendation(
      id: id, brief: brief, plan: plan,
      draft: Draft(title: "t", bodyMarkdown: "why", claims: [], citations: []))
  }

  private func entry(_ hash: String) -> TopicLedgerEntry {
    TopicLedgerEntry(
      topicKey: Self.topic, factHash: hash, inputsHash: hash, severity: .attention, toldOn: Self.day,
      firstSeenAt: Self.time, lastSeenAt: Self.time, cooldownUntil: Self.day.adding(days: 14))
  }

  private func preferences(_ language: User.Language) -> UserPreferences {
    UserPreferences(
      tone: .concise, language: language, riskProfile: .moderate, riskProfiledAt: Self.day, mutedTopics: [],
      notifyEmail: true, dailyTokenCap: 9_000, updatedAt: "t")
  }

  private func document(_ text: String) throws -> StoredDocument {
    StoredDocument(
      kind: .insight, refID: Self.topic, language: "en", contentMarkdown: text,
      embedding: try HashingEmbedder().embed(text))
  }
}
