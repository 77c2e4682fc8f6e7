import CoachCore
import Finance
import JSONKit
import Testing

/// The laws of resume and cancel on the coach itself, with a past the session has read and writes to.
@Suite("Resume of the engine")
struct ResumeEngineTests {
  /// A store that has seen an earlier session of the investor.
  private func store(_ fixture: EngineFixture) async throws -> SQLiteCoachStore {
    let store = try SQLiteCoachStore.inMemory()
    let snapshot = try fixture.snapshot("F02", daysLater: 0)
    _ = try await CoachEngine(fixture.configuration).run(
      fixture.request(snapshot), snapshot: snapshot, identity: RunIdentity(seed: 1, scope: ["before"]),
      store: store)
    return store
  }

  @Test("a session cut off anywhere ends as it would have, evidence included")
  func cutOff() async throws {
    let fixture = try EngineFixture()
    let snapshot = try fixture.snapshot("F02", daysLater: 60)
    let engine = CoachEngine(fixture.configuration)
    let identity = RunIdentity(seed: 2, scope: ["now"])
    let whole = CrashingStore(try await store(fixture))
    let expected = try await engine.run(
      fixture.request(snapshot), snapshot: snapshot, identity: identity, store: whole)
    #expect(expected.outcome == .completed)
    for limit in stride(from: 1, to: whole.writes, by: max(1, whole.writes / 6)) {
      let base = try await store(fixture)
      let error = await #expect(throws: CoachError.self) {
        try await engine.run(
          fixture.request(snapshot), snapshot: snapshot, identity: identity,
          store: CrashingStore(base, after: limit))
      }
      #expect(error?.code == .storeFailed)
      let record = try await CoachEngine(fixture.configuration).resume(
        fixture.request(snapshot), snapshot: snapshot, identity: identity, store: base)
      #expect(
        try record.canonical() == expected.canonical(), "cut off after \(limit) of \(whole.writes) writes")
      let owner = Principal(user: snapshot.portfolio.user.id)
      #expect(try base.events(session: record.session, after: 0, as: owner) == record.events)
    }
    print("resume of F02: \(whole.writes) writes")
  }

  @Test("another request is not a resume")
  func otherRequest() async throws {
    let fixture = try EngineFixture()
    let snapshot = try fixture.snapshot("F02")
    let base = try SQLiteCoachStore.inMemory()
    let identity = RunIdentity(seed: 2, scope: ["now"])
    await #expect(throws: CoachError.self) {
      try await CoachEngine(fixture.configuration).run(
        fixture.request(snapshot), snapshot: snapshot, identity: identity,
        store: CrashingStore(base, after: 12))
    }
    var other = fixture.request(snapshot)
    other.options.language = "hi"
    let error = await #expect(throws: CoachError.self) {
      try await CoachEngine(fixture.configuration).resume(
        other, snapshot: snapshot, identity: identity, store: base)
    }
    #expect(error?.code == .conflict)
  }

  @Test("a cancel at a random event ends the session as cancelled and whole", arguments: UInt64(1)...12)
  func cancelled(seed: UInt64) async throws {
    let fixture = try EngineFixture()
    let snapshot = try fixture.snapshot("F02")
    let base = try SQLiteCoachStore.inMemory()
    var random = SplitMix(seed: seed)
    let at = Int.random(in: 1...40, using: &random)
    let control = RunControl()
    let heard = Mutexed(0)
    let record = try await CoachEngine(fixture.configuration).run(
      fixture.request(snapshot), snapshot: snapshot, identity: RunIdentity(seed: seed, scope: ["cancel"]),
      store: base, control: control
    ) { _ in
      heard.change { $0 += 1 }
      if heard.value == at { control.cancel() }
    }
    #expect(record.outcome == .cancelled)
    #expect(record.events.filter(\.type.isTerminal).map(\.type) == [.sessionCancelled])
    let late = record.events.dropFirst(at).filter { $0.type == .modelCalled || $0.type == .toolCalled }
    #expect(late.count <= 3, "at most what the tasks side by side were about to tell")
    let owner = Principal(user: snapshot.portfolio.user.id)
    let told = record.events.filter { $0.type == .artifactInsight }.compactMap {
      $0.data["topic_key"]?.string
    }
    #expect(try base.insights(session: record.session, as: owner).map(\.topicKey) == told)
  }

  @Test("a recorded run is replayed from its own answers, and anything else is a miss")
  func replay() async throws {
    var fixture = try EngineFixture()
    let recorded = try await fixture.run("F02")
    fixture.configuration.models = ModelCatalog(replaying: recorded)
    let replayed = try await fixture.run("F02")
    #expect(try replayed.canonical() == recorded.canonical())
    let error = await #expect(throws: CoachError.self) {
      try await ReplayModel(recorded).generate(
        ModelRequest(messages: [ModelMessage(role: .user, text: "something else")], seed: 1))
    }
    #expect(error?.code == .replayMiss)
    #expect(error?.message.contains("attempt 0") == true)
  }
}
