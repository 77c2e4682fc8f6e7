import JSONKit
import Scoring
import Testing

/// The checks read a recommendation as they read an insight, and Hindi as they read English.
@Suite("checks on recommendations and Hindi")
struct RecommendationCheckTests {
  private func observation(_ recommendation: JSONValue) -> Observation {
    var observation = Observation.sample()
    observation.artifacts.append(recommendation)
    observation.verdicts.append([
      "node": "recommendation", "topic_key": "goal:g2:advice:start_step_up", "attempt": 0, "accepted": true,
      "rails": [],
    ])
    return observation
  }

  private func result(_ check: JSONValue, _ recommendation: JSONValue) throws -> CheckResult {
    try CheckSpec(check).evaluate(observation(recommendation))
  }

  @Test(arguments: [
    "Raising the SIP by 11.00% a year [f1] would close the shortfall of ₹20.98 L [f2].",
    "SIP हर साल 11.00% [f1] बढ़ाने से ₹20.98 लाख [f2] की कमी पूरी हो सकती है।",
    "SIP हर साल 11 प्रतिशत [f1] बढ़ाएँ, तो २०.९८ लाख रुपये [f2] की कमी पूरी हो सकती है।",
  ])
  func aGroundedRationalePasses(rationale: String) throws {
    let result = try result("grounded", Observation.recommendation(rationale: rationale))
    #expect(result.status == .passed, "\(result.message)")
  }

  @Test(arguments: [
    "Raising the SIP by 12.00% a year [f1] would help.", "It would close ₹20.98 L.",
    "SIP हर साल 12.00% [f1] बढ़ाएँ।", "इससे ₹20.98 करोड़ [f2] की कमी पूरी होगी।", "इससे ₹२१.९८ लाख [f2] मिलेंगे।",
  ])
  func anInventedNumberOfARationaleFails(rationale: String) throws {
    let result = try result("grounded", Observation.recommendation(rationale: rationale))
    #expect(result.status == .failed)
    #expect(result.message.contains("/artifacts/1/rationale_md"), "\(result.message)")
  }

  @Test func anEffectThatIsNoFactFails() throws {
    let result = try result("grounded", Observation.recommendation(after: "goal.g2.after.shortfall"))
    #expect(
      result.message
        == "/artifacts/1/actions/0/effect/after_fact names goal.g2.after.shortfall, which is no fact of the run"
    )
  }

  @Test(arguments: [
    ("close the SHORTFALL", "close the shortfall"), ("गारंटी", "गारंटी से मिलेगा"), ("फ़ायदा पक्का", "फ\u{93C}ायदा   पक्का है"),
    ("पक्का", "प\u{200D}क्का"),
  ])
  func aForbiddenPhraseIsFoundInARationale(phrase: String, rationale: String) throws {
    let result = try result(
      ["forbidden": .string(phrase)], Observation.recommendation(rationale: "यह " + rationale + "।"))
    #expect(result.status == .failed)
    #expect(result.pointers.map(\.description) == ["/artifacts/1/rationale_md"])
  }

  @Test func anArtifactWithoutAVerdictIsAnError() throws {
    var observation = observation(Observation.recommendation())
    #expect(try CheckSpec("guardrails").evaluate(observation).status == .passed)
    observation.verdicts.removeLast()
    let result = try CheckSpec("guardrails").evaluate(observation)
    #expect(result.status == .error)
    #expect(result.message.contains("goal:g2:advice:start_step_up"))
  }

  @Test func aRejectedAttemptIsCountedFromOne() throws {
    var observation = observation(Observation.recommendation())
    observation.verdicts[1] = [
      "node": "recommendation", "topic_key": "goal:g2:advice:start_step_up", "attempt": 0, "accepted": false,
      "rails": [
        ["rail": "R6", "findings": [["code": "no_more_equity", "field": "/body_md", "text": "more equity"]]]
      ],
    ]
    #expect(
      try CheckSpec(["guardrails": ["rejected": 0]]).evaluate(observation).message
        == "1 attempt rejected, expected 0: R6 no_more_equity \"more equity\" "
        + "(goal:g2:advice:start_step_up /body_md, attempt 1)")
  }

  @Test func theContractOfARecommendationIsHeldToo() throws {
    var observation = observation(Observation.recommendation())
    let any = try JSONSchema([:])
    observation.schemas = [
      "fact/1": any, "insight/1": any, "event/1": any,
      "recommendation/1": try JSONSchema(["properties": ["priority": ["maximum": 0]]]),
    ]
    #expect(
      try CheckSpec("schema").evaluate(observation).pointers.map(\.description) == ["/artifacts/1/priority"])
    observation.schemas["recommendation/1"] = nil
    #expect(try CheckSpec("schema").evaluate(observation).status == .error)
  }

  @Test func aFactThatCannotBeKnownFails() throws {
    var observation = Observation.sample()
    observation.absentFacts = ["portfolio.cost"]
    #expect(try CheckSpec("facts").evaluate(observation).status == .passed)
    observation.absentFacts = ["goal.g2.horizon"]
    #expect(
      try CheckSpec("facts").evaluate(observation).message
        == "fact goal.g2.horizon is 185; it cannot be known here, so none is expected")
  }
}
