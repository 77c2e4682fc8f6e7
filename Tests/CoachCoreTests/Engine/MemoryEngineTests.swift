import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

/// What one session remembers of those before it.
@Suite("Memory of the engine")
struct MemoryEngineTests {
  private let fixture: EngineFixture
  private let store: SQLiteCoachStore

  init() throws {
    fixture = try EngineFixture()
    store = try SQLiteCoachStore.inMemory()
  }

  /// One more session on the same store, some days after the day the portfolio speaks of.
  private func run(
    _ name: String, daysLater: Int = 0, edit: (String) -> String = { $0 }
  ) async throws -> RunRecord {
    let snapshot = try fixture.snapshot(name, daysLater: daysLater, edit: edit)
    let session = try store.ledger(as: Principal(user: snapshot.portfolio.user.id)).map(\.timesSeen)
    return try await CoachEngine(fixture.configuration).run(
      fixture.request(snapshot), snapshot: snapshot,
      identity: RunIdentity(seed: 1, scope: [name, "\(daysLater)", "\(session)", "\(edit(name))"]),
      store: store)
  }

  private func topics(_ record: RunRecord) -> Set<String> {
    Set(record.artifacts.insights.map(\.topicKey) + record.artifacts.recommendations.map(\.topicKey))
  }

  private func resting(_ record: RunRecord) -> [String: String] {
    let lists = record.events.filter { $0.type == .agentFinished }.compactMap { $0.data["resting"]?.array }
    return Dictionary(
      uniqueKeysWithValues: lists.joined().compactMap { item in
        item["topic_key"]?.string.flatMap { key in item["until"]?.string.map { (key, $0) } }
      })
  }

  static let all = (1...30).flatMap { number -> [String] in
    number == 27 ? ["F27A", "F27B"] : ["F\(number < 10 ? "0" : "")\(number)"]
  }

  @Test("a day later no topic inside its cool-down is told again, and no model is asked", arguments: all)
  func nextDay(name: String) async throws {
    let first = try await run(name)
    let second = try await run(name, daysLater: 1)
    #expect(second.outcome == .completed)
    #expect(topics(first).isDisjoint(with: topics(second)))
    #expect(topics(first).isSubset(of: Set(resting(second).keys)))
    #expect(Set(second.calls.map(\.topicKey)).isDisjoint(with: topics(first)))
  }

  @Test("each severity returns when its cool-down is over", arguments: [("F03", 7), ("F02", 30)])
  func returns(name: String, days: Int) async throws {
    let first = try await run(name)
    let goals = Set(first.artifacts.insights.filter { $0.agent == AgentName.goalInsights }.map(\.topicKey))
    #expect(!goals.isEmpty)
    let before = try await run(name, daysLater: days - 1)
    let after = try await run(name, daysLater: days)
    #expect(goals.isDisjoint(with: topics(before)))
    #expect(goals.isSubset(of: topics(after)))
    let entries = try store.ledger(as: Principal(user: try #require(first.request?.user)))
    for entry in entries where goals.contains(entry.topic.description) { #expect(entry.timesSeen == 2) }
  }

  @Test("a band that worsens the next day comes through; the goal that did not stays silent")
  func worsens() async throws {
    let first = try await run("F02")
    #expect(topics(first).isSuperset(of: ["goal:g1:gap:on_track", "goal:g2:gap:on_track"]))
    let second = try await run("F02", daysLater: 1) {
      $0.replacing(#""goal": "g2", "amount": 15000"#, with: #""goal": "g2", "amount": 1000"#)
    }
    let told = topics(second).filter { $0.hasPrefix("goal:g2:gap:") }
    #expect(told.count == 1 && !told.contains("goal:g2:gap:on_track"))
    #expect(resting(second)["goal:g1:gap:on_track"] == "2026-09-13")
    let third = try await run("F02", daysLater: 2)
    #expect(resting(third)["goal:g2:gap:on_track"] == "2026-09-13")
  }

  @Test("a topic is told again when its figures read otherwise, and held back when it is snoozed")
  func changed() async throws {
    _ = try await run("F03")
    let raise: (String) -> String = {
      $0.replacing(#""goal": "g1", "amount": 8000"#, with: #""goal": "g1", "amount": 8500"#)
    }
    let second = try await run("F03", daysLater: 1, edit: raise)
    #expect(topics(second).contains("goal:g1:gap:at_risk"))
    let owner = Principal(user: "u03")
    let until = try #require(CivilDate(iso: "2026-12-01"))
    try store.setFeedback(.init(.snoozed, until: until), topicKey: "goal:g1:gap:at_risk", as: owner)
    let third = try await run("F03", daysLater: 60)
    #expect(resting(third)["goal:g1:gap:at_risk"] == "2026-12-01")
  }

  @Test("what one user was told is nothing to another, even on the same store")
  func tenancy() async throws {
    let first = try await run("F27A")
    let other = try await run("F27B")
    #expect(!topics(first).isEmpty && !topics(other).isEmpty)
    #expect(resting(other).isEmpty)
    let users = [first, other].compactMap(\.request?.user).map { Principal(user: $0) }
    let model = fixture.configuration.library.embedder.model
    let texts = try users.map { try store.documents(model: model, as: $0).map(\.contentMarkdown) }
    #expect(Set(try store.ledger(as: users[0]).map(\.topic.description)) == topics(first))
    #expect(texts[0].count == topics(first).count && texts[1].count == topics(other).count)
    let report = try #require(other.qa)
    let evidence = report.checks.filter { $0.id.hasPrefix("support:") }.map(\.evidence)
    #expect(!evidence.contains { $0.contains("insight:") || $0.contains("recommendation:") })
  }

  @Test("preferences set the language and the tone, and mute kinds of topic; a request's language wins")
  func preferences() async throws {
    let owner = Principal(user: "u03")
    try store.save(
      UserPreferences(tone: .concise, language: .hindi, mutedTopics: ["gap"], updatedAt: "t"), as: owner)
    let muted = try await run("F03")
    let finished = muted.events.first {
      $0.type == .agentFinished && $0.data["node"]?.string == AgentName.goalInsights
    }
    #expect(finished?.data["muted"] == ["goal:g1:gap:at_risk"])
    #expect(!muted.calls.contains { $0.topicKey == "goal:g1:gap:at_risk" })
    #expect(try !store.ledger(as: owner).contains { $0.topic.description == "goal:g1:gap:at_risk" })
    try store.save(UserPreferences(tone: .concise, language: .hindi, updatedAt: "t"), as: owner)
    let hindi = try await run("F03", daysLater: 1)
    let prompts = hindi.calls.flatMap(\.prompt.messages).map(\.text)
    #expect(prompts.contains { $0.contains(#""language":"hi""#) && $0.contains(#""tone":"concise""#) })
    let other = try SQLiteCoachStore.inMemory()
    try other.save(UserPreferences(language: .hindi, updatedAt: "t"), as: owner)
    let snapshot = try fixture.snapshot("F03")
    var request = fixture.request(snapshot)
    request.options.language = "en"
    let english = try await CoachEngine(fixture.configuration).run(
      request, snapshot: snapshot, identity: RunIdentity(seed: 1, scope: []), store: other)
    #expect(english.artifacts.insights.allSatisfy { $0.language == "en" })
    #expect(!english.artifacts.insights.isEmpty)
  }

  @Test("QA & citation names supporting passages: the glossary's, and what was said of the subject before")
  func support() async throws {
    func evidence(_ record: RunRecord) throws -> String {
      let report = try #require(record.qa)
      return try #require(report.checks.first { $0.id == "support:goal:g1:gap:at_risk" }).evidence
    }
    let first = try evidence(try await run("F03"))
    #expect(first.contains("glossary:") && first.contains(":en ") && !first.contains("insight:"))
    let again = try evidence(try await run("F03", daysLater: 7))
    #expect(again.contains("insight:goal:g1:gap:at_risk"))
  }

  @Test("one agent on given facts speaks to nobody: it neither rests nor is remembered")
  func oneAgent() async throws {
    let given = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/goal-behind.json"))
    for seed in UInt64(1)...2 {
      let record = try await CoachEngine(fixture.configuration).run(
        agent: "goal_insights", given: given, options: .init(), identity: RunIdentity(seed: seed, scope: []),
        store: store)
      #expect(topics(record) == ["goal:g2:gap:behind"])
    }
    #expect(try store.ledger(as: Principal(user: "goal_insights")).isEmpty)
  }

  @Test("a day for which no cool-downs are in force ends the session as failed")
  func noPolicy() async throws {
    let snapshot = try fixture.snapshot("F03")
    let past = try #require(CivilDate(iso: "2012-12-31"))
    let error = #expect(throws: CoachError.self) {
      try SessionMemory(
        SessionOpening(
          fixture.request(snapshot), in: store, embeddedBy: HashingEmbedder().model,
          as: Principal(user: snapshot.portfolio.user.id)),
        policy: fixture.configuration.policy, library: fixture.configuration.library, on: past)
    }
    #expect(error?.code == .finance)
  }
}
