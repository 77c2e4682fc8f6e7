import Finance
import JSONKit
import Testing

@testable import CoachCore

/// Feedback through the pipelines: in the artifact, in its status and in the ledger, or nowhere.
@Suite("Feedback")
struct FeedbackTests {
  private let owner = Principal(user: "u02")

  /// A session of F02 that has ended, and two of its topics.
  private struct Told {
    let fixture: PipelineFixture
    let session: String
    let insight: String
    let recommendation: String

    init() async throws {
      fixture = try PipelineFixture()
      let day = try #require(CivilDate(iso: "2026-08-14"))
      let answer = try await fixture.pipelines.onDemand(CoachRequest(user: "u02", asOf: day))
      session = answer.session
      let owner = Principal(user: "u02")
      insight = try #require(try fixture.store.insights(session: session, as: owner).first?.topicKey)
      recommendation = try #require(
        try fixture.store.recommendations(session: session, as: owner).first?.topicKey)
    }

    func say(
      _ verdict: Feedback.Verdict, of topic: String, until: CivilDate? = nil, comment: String? = nil
    ) async throws -> ArtifactStanding {
      try await fixture.pipelines.record(
        Feedback(
          user: "u02", session: session, topicKey: topic, verdict: verdict, until: until, comment: comment))
    }

    func ledger(_ topic: String) throws -> TopicLedgerEntry.Feedback? {
      try fixture.store.ledger(as: Principal(user: "u02")).first { $0.topic.description == topic }?.feedback
    }

    func published(_ topic: String) throws -> PublishedArtifact? {
      try fixture.store.publishedArtifacts(
        session: session, after: nil, limit: 99, as: Principal(user: "u02")
      ).first { $0.artifact["topic_key"]?.string == topic }
    }
  }

  @Test("a decision about a recommendation is in its status, beside it, and in the ledger")
  func decisions() async throws {
    let told = try await Told()
    let topic = told.recommendation
    let until = told.fixture.clock.runClock.indianDay.adding(days: 20)
    #expect(try await told.say(.snoozed, of: topic, until: until, comment: "not now").status == .snoozed)
    #expect(try told.ledger(topic) == .init(.snoozed, until: until))
    let shown = try #require(try told.published(topic))
    #expect(shown.status == .snoozed && shown.artifact["status"] == "snoozed")
    #expect(shown.feedback?.decision?.comment == "not now" && shown.feedback?.opinion == nil)
    #expect(try await told.say(.accepted, of: topic).status == .accepted)
    #expect(try told.ledger(topic) == nil)
    #expect(try await told.say(.done, of: topic).status == .done)
    let error = await #expect(throws: CoachError.self) { try await told.say(.dismissed, of: topic) }
    #expect(error?.code == .conflict)
    #expect(try told.published(topic)?.status == .done && told.ledger(topic) == nil)
    // What was published stays as it was: the event log and the record speak of the day it was written.
    let kept = try told.fixture.store.recommendations(session: told.session, as: owner)
    #expect(kept.first { $0.topicKey == topic }?.status == .proposed)
  }

  @Test("the same again changes nothing, not even the time it was said")
  func idempotent() async throws {
    let told = try await Told()
    for (topic, verdict) in [
      (told.recommendation, Feedback.Verdict.dismissed), (told.insight, .snoozed), (told.insight, .liked),
    ] {
      let first = try await told.say(verdict, of: topic, comment: "so")
      let (shown, ledger) = (try told.published(topic), try told.ledger(topic))
      told.fixture.clock.advance(86_400 * 3)
      #expect(try await told.say(verdict, of: topic, comment: "so") == first)
      #expect(try told.published(topic) == shown && told.ledger(topic) == ledger)
    }
  }

  @Test("a topic that was dismissed is not told by a session two months later")
  func rests() async throws {
    let told = try await Told()
    _ = try await told.say(.dismissed, of: told.insight)
    told.fixture.clock.advance(86_400 * 60)
    let day = told.fixture.clock.runClock.indianDay
    let answer = try await told.fixture.pipelines.onDemand(CoachRequest(user: "u02", asOf: day))
    let topics = try told.fixture.store.insights(session: answer.session, as: owner).map(\.topicKey)
    #expect(!topics.contains(told.insight))
  }

  @Test("only the owner finds an artifact, by its session and its topic; for all others it is not there")
  func ownerOnly() async throws {
    let told = try await Told()
    let before = try told.published(told.insight)
    for (user, session, topic) in [
      ("u03", told.session, told.insight), ("u02", "another", told.insight),
      ("u02", told.session, "goal:g9:gap:close"), ("", told.session, told.insight),
      ("u02", told.session, ""), ("u02", told.session, "' OR 1=1 --"),
    ] {
      let error = await #expect(throws: CoachError.self) {
        try await told.fixture.pipelines.record(
          Feedback(user: user, session: session, topicKey: topic, verdict: .dismissed))
      }
      #expect(error?.code == .notFound)
    }
    #expect(try told.published(told.insight) == before && told.ledger(told.insight) == nil)
  }

  @Test("feedback that contradicts itself is refused, and nothing of it is kept")
  func invalid() async throws {
    let told = try await Told()
    let today = told.fixture.clock.runClock.indianDay
    let long = String(repeating: "x", count: Feedback.longestComment + 1)
    for (verdict, until, comment) in [
      (Feedback.Verdict.liked, today.adding(days: 1), nil), (.accepted, today.adding(days: 1), nil),
      (.snoozed, today, nil), (.snoozed, CivilDate.minimum, nil), (.dismissed, CivilDate.maximum, nil),
      (.disliked, nil, long),
    ] as [(Feedback.Verdict, CivilDate?, String?)] {
      let error = await #expect(throws: CoachError.self) {
        try await told.say(verdict, of: told.recommendation, until: until, comment: comment)
      }
      #expect(error?.code == .invalidRequest)
    }
    #expect(try told.published(told.recommendation)?.feedback == nil)
    _ = try await told.say(
      .disliked, of: told.recommendation, comment: String(repeating: "x", count: Feedback.longestComment))
  }

  @Test("what was disliked can be found with its comment, which holds no personal data; the latest first")
  func dislikes() async throws {
    let told = try await Told()
    #expect(try told.fixture.store.dislikes(limit: 9).isEmpty)
    _ = try await told.say(
      .disliked, of: told.insight, comment: "call me on 98765 43210 or asha.rao@example.in")
    told.fixture.clock.advance(60)
    _ = try await told.say(.disliked, of: told.recommendation, comment: "")
    _ = try await told.say(.liked, of: told.insight)
    #expect(try told.fixture.store.dislikes(limit: 9).map(\.topicKey) == [told.recommendation])
    told.fixture.clock.advance(60)
    _ = try await told.say(
      .disliked, of: told.insight, comment: "call me on 98765 43210 or asha.rao@example.in")
    let found = try told.fixture.store.dislikes(limit: 9)
    #expect(
      found == [
        Dislike(
          user: "u02", session: told.session, topicKey: told.insight,
          comment: "call me on [PHONE] or [EMAIL]"),
        Dislike(user: "u02", session: told.session, topicKey: told.recommendation, comment: nil),
      ])
    #expect(try told.fixture.store.dislikes(limit: 1) == [found[0]])
    #expect(try told.fixture.store.dislikes(limit: -1).isEmpty)
  }

  @Test("a store that fails keeps neither half")
  func atomic() async throws {
    let told = try await Told()
    var configuration = told.fixture.configuration
    configuration.store = CrashingStore(told.fixture.store, after: 0)
    await #expect(throws: CoachError.self) {
      try await CoachPipelines(configuration).record(
        Feedback(user: "u02", session: told.session, topicKey: told.insight, verdict: .dismissed))
    }
    let error = #expect(throws: CoachError.self) {
      try told.fixture.store.updateStanding(of: told.insight, session: told.session, as: owner) {
        (standing: inout ArtifactStanding) throws(CoachError) in
        standing.feedback.opinion = .init(verdict: .liked, until: nil, comment: nil, at: "t")
        throw CoachError(.conflict, "on second thoughts")
      }
    }
    #expect(error?.code == .conflict)
    #expect(try told.published(told.insight)?.feedback == nil && told.ledger(told.insight) == nil)
  }
}
