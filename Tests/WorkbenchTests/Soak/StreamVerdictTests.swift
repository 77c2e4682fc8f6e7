import CoachCore
import Finance
import Foundation
import JSONKit
import Scoring
import Testing

@testable import Workbench

/// A session of the engine, heard as a client hears it, with faults planted on the way.
@Suite("The verdict of a stream")
struct StreamVerdictTests {
  private let suite: SoakSuite
  private let member: SoakSuite.Member
  private let lines: [ReceivedLine]

  init() async throws {
    let project = try Project(containing: #filePath)
    suite = try SoakSuite(file: project.root.appending(path: "suites/soak.yaml").path)
    member = try #require(suite.members.first { $0.test.id == "young-saver" })
    let setup = try EngineSetup(project: project)
    let inputs = try SuiteInputs([(suite.suite, member.test)], project: project)
    let trial = try #require(
      Trial.all(
        of: try SuiteSelection(
          files: [project.root.appending(path: "suites/soak.yaml").path], ids: [member.test.id]),
        variants: [], models: [], trials: 1
      ).first)
    let run = try await CaseRun(setup: setup, inputs: inputs, seed: 1).run(trial).record
    let record = try #require(try JSONValueEncoder().encode(run).object)
    lines = try #require(record["events"]?.array).enumerated().map { place, event in
      ReceivedLine(
        seq: place + 1, type: event["type"]?.string ?? "", data: event.compact(), at: UInt64(place) * 1_000,
        connection: 0)
    }
  }

  private func verdict(
    _ lines: [ReceivedLine], _ behaviour: Behaviour = .plain, cap: Int? = nil, caps: SoakCaps = SoakCaps(),
    user: Int = 1, change: (inout SessionLog) -> Void = { _ in }
  ) throws -> StreamVerdict {
    var log = SessionLog(
      plan: PlannedSession(
        number: 1, place: 0, behaviour: behaviour, start: .zero, idempotencyKey: "soak-1-1", dropAfter: 1,
        user: user))
    log.session = try JSONValue(parsing: lines.first?.data ?? "{}")["session"]?.string
    log.events = lines
    change(&log)
    let member = SoakSuite.Member(
      test: member.test, user: member.user, body: member.body, expected: member.expected, cap: cap)
    var suite = suite
    suite.settings.caps = caps
    return StreamVerdict(log, of: member, in: suite)
  }

  /// The session as if it had found no room in an account.
  private func exhausted(_ scope: String, spent: Int, cap: Int) throws -> [ReceivedLine] {
    let last = try #require(lines.last)
    var event = try #require(try JSONValue(parsing: last.data).object)
    event["type"] = "session.budget_exhausted"
    event["data"] = [
      "reason": "cap", "scope": .string(scope), "spent": ["tokens": .number(JSONNumber(spent)), "micros": 0],
      "cap": ["tokens": .number(JSONNumber(cap))], "reset_at": "2026-08-14T18:30:00.000Z",
    ]
    return lines.dropLast() + [
      ReceivedLine(
        seq: last.seq, type: "session.budget_exhausted", data: JSONValue.object(event).compact(), at: last.at,
        connection: last.connection)
    ]
  }

  private func replaced(_ place: Int, _ change: (String) -> String) -> [ReceivedLine] {
    var lines = lines
    let line = lines[place]
    lines[place] = ReceivedLine(
      seq: line.seq, type: line.type, data: change(line.data), at: line.at, connection: line.connection)
    return lines
  }

  @Test("a session as the engine told it is right")
  func right() throws {
    let verdict = try verdict(lines)
    #expect(verdict.findings == [] && verdict.isOK && verdict.outcome == .completed)
    #expect(verdict.events == lines.count && verdict.budget == nil)
  }

  @Test("a gap, a repeat, two ends and a missing end are each found")
  func order() throws {
    var gap = lines
    gap.remove(at: 3)
    #expect(try verdict(gap).findings.contains { $0.kind == "order" })
    #expect(try verdict(lines + [lines[2]]).findings.contains { $0.message.contains("over one connection") })
    let twice =
      lines
      + [replaced(lines.count - 1) { $0 }[lines.count - 1]].map {
        ReceivedLine(
          seq: lines.count + 1, type: "session.failed", data: $0.data, at: $0.at, connection: 0)
      }
    #expect(try verdict(twice).findings.contains { $0.kind == "terminal" })
    #expect(try verdict(Array(lines.dropLast())).findings.contains { $0.kind == "terminal" })
  }

  @Test("a payload that is another's, breaks its schema or states a wrong figure is found")
  func payloads() throws {
    let other = replaced(4) { $0.replacing("\"seq\":5", with: "\"seq\":6") }
    #expect(try verdict(other).findings.map(\.kind) == ["schema"])
    #expect(try verdict(replaced(4) { _ in "{" }).findings.map(\.kind) == ["schema"])
    let unversioned = replaced(4) { $0.replacing("\"v\":1", with: "\"v\":2") }
    #expect(try verdict(unversioned).findings.contains { $0.kind == "schema" })
    let place = try #require(lines.firstIndex { $0.type == "artifact.insight" })
    let invented = replaced(place) {
      $0.replacing("₹", with: "₹9", maxReplacements: 1)
    }
    #expect(invented[place].data != lines[place].data)
    #expect(try verdict(invented).findings.contains { $0.kind == "grounded" })
  }

  @Test("a session that ends otherwise than its client's behaviour asks for is found")
  func terminals() throws {
    #expect(try verdict(lines, .exhaust).findings.contains { $0.kind == "terminal" })
    let cancelled = { (log: inout SessionLog) in log.cancelled = 0 }
    #expect(try verdict(lines, .cancel, change: cancelled).isOK)
    let late = lines.map {
      ReceivedLine(
        seq: $0.seq, type: $0.type, data: $0.data, at: $0.at + 6_000_000_000, connection: $0.connection)
    }
    #expect(try verdict(late, .cancel, change: cancelled).findings.map(\.kind) == ["terminal"])
  }

  @Test("a cap that was passed is found, and one that was kept is told")
  func caps() throws {
    let kept = try #require(try verdict(lines, cap: 1_000_000).budget)
    #expect(!kept.isOverrun && !kept.isExhausted && kept.used > 0)
    let passed = try verdict(lines, cap: 10)
    #expect(passed.budget?.isOverrun == true && passed.findings.map(\.kind) == ["budget"])
  }

  @Test(
    "a session that finds no room in an account of a day is right where that cap was set, and nowhere else")
  func sharedCaps() throws {
    var caps = SoakCaps()
    (caps.userDay, caps.globalDay) = (24_000, 90_000)
    let user = try exhausted("user_day", spent: 23_000, cap: 24_000)
    for behaviour in [Behaviour.plain, .slow, .drop, .cancel, .exhaust] {
      #expect(try verdict(user, behaviour, caps: caps).findings == [], "\(behaviour)")
    }
    #expect(try verdict(exhausted("global_day", spent: 1, cap: 90_000), caps: caps).isOK)
    // The session's own cap is another matter: what an account of a day holds says nothing of it.
    #expect(try verdict(user, cap: 20_000, caps: caps).budget?.isOverrun == false)
    let wrong = [
      try verdict(user), try verdict(exhausted("user_day", spent: 1, cap: 9), caps: caps),
      try verdict(exhausted("session", spent: 1, cap: 24_000), caps: caps),
    ]
    for verdict in wrong { #expect(verdict.findings.contains { $0.kind == "terminal" }) }
  }

  @Test("what sessions took together is held to the caps, whatever numbers a service tells")
  func sharedBudgets() throws {
    var caps = SoakCaps()
    caps.userDay = 24_000
    let one = try verdict(lines, caps: caps)
    let used = one.use.tokens
    #expect(used > 1_000)
    let out = try verdict(exhausted("user_day", spent: 23_999, cap: 24_000), caps: caps)
    let other = try verdict(lines, caps: caps, user: 2)
    (caps.userDay, caps.globalDay) = (24_000, 3 * used)
    let budgets = SharedBudget.all([one, out, other], under: caps)
    #expect(budgets.map(\.user) == [nil, 1, 2] && budgets.map(\.sessions) == [3, 2, 1])
    #expect(budgets.map(\.used) == [3 * used, max(2 * used, 23_999), used])
    #expect(budgets.map(\.exhausted) == [0, 1, 0] && !budgets.contains(where: \.isOverrun))
    #expect(SharedBudget.words(budgets) == ", 2 users and all together")
    caps.globalDay = 3 * used - 1
    #expect(SharedBudget.all([one, out, other], under: caps)[0].isOverrun)
    #expect(!SharedBudget.all([one, out, other], under: caps, days: 2)[0].isOverrun)
    #expect(SharedBudget.all([one, other], warmUp: [out], under: caps).map(\.sessions) == [3, 1, 1])
    let counts = SoakCounts(
      [one, out, other], stalls: 0, shared: SharedBudget.all([one, out, other], under: caps))
    #expect(counts.capped == 3 && counts.exhausted == 1 && counts.overruns == 1)
    let place = try #require(lines.firstIndex { $0.type == "model.result" })
    let absurd = try verdict(
      replaced(place) {
        $0.replacing(/"(in|out)put_tokens":\d+/, with: { "\"\($0.1)put_tokens\":\(Int.max)" })
      })
    #expect(absurd.use.tokens == .max)
    #expect(SharedBudget.all([absurd, one], under: caps)[0].isOverrun)
    #expect(SharedBudget.all([absurd], under: SoakCaps()).isEmpty)
  }

  @Test("two answers under one key are one session, one of them a repeat")
  func twins() throws {
    func twins(_ sessions: [String], _ repeats: Int, sentAgain: Int = 0) throws -> [String] {
      try verdict(lines, .duplicate) {
        $0.twins = .init(sessions: sessions, repeats: repeats)
        $0.callsRepeated = sentAgain
      }.findings.map(\.kind)
    }
    #expect(try twins(["a", "a"], 1) == [])
    #expect(try twins(["a", "b"], 0) == ["idempotency"])
    #expect(try twins(["a", "a"], 0) == ["idempotency"])
    #expect(try twins(["a", "a"], 2) == ["idempotency"])
    // The answer that told of the beginning went down with the engine, and the request was sent again.
    #expect(try twins(["a", "a"], 2, sentAgain: 1) == [])
    #expect(try twins(["a", "a"], 0, sentAgain: 1) == ["idempotency"])
    #expect(try twins(["a", "b"], 1, sentAgain: 1) == ["idempotency"])
  }

  @Test("a verdict can do without what the events said, and keeps all times")
  func withoutPayloads() throws {
    let verdict = try verdict(lines, cap: 10)
    let light = verdict.withoutPayloads
    #expect(light.log.events.allSatisfy { $0.data.isEmpty } && light.findings == verdict.findings)
    #expect(
      light.log.events.map(\.at) == lines.map(\.at) && light.log.events.map(\.type) == lines.map(\.type))
    #expect(SoakTimes([light.log])[.total] == SoakTimes([verdict.log])[.total])
  }

  @Test("a session that broke off is an error, told once")
  func broken() throws {
    let verdict = try verdict(Array(lines.prefix(3))) { $0.failure = "closed" }
    #expect(verdict.isError && verdict.findings == [StreamFinding(kind: "transport", message: "closed")])
  }
}
