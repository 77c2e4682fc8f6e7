import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

/// A session is in the store before its id is told, and a new process brings it to its end.
@Suite("Begin and take up")
struct BeginTests {
  private let owner = Principal(user: "u02")

  private func request(
    _ key: String? = "key-00001", scope: [String] = [], user: String = "u02",
    options: CoachRequest.Options = .init()
  ) throws -> CoachRequest {
    let day = try #require(CivilDate(iso: "2026-08-14"))
    return CoachRequest(user: user, asOf: day, scope: scope, idempotencyKey: key, options: options)
  }

  @Test("what is told is in the store: the session, what it began with, and that it is open")
  func durable() async throws {
    let fixture = try PipelineFixture()
    let begun = try await fixture.pipelines.begin(request())
    #expect(!begun.isRepeat)
    let stored = try #require(try fixture.store.session(begun.session, as: owner))
    #expect(stored.status == .running)
    #expect(RunIdentity(seed: stored.seed, scope: try #require(stored.scope)).session == begun.session)
    #expect(try fixture.store.events(session: begun.session, after: 0, as: owner).isEmpty)
    let opening = try #require(try SessionOpening(of: begun.session, in: fixture.store, as: owner))
    #expect(try opening.request == request())
    #expect(
      try fixture.store.openSessions() == [
        OpenSession(session: begun.session, user: "u02", trigger: .onDemand)
      ])
    let heard = Mutexed<[CoachEvent]>([])
    let run = try #require(begun.run)
    let record = try await run(RunControl()) { signal in
      if case .event(let event) = signal { heard.change { $0.append(event) } }
    }
    #expect(record.outcome == .completed && record.session == begun.session)
    #expect(heard.value == record.events)
    #expect(try fixture.store.openSessions().isEmpty)
  }

  @Test("a repeat, before and after the end, is the same session with nothing to run")
  func repeats() async throws {
    let fixture = try PipelineFixture()
    let first = try await fixture.pipelines.begin(request())
    for _ in 0..<2 {
      let again = try await fixture.pipelines.begin(request())
      #expect(again.isRepeat && again.run == nil && again.session == first.session)
      _ = try? await first.run?(RunControl()) { _ in }
    }
    guard case .ended(let session) = try await fixture.pipelines.onDemand(request()) else {
      Issue.record("both doors lead to one session")
      return
    }
    #expect(session == first.session)
    let error = await #expect(throws: CoachError.self) {
      try await fixture.pipelines.begin(request(scope: ["g1"]))
    }
    #expect(error?.code == .conflict)
    let other = try await fixture.pipelines.begin(request(nil))
    let third = try await fixture.pipelines.begin(request(nil))
    #expect(other.session != third.session && !third.isRepeat)
  }

  @Test("sent twenty times at once, a request is begun once")
  func concurrent() async throws {
    let fixture = try PipelineFixture()
    let (pipelines, request) = (fixture.pipelines, try request())
    let begun = try await withThrowingTaskGroup(of: BegunSession.self) { group in
      for _ in 0..<20 { group.addTask { try await pipelines.begin(request) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(begun.map(\.session)).count == 1)
    #expect(begun.count { !$0.isRepeat } == 1)
  }

  @Test(
    "what is refused is refused before anything is written, and its key stays free",
    arguments: ["user", "scope", "model", "variant", "critique", "budget", "trigger", "key"])
  func refused(part: String) async throws {
    let fixture = try PipelineFixture()
    var bad = try request()
    let code: CoachError.Code
    switch part {
    case "user": (bad.user, code) = ("nobody", .unknownUser)
    case "scope": (bad.scope, code) = (["g99"], .invalidRequest)
    case "model": (bad.options.model, code) = ("nothing/like-it", .unknownModel)
    case "variant": (bad.options.variant, code) = ("nothing-like-it", .unknownVariant)
    case "critique": (bad.options.critique, code) = ("nothing/like-it", .unknownModel)
    case "budget": (bad.options.budget, code) = (BudgetCap(tokens: -1), .invalidRequest)
    case "trigger": (bad.trigger, code) = (.scheduled, .invalidRequest)
    default: (bad.idempotencyKey, code) = ("short", .invalidRequest)
    }
    let error = await #expect(throws: CoachError.self) { try await fixture.pipelines.begin(bad) }
    #expect(error?.code == code)
    #expect(try fixture.store.openSessions().isEmpty)
    #expect(try await !fixture.pipelines.begin(request()).isRepeat)
  }

  @Test("cut off at any write, also of the beginning, a session is taken up and ends as it would have")
  func everyWrite() async throws {
    let whole = try PipelineFixture()
    let counting = CrashingStore(whole.store)
    let expected = try await beginAndRun(whole, on: counting, request(nil))
    for limit in stride(from: 0, to: counting.writes, by: max(1, counting.writes / 8)) {
      let fixture = try PipelineFixture()
      let error = await #expect(throws: CoachError.self) {
        try await beginAndRun(fixture, on: CrashingStore(fixture.store, after: limit), request(nil))
      }
      #expect(error?.code == .storeFailed)
      let open = try fixture.store.openSessions()
      #expect(open.count == (limit == 0 ? 0 : 1))
      guard let session = open.first else { continue }
      let taken = try #require(try await fixture.pipelines.takeUp(session))
      #expect(taken.session == session.session && !taken.isRepeat)
      let run = try #require(taken.run)
      let record = try await run(RunControl()) { _ in }
      #expect(try record.canonical() == expected.canonical(), "cut off after \(limit) writes")
      #expect(try fixture.store.openSessions().isEmpty)
      #expect(try await fixture.pipelines.takeUp(session) == nil)
    }
  }

  private func beginAndRun(
    _ fixture: PipelineFixture, on store: any CoachStore, _ request: CoachRequest
  ) async throws -> RunRecord {
    var configuration = fixture.configuration
    configuration.store = store
    let begun = try await CoachPipelines(configuration).begin(request)
    let run = try #require(begun.run)
    return try await run(RunControl()) { _ in }
  }

  @Test("a key whose session was never written is begun by its repeat")
  func claimAlone() async throws {
    let fixture = try PipelineFixture()
    await #expect(throws: CoachError.self) {
      try await beginAndRun(fixture, on: CrashingStore(fixture.store, after: 0), request())
    }
    let begun = try await fixture.pipelines.begin(request())
    #expect(!begun.isRepeat && begun.run != nil)
  }

  @Test(
    "a session that cannot go on is ended as failed, with its terminal event and nothing left reserved",
    arguments: ["portfolio", "no portfolio", "prompts"])
  func ended(cause: String) async throws {
    var fixture = try PipelineFixture()
    fixture.configuration.engine.budget.userDay = BudgetCap(tokens: 10_000_000)
    await #expect(throws: CoachError.self) {
      try await beginAndRun(fixture, on: CrashingStore(fixture.store, after: 60), request(nil))
    }
    let open = try #require(try fixture.store.openSessions().first)
    let before = try fixture.store.events(session: open.session, after: 0, as: owner)
    #expect(before.count > 3)
    switch cause {
    case "portfolio": fixture.source.edit("u02", "2500000", "2600000")
    case "no portfolio": fixture.source.edit("u02", "u02", "u77")
    default: fixture.configuration.engine.prompts = try changedPrompts()
    }
    #expect(try await fixture.pipelines.takeUp(open) == nil)
    let events = try fixture.store.events(session: open.session, after: 0, as: owner)
    #expect(events.dropLast() == before[...] && events.last?.type == .sessionFailed)
    #expect(events.last?.data["code"] == "conflict")
    let stored = try #require(try fixture.store.session(open.session, as: owner))
    #expect(stored.status == .failed && stored.ending?.errorCode == "conflict")
    #expect(stored.ending?.usage.calls == before.count { $0.type == .modelResult })
    let scope = BudgetScope.user("u02", on: fixture.clock.runClock.indianDay, cap: .init(tokens: 1))
    #expect(try fixture.store.standing(scope, as: .service(for: "u02")).reserved == .zero)
    #expect(try fixture.store.openSessions().isEmpty)
  }

  @Test("a session that an earlier version of the store began, or of another identity, is ended too")
  func oldRow() async throws {
    let fixture = try PipelineFixture()
    for (id, scope) in [("s1", nil), ("s2", ["of another"])] {
      try await fixture.store.createSession(
        StoredSession(
          id: id, trigger: .onDemand, engineVersion: "1", promptHash: "h", seed: 1, startedAt: "t",
          scope: scope), as: owner)
    }
    for open in try fixture.store.openSessions() {
      #expect(try await fixture.pipelines.takeUp(open) == nil)
      let events = try fixture.store.events(session: open.session, after: 0, as: owner)
      #expect(events.map(\.type) == [.sessionFailed])
    }
    #expect(try fixture.store.openSessions().isEmpty)
  }

  /// The project's prompts with one word more.
  private func changedPrompts() throws -> PromptLibrary {
    let copy = FileManager.default.temporaryDirectory.appending(path: "prompts-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: copy) }
    try FileManager.default.copyItem(at: ProjectFolder.root.appending(path: "prompts"), to: copy)
    let file = copy.appending(path: "baseline/system/goal_insights.md")
    try (String(contentsOf: file, encoding: .utf8) + "\nAgain.\n").write(
      to: file, atomically: true, encoding: .utf8)
    return try PromptLibrary(directory: copy)
  }

  @Test("a source that fails just now leaves the session for the next try")
  func transient() async throws {
    let fixture = try PipelineFixture()
    let begun = try await fixture.pipelines.begin(request())
    let open = try #require(try fixture.store.openSessions().first)
    fixture.source.setBroken(["u02"])
    await #expect(throws: CoachError.self) { try await fixture.pipelines.takeUp(open) }
    #expect(try fixture.store.openSessions() == [open])
    fixture.source.setBroken([])
    #expect(try await fixture.pipelines.takeUp(open)?.session == begun.session)
  }

  @Test("a session of another user, a check-in and one that is not there are left alone")
  func leftAlone() async throws {
    let fixture = try PipelineFixture(["F02", "F03"])
    let begun = try await fixture.pipelines.begin(request())
    for open in [
      OpenSession(session: begun.session, user: "u03", trigger: .onDemand),
      OpenSession(session: begun.session, user: "u02", trigger: .scheduled),
      OpenSession(session: "nothing", user: "u02", trigger: .onDemand),
    ] {
      #expect(try await fixture.pipelines.takeUp(open) == nil)
    }
    #expect(try fixture.store.session(begun.session, as: owner)?.ending == nil)
  }
}
