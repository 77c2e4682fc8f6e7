import JSONKit
import Scoring
import Testing

@Suite("what checks say of an observation")
struct CheckTests {
  private func check(
    _ spec: JSONValue, _ observation: Observation, _ context: CheckContext = CheckContext()
  ) throws -> CheckResult {
    try CheckSpec(spec).evaluate(observation, in: context)
  }

  @Test func groundedNamesNumberPlaceAndFact() throws {
    #expect(try check("grounded", .sample()).status == .passed)
    let result = try check("grounded", .sample(body: "The plan reaches ₹21.90 L [f2]."))
    #expect(result.status == .failed)
    #expect(result.message == "₹21.90 L at /artifacts/0/body_md: fact goal.g2.projected is ₹21.98 L")
    #expect(result.pointers.map(\.description) == ["/artifacts/0/body_md"])
    #expect(try check("grounded", .sample(title: "₹20 L short")).status == .failed)
  }

  @Test func factsAreExactInPaiseAndCloseInRatios() throws {
    var observation = Observation.sample()
    #expect(try check("facts", observation).status == .skipped)
    observation.expectedFacts = [
      "goal.g2.shortfall": 2_097_528.77, "goal.g2.assumed_return": 0.11000000001,
      "goal.g2.target_date": "2042-04-30",
    ]
    #expect(try check("facts", observation).status == .passed)
    observation.expectedFacts = ["goal.g2.shortfall": 2_097_528.78]
    #expect(
      try check("facts", observation).message == "fact goal.g2.shortfall is 2097528.77; expected 2097528.78")
    #expect(try check(["facts": ["tolerance": 1e-6]], observation).status == .passed)
    #expect(
      try check(["facts": ["tolerance": ["goal.g2.shortfall": ["abs": 0.02]]]], observation).status == .passed
    )
    observation.expectedFacts = ["goal.g2.shortfall": 2_097_528.7657]
    #expect(try check("facts", observation).status == .passed)
    observation.expectedFacts = ["goal.g9.gap": 1]
    #expect(try check("facts", observation).message == "fact goal.g9.gap is missing; expected 1")
  }

  @Test func guardrailsNameRailCodeAndWords() throws {
    var observation = Observation.sample()
    #expect(try check("guardrails", observation).status == .passed)
    observation.verdicts.insert(
      [
        "node": "goal_insights", "topic_key": "goal:g2:gap:at_risk", "attempt": 0, "accepted": false,
        "rails": [
          ["rail": "R4", "findings": [["code": "mismatch", "field": "/body_md", "text": "₹21.90 L"]]]
        ],
      ], at: 0)
    let result = try check("guardrails", observation)
    #expect(
      result.message
        == "1 attempt rejected, expected 0: R4 mismatch \"₹21.90 L\" (goal:g2:gap:at_risk /body_md, attempt 1)"
    )
    #expect(try check("guardrails", observation, CheckContext(guardrails: .repaired)).status == .passed)
    #expect(try check(["guardrails": ["rejected": 1]], observation).status == .passed)
    observation.writers = [["topic_key": "goal:g2:gap:at_risk", "writer": "template", "attempts": 3]]
    #expect(try check(["guardrails": ["rejected": 1, "templates": 0]], observation).status == .failed)
    observation.verdicts = []
    #expect(try check("guardrails", observation).status == .error)
  }

  @Test(arguments: ["Assured returns", "ａｓｓｕｒｅｄ   RETURNS", "as\u{200B}sured\nreturns"])
  func forbiddenSeesThroughDisguise(_ phrase: String) throws {
    var observation = Observation.sample(body: "This gives \(phrase).")
    observation.forbidden = ["assured returns"]
    #expect(try check("forbidden", observation).status == .failed)
    observation.artifacts = []
    #expect(try check("forbidden", observation).status == .passed)
    observation.events = [["type": "text.delta", "data": ["text": .string(phrase)]]]
    #expect(try check("forbidden", observation).status == .failed)
    observation.forbidden = []
    #expect(try check("forbidden", observation).status == .skipped)
    #expect(try check(["forbidden": ["ASSURED RETURNS"]], observation).status == .failed)
  }

  @Test func textChecks() throws {
    let sample = Observation.sample()
    let cases: [(JSONValue, CheckStatus)] = [
      (["contains": "shortfall"], .passed), (["contains": ["shortfall", "nowhere"]], .failed),
      (["contains": ["any": ["shortfall", "nowhere"]]], .passed),
      (["contains": ["any": ["nowhere"]]], .failed),
      (["contains": ["all": ["behind"], "on": "titles"]], .passed),
      (["contains": ["all": ["shortfall"], "on": "titles"]], .failed),
      (["not-contains": "nowhere"], .passed), (["not-contains": ["nowhere", "shortfall"]], .failed),
      (["not-contains": ["all": ["nowhere", "shortfall"]]], .passed),
      (["regex": "₹[0-9.]+ L"], .passed), (["regex": ["pattern": "(?i)GUARANTEE"]], .failed),
      (["not-regex": "(?i)guarantee"], .passed), (["regex": ["pattern": "SIP", "not": true]], .failed),
      (["not-regex": ["pattern": "SIP", "not": true]], .passed),
    ]
    for (spec, status) in cases {
      #expect(try check(spec, sample).status == status, "\(spec)")
    }
  }

  @Test func pointers() throws {
    let cases: [(JSONValue, CheckStatus)] = [
      (["path": "/artifacts/0/severity", "equals": "action"], .passed),
      (["path": "/artifacts/0/severity", "in": ["info", "attention"]], .failed),
      (["path": "/artifacts/1", "exists": false], .passed),
      (["path": "/artifacts/0", "exists": false], .failed),
      (["path": "/artifacts/9/x", "equals": 1], .failed), (["path": "/usage/calls", "at_most": 1], .passed),
      (["path": "/usage/calls", "at_least": 2], .failed),
      (["path": "/outcome", "matches": "^comp"], .passed),
      (["path": "/usage", "at_most": 1], .failed), (["path": "/usage/calls", "matches": "1"], .failed),
      (["path": "/facts/0/value", "equals": 0.1100001], .failed),
      (["path": "/facts/0/value", "equals": 0.1100001, "tolerance": 1e-5], .passed),
    ]
    for (options, status) in cases {
      #expect(try check(["pointer": options], .sample()).status == status, "\(options)")
    }
  }

  @Test func budgets() throws {
    var observation = Observation.sample()
    #expect(
      try check(["budget": ["tokens": 1000, "cost": 0.012, "calls": 1]], observation).status == .passed)
    let result = try check(["budget": ["tokens": 999, "cost": "$0.01", "calls": 0]], observation)
    #expect(
      result.details == ["1000 tokens (estimated), cap 999", "1 call, cap 0", "cost $0.012, cap $0.01"])
    observation.costMicros = nil
    #expect(try check(["budget": ["cost": 1]], observation).status == .error)
    #expect(try check(["budget": ["cost": 1, "tokens": 1]], observation).status == .failed)
    observation.usage.inputTokens = .max
    #expect(try check(["budget": ["tokens": 8000]], observation).status == .failed)
  }

  @Test func latencies() throws {
    var observation = Observation.sample()
    #expect(
      try check(["latency": ["total": "120ms", "first_artifact": "0.08s"]], observation).status == .passed)
    #expect(try check(["latency": ["total": "119999us"]], observation).status == .failed)
    observation.firstArtifactMilliseconds = nil
    #expect(
      try check(["latency": ["first_artifact": "1s"]], observation).message
        == "first artifact never, limit 1000.0 ms")
    for provenance in [Provenance.cached, .replayed] {
      observation.provenance = provenance
      #expect(try check(["latency": ["total": "1s"]], observation).status == .error)
    }
  }

  @Test func aBrokenRunNeverPassesAChecksForAbsence() throws {
    let specs: [JSONValue] = [
      "grounded", "guardrails", "forbidden", ["forbidden": ["x"]], ["not-contains": "x"], ["not-regex": "x"],
      ["regex": ["pattern": "x", "not": true]], ["pointer": ["path": "/artifacts/0", "exists": false]],
      ["budget": ["tokens": 1]], ["latency": ["total": "1s"]],
    ]
    for outcome in [Observation.Outcome.failed, .cancelled] {
      let broken = Observation(kind: .session, outcome: outcome, provenance: .embedded)
      for spec in specs { #expect(try check(spec, broken).status == .error, "\(spec)") }
      for name in ["schema", "golden"] {
        #expect(try check(.string(name), broken).status == .failed, "\(name)")
      }
    }
  }

  @Test("no text makes a regular expression slow", .timeLimit(.minutes(1)))
  func hostileRegex() throws {
    var observation = Observation(kind: .session, outcome: .completed, provenance: .embedded)
    let body = JSONValue.string(String(repeating: "a", count: 5_000))
    observation.artifacts = [["schema": "insight/1", "title": "t", "body_md": body]]
    let check = try CheckSpec(["regex": "([^x]+)+☃"])
    #expect(check.evaluate(observation).status == .failed)
  }
}
