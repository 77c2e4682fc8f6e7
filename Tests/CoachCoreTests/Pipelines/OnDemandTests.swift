import Finance
import Testing

@testable import CoachCore

/// A request is answered once, however often it is sent.
@Suite("On demand")
struct OnDemandTests {
  private func request(_ key: String? = "key-00001", scope: [String] = [], user: String = "u02") throws
    -> CoachRequest
  {
    let day = try #require(CivilDate(iso: "2026-08-14"))
    return CoachRequest(user: user, asOf: day, scope: scope, idempotencyKey: key)
  }

  @Test("the same key and body bring the same record again, and no tool is called for it")
  func repeated() async throws {
    let fixture = try PipelineFixture()
    let tools = ToolMetrics()
    try await tools.counting {
      guard case .ran(let first) = try await fixture.pipelines.onDemand(request()) else {
        Issue.record("the first request is not answered by a run")
        return
      }
      let computed = tools.computed
      #expect(computed > 0)
      guard case .repeated(let second) = try await fixture.pipelines.onDemand(request()) else {
        Issue.record("the second request is not a repeat")
        return
      }
      #expect(try second.canonical() == first.canonical() && second.session == first.session)
      #expect(tools.computed == computed)
    }
  }

  @Test("the same key with another body is a conflict, with another user it is another key")
  func conflict() async throws {
    let fixture = try PipelineFixture(["F02", "F03"])
    let first = try await fixture.pipelines.onDemand(request())
    let error = await #expect(throws: CoachError.self) {
      try await fixture.pipelines.onDemand(request(scope: ["g1"]))
    }
    #expect(error?.code == .conflict)
    let other = try await fixture.pipelines.onDemand(request(user: "u03"))
    #expect(other.session != first.session)
    #expect(try fixture.store.session(other.session, as: Principal(user: "u02")) == nil)
  }

  @Test("sent eight times at once, a request is run once; everybody hears of the one session")
  func concurrent() async throws {
    let fixture = try PipelineFixture()
    let pipelines = fixture.pipelines
    let request = try request()
    let answers = try await withThrowingTaskGroup(of: OnDemandAnswer.self) { group in
      for _ in 0..<8 { group.addTask { try await pipelines.onDemand(request) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(answers.map(\.session)).count == 1)
    let runs = answers.count { if case .ran = $0 { true } else { false } }
    #expect(runs == 1)
  }

  @Test("a key whose time is over serves again, for a new session")
  func expiry() async throws {
    let fixture = try PipelineFixture()
    let first = try await fixture.pipelines.onDemand(request())
    fixture.clock.advance(86_401)
    let second = try await fixture.pipelines.onDemand(request(scope: ["g1"]))
    #expect(first.session != second.session)
  }

  @Test("when the record is not kept any more, the session that answered is still named")
  func evicted() async throws {
    let fixture = try PipelineFixture()
    let first = try await fixture.pipelines.onDemand(request())
    let key = "u:u02:record:\(first.session)"
    let kept = try #require(try fixture.store.value(key, at: "2026-08-14T00:00:00.000Z"))
    #expect(try await fixture.store.remove(key, expecting: kept))
    guard case .ended(let session) = try await fixture.pipelines.onDemand(request()) else {
      Issue.record("a session that ended is run again")
      return
    }
    #expect(session == first.session)
  }

  @Test("what is kept holds neither the key nor anything of the portfolio's owner")
  func keys() throws {
    let key = RequestClaim.key("asha.rao@example.in", of: "u02")
    #expect(key.hasPrefix("u:u02:request:") && !key.contains("asha"))
  }

  @Test(
    "a key of the wrong length and a user without a portfolio are typed errors",
    arguments: ["", "short", String(repeating: "k", count: 129)])
  func invalid(key: String) async throws {
    let fixture = try PipelineFixture()
    let error = await #expect(throws: CoachError.self) { try await fixture.pipelines.onDemand(request(key)) }
    #expect(error?.code == .invalidRequest)
    let nobody = await #expect(throws: CoachError.self) {
      try await fixture.pipelines.onDemand(request("key-00002", user: "nobody"))
    }
    #expect(nobody?.code == .unknownUser)
  }

  @Test("a session that was cut off is taken up by the next repeat")
  func takenUp() async throws {
    let fixture = try PipelineFixture()
    let request = try request()
    let claim = try RequestClaim(request, at: fixture.clock.runClock.timestamp())
    let identity = fixture.pipelines.identity(
      "on_demand", RequestClaim.key("key-00001", of: "u02"), claim.begunAt)
    let prompts = try fixture.configuration.engine.prompts.variant("baseline")
    try await fixture.store.createSession(
      StoredSession(
        id: identity.uuid("session"), trigger: .onDemand, engineVersion: CoachEngine.version,
        promptHash: prompts.hash, seed: identity.seed, startedAt: claim.begunAt), as: Principal(user: "u02"))
    guard case .ran(let record) = try await fixture.pipelines.onDemand(request) else {
      Issue.record("the session is not taken up")
      return
    }
    #expect(record.session == identity.uuid("session") && record.outcome == .completed)
  }
}
