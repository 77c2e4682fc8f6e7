import JSONKit
import Scoring
import Testing

@Suite("Checks of resilience")
struct ResilienceCheckTests {
  private func check(
    _ spec: JSONValue, _ observation: Observation, _ evidence: RunEvidence = RunEvidence()
  ) throws -> CheckResult {
    try CheckSpec(spec).evaluate(observation, in: CheckContext(evidence: evidence))
  }

  private func events(_ types: String...) -> [JSONValue] {
    types.enumerated().map { ["seq": .number(JSONNumber($0 + 1)), "type": .string($1)] }
  }

  @Test("an outcome is that of the run, told by exactly one terminal event, which is the last")
  func outcome() throws {
    var observation = Observation.sample()
    #expect(try check(["outcome": "completed"], observation).status == .passed)
    let other = try check(["outcome": "cancelled"], observation)
    #expect(other.status == .failed && other.message == "the run ended completed, expected cancelled")
    observation.outcome = .cancelled
    observation.events = events("session.started", "session.cancelled")
    #expect(try check(["outcome": "cancelled"], observation).status == .passed)
    observation.events = events("session.started", "session.cancelled", "tool.called")
    #expect(try check(["outcome": "cancelled"], observation).message == "1 event after the terminal one")
    observation.events = events("session.started", "session.cancelled", "session.cancelled")
    #expect(try check(["outcome": "cancelled"], observation).status == .failed)
    observation.events = events("session.started")
    #expect(try check(["outcome": "cancelled"], observation).status == .failed)
  }

  @Test("events are counted by type and members, exactly or within limits")
  func counts() throws {
    var observation = Observation.sample()
    observation.events += [
      ["type": "tool.denied", "data": ["tool": "goal_math", "reason": "too_slow"]],
      ["type": "tool.denied", "data": ["tool": "goal_math", "reason": "too_large"]],
    ]
    let cases: [(JSONValue, CheckStatus)] = [
      (["tool.denied": 2], .passed), (["tool.denied": 1], .failed), (["tool.called": 0], .passed),
      (["tool.denied": ["at_least": 2]], .passed), (["tool.denied": ["at_least": 3]], .failed),
      (["tool.denied": ["at_most": 2]], .passed), (["tool.denied": ["at_most": 1]], .failed),
      (["tool.denied": ["at_least": 1, "at_most": 1, "where": ["reason": "too_slow"]]], .passed),
      (["tool.denied": ["at_least": 1, "where": ["reason": "too_many_calls"]]], .failed),
      (["tool.denied": 2, "session.completed": 2], .failed),
    ]
    for (spec, status) in cases {
      #expect(try check(["events": spec], observation).status == status, "\(spec)")
    }
    let few = try check(["events": ["tool.denied": ["at_least": 3]]], observation)
    #expect(few.message == "2 events tool.denied, expected at least 3")
  }

  @Test("what is stored is what the record says, no more and no less")
  func stored() throws {
    var observation = Observation.sample()
    observation.events[1] = [
      "v": 1, "seq": 2, "type": "artifact.insight", "data": ["topic_key": "goal:g2:gap:at_risk"],
    ]
    #expect(try check("stored", observation).status == .error)
    func stored(_ change: (inout StoredRun) -> Void) throws -> CheckResult {
      var evidence = RunEvidence()
      var stored = StoredRun(events: observation.events, artifacts: observation.artifacts)
      change(&stored)
      evidence.stored = stored
      return try check("stored", observation, evidence)
    }
    #expect(try stored { _ in }.status == .passed)
    #expect(try stored { $0.events.removeLast() }.message.contains("first at /2"))
    #expect(try stored { $0.artifacts = [] }.message.contains("is not in the store"))
    #expect(try stored { $0.artifacts.append(["topic_key": "t"]) }.message.contains("only in the store"))
    #expect(
      try stored { $0.artifacts = [["topic_key": "goal:g2:gap:at_risk"]] }.message.contains("differs"))
  }

  @Test(
    "a resumed session is the uninterrupted one, loses no event, repeats no call and reports those in flight")
  func resumed() throws {
    var observation = Observation.sample()
    #expect(try check("resumed", observation).status == .error)
    func resumed(_ change: (inout ResumedRun) -> Void = { _ in }) throws -> CheckResult {
      var evidence = RunEvidence()
      var run = ResumedRun(
        uninterrupted: ["a": [1, 2]], canonical: ["a": [1, 2]],
        eventsBefore: Array(observation.events.prefix(1)), returned: ["t/x"], inFlight: [], begun: ["t/y"])
      change(&run)
      evidence.resumed = run
      return try check("resumed", observation, evidence)
    }
    #expect(try resumed().status == .passed)
    #expect(try resumed { $0.canonical = ["a": [1, 3]] }.message.contains("/a/1"))
    #expect(try resumed { $0.canonical = ["a": [1, 2], "b": 1] }.message.contains("/b"))
    #expect(try resumed { $0.eventsBefore = [["type": "usage"]] }.message.contains("lost or changed"))
    #expect(try resumed { $0.begun = ["t/x"] }.message == "t/x had come back and was made again")
    #expect(try resumed { $0.inFlight = ["t/z"] }.message == "1 call in flight at the kill, 0 reported")
    observation.events.append(["type": "call.possibly_paid_twice"])
    #expect(try resumed { $0.inFlight = ["t/z"] }.status == .passed)
    #expect(try resumed().status == .failed)
  }

  @Test("a repeat gets the first one's session and record; another request under the key is a conflict")
  func repeated() throws {
    let observation = Observation.sample()
    let first = RepeatedRequest.Answer(session: "s", canonical: ["a": 1])
    #expect(try check(["repeated": "conflict"], observation).status == .error)
    func repeated(_ spec: JSONValue, _ run: RepeatedRequest) throws -> CheckResult {
      var evidence = RunEvidence()
      evidence.repeated = run
      return try check(["repeated": spec], observation, evidence)
    }
    let same = RepeatedRequest(first: first, second: first, addedEvents: 0)
    let refused = RepeatedRequest(first: first, refusal: "conflict", addedEvents: 0)
    #expect(try repeated("same_session", same).status == .passed)
    #expect(try repeated("conflict", refused).status == .passed)
    #expect(try repeated("same_session", refused).message == "the repeat was refused: conflict")
    #expect(try repeated("conflict", same).message == "another request under the same key was answered")
    var other = same
    other.second = .init(session: "t", canonical: ["a": 1])
    #expect(try repeated("same_session", other).message.contains("another session"))
    other.second = .init(session: "s", canonical: nil)
    #expect(try repeated("same_session", other).message.contains("another record"))
    var busy = same
    busy.addedEvents = 2
    #expect(try repeated("same_session", busy).message.contains("added 2 events"))
    let elsewise = RepeatedRequest(first: first, refusal: "invalid_request", addedEvents: 0)
    #expect(try repeated("conflict", elsewise).message.contains("refused as invalid_request"))
  }

  @Test(
    "a check that asks for nothing, or for what there is not, is refused",
    arguments: [
      "outcome", ["outcome": "canceled"], ["outcome": 1], "events", ["events": [:]], ["events": 3],
      ["events": ["tool.denyed": 1]], ["events": ["tool.denied": -1]], ["events": ["tool.denied": [:]]],
      ["events": ["tool.denied": ["at_least": 0]]],
      ["events": ["tool.denied": ["at_least": 2, "at_most": 1]]],
      ["events": ["tool.denied": ["at_least": 1, "where": 1]]],
      ["events": ["tool.denied": ["atleast": 1]]], ["stored": true], ["resumed": ["x": 1]], "repeated",
      ["repeated": "same"],
    ] as [JSONValue])
  func refused(spec: JSONValue) {
    #expect(throws: ScoringError.self) { try CheckSpec(spec) }
  }
}
