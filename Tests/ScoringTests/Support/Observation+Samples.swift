import JSONKit
import Scoring

extension Observation {
  /// The worked example of the domain rules: a goal that is behind, told in one insight.
  static func sample(
    body: String = """
    At an assumed 11.00% a year [f1] the plan reaches ₹21.98 L [f2] against an inflated target of \
    ₹42.95 L [f3], a shortfall of ₹20.98 L [f4]. A SIP of ₹24,000 a month [f5] would close it. \
    Actual returns can be lower.
    """,
    title: String = "Education goal is behind"
  ) -> Observation {
    var observation = Observation(kind: .session, outcome: .completed, provenance: .embedded)
    observation.facts = sampleFacts
    observation.artifacts = [insight(title: title, body: body)]
    observation.events = ["session.started", "artifact.insight", "session.completed"].enumerated().map {
      ["v": 1, "seq": .number(JSONNumber($0 + 1)), "type": .string($1)]
    }
    observation.plan = ["nodes": [["id": "goal_insights", "after": []]]]
    observation.verdicts = [
      [
        "node": "goal_insights", "topic_key": "goal:g2:gap:at_risk", "attempt": 0, "accepted": true,
        "rails": [],
      ]
    ]
    observation.writers = [["topic_key": "goal:g2:gap:at_risk", "writer": "model", "attempts": 1]]
    observation.usage = Usage(inputTokens: 900, outputTokens: 100, calls: 1, estimated: true)
    observation.costMicros = 12_000
    observation.totalMilliseconds = 120
    observation.firstArtifactMilliseconds = 80
    return observation
  }

  static let sampleFacts: [JSONValue] = [
    fact("goal.g2.assumed_return", 0.11, "ratio", "11.00%"),
    fact("goal.g2.projected", .number(JSONNumber(text: "2197590.21") ?? JSONNumber(0)), "INR", "₹21.98 L"),
    fact("goal.g2.target_future", 4_295_118.98, "INR", "₹42.95 L"),
    fact("goal.g2.shortfall", 2_097_528.77, "INR", "₹20.98 L"),
    fact("goal.g2.required_sip.rounded", 24_000, "INR", "₹24,000"),
    fact("goal.g2.horizon", 185, "months", "15 years 5 months"),
    fact("goal.g2.target_date", "2042-04-30", "date", "30 April 2042"),
  ]

  static func fact(_ id: String, _ value: JSONValue, _ unit: String, _ display: String) -> JSONValue {
    ["id": .string(id), "value": value, "unit": .string(unit), "display": ["en": .string(display)]]
  }

  static func insight(title: String, body: String) -> JSONValue {
    let cited = [
      "goal.g2.assumed_return", "goal.g2.projected", "goal.g2.target_future", "goal.g2.shortfall",
      "goal.g2.required_sip.rounded", "goal.g2.horizon", "goal.g2.target_date",
    ]
    return [
      "schema": "insight/1", "topic_key": "goal:g2:gap:at_risk", "scope": "goal", "scope_ref": "g2",
      "severity": "action", "title": .string(title), "body_md": .string(body), "caveats": ["estimate"],
      "citations": .array(
        cited.enumerated().map { ["marker": .string("[f\($0 + 1)]"), "fact_id": .string($1)] }),
      "disclaimers": [["id": "not_advice", "text": "Educational information, not investment advice."]],
    ]
  }

  /// A step-up for the goal that is behind.
  static func recommendation(
    rationale: String = "Raising the SIP by 11.00% a year [f1] would close the shortfall of ₹20.98 L [f2].",
    after: String = "goal.g2.target_future"
  ) -> JSONValue {
    [
      "schema": "recommendation/1", "id": "rec_1", "kind": "start_step_up",
      "topic_key": "goal:g2:advice:start_step_up", "priority": 1, "rationale_md": .string(rationale),
      "actions": [
        [
          "type": "start_step_up",
          "params": ["goal": "g2", "step_up_fact": "goal.g2.assumed_return"],
          "effect": ["before_fact": "goal.g2.shortfall", "after_fact": .string(after)],
          "cost": [:], "reversible": true,
        ]
      ],
      "suitability": [
        "profile": "moderate", "horizon_months": 185, "rules_passed": ["equity_ceiling"], "rules_blocked": [],
      ],
      "citations": [
        ["marker": "[f1]", "fact_id": "goal.g2.assumed_return"],
        ["marker": "[f2]", "fact_id": "goal.g2.shortfall"],
      ],
      "disclaimers": [["id": "not_advice", "text": "Educational information, not investment advice."]],
      "expires_at": "2026-09-13", "status": "proposed",
    ]
  }
}
