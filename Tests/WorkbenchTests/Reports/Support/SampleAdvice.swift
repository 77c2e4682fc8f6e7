import JSONKit

/// Made-up recommendations with the facts they rest on, in the two languages.
enum SampleAdvice {
  /// What a record of a run in a language holds beside its goal insight.
  static func added(to record: JSONValue, language: String) -> JSONValue {
    guard var members = record.object else { return record }
    let isHindi = language == "hi"
    let insights = isHindi ? [hindiInsight] : (record["artifacts"]?["insights"]?.array ?? []) + analysts
    members["facts"] = .array((record["facts"]?.array ?? []) + facts)
    members["artifacts"] = [
      "insights": .array(insights),
      "recommendations": isHindi ? [hindiStepUp] : [rebalance, stepUp],
    ]
    members["request"] = ["options": ["language": .string(language)]]
    members["plan"] = [
      "nodes": .array(
        ["goal_insights", "performance", "allocation", "recommendation", "qa_citation"].map {
          ["id": .string($0), "agent": .string($0), "after": []]
        })
    ]
    members["writers"] = .array(
      (record["writers"]?.array ?? []) + [
        ["topic_key": "goal:g2:advice:start_step_up", "writer": "model", "attempts": 2],
        ["topic_key": "goal:g2:advice:rebalance", "writer": "template", "attempts": 3],
      ])
    return .object(members)
  }

  private static let facts: [JSONValue] = [
    fact("goal.g2.after.start_step_up.shortfall", "shortfall with the step-up", 0, "INR", "₹0", "₹0"),
    fact("goal.g2.required_step_up", "yearly rise that closes the gap", 0.1, "ratio", "10.00%", "10.00%"),
    fact("goal.g2.drift.largest", "largest drift", 12.5, "percent_point", "12.50 pp", "12.50 प्रतिशत अंक"),
    fact("goal.g2.sale.drift", "largest drift after the sale", 0, "percent_point", "0.00 pp", "0.00 प्रतिशत अंक"),
    fact("goal.g2.sale.tax", "tax on the sale", 9_375, "INR", "₹9,375", "₹9,375"),
    fact("goal.g2.sale.exit_load", "exit load of the sale", 1_240, "INR", "₹1,240", "₹1,240"),
    fact("goal.g2.sale.amount", "amount to sell", 230_000, "INR", "₹2.30 L", "₹2.30 लाख"),
    fact("scheme.h1.return_3y", "return over 3 years", 0.1432, "ratio", "14.32%", "14.32%"),
    fact("goal.g2.weight.equity", "share of equity", 0.725, "ratio", "72.50%", "72.50%"),
  ]

  private static func fact(
    _ id: String, _ name: String, _ value: JSONValue, _ unit: String, _ display: String, _ hindi: String
  ) -> JSONValue {
    [
      "id": .string(id), "name": .string(name), "value": value, "unit": .string(unit), "as_of": "2026-08-14",
      "tool": "allocation_math", "tool_version": "1", "quality": "exact",
      "display": ["en": .string(display), "hi": .string(hindi), "short": .string(display)],
    ]
  }

  private static let disclaimers: JSONValue = [
    [
      "id": "std_warning",
      "text":
        "Mutual Fund investments are subject to market risks, read all scheme related documents carefully.",
    ], ["id": "not_advice", "text": "Educational information, not investment advice."],
  ]

  private static func suitability(blocked: JSONValue) -> JSONValue {
    [
      "profile": "moderate", "horizon_months": 57, "rules_passed": ["equity_ceiling", "sale_costed"],
      "rules_blocked": blocked,
    ]
  }

  static let stepUp: JSONValue = [
    "schema": "recommendation/1", "id": "rec_01", "kind": "start_step_up",
    "topic_key": "goal:g2:advice:start_step_up", "priority": 1,
    "rationale_md": "Raising the SIP by 10.00% a year [f1] would close the shortfall of ₹20.98 L [f2].",
    "actions": [
      [
        "type": "start_step_up",
        "params": ["goal": "g2", "rate_fact": "goal.g2.required_step_up", "sips": ["s1", "s2"]],
        "effect": [
          "before_fact": "goal.g2.shortfall", "after_fact": "goal.g2.after.start_step_up.shortfall",
        ],
        "cost": [:], "reversible": true,
      ]
    ],
    "suitability": suitability(blocked: []),
    "citations": [
      ["marker": "[f1]", "fact_id": "goal.g2.required_step_up"],
      ["marker": "[f2]", "fact_id": "goal.g2.shortfall"],
    ],
    "disclaimers": disclaimers, "expires_at": "2026-09-13", "status": "proposed",
  ]

  static let rebalance: JSONValue = [
    "schema": "recommendation/1", "id": "rec_02", "kind": "rebalance",
    "topic_key": "goal:g2:advice:rebalance", "priority": 2,
    "rationale_md":
      "Equity is off its target by 12.50 percentage points [f1]. Selling ₹2.30 L [f2] would mend that.",
    "actions": [
      [
        "type": "rebalance", "params": ["amount_fact": "goal.g2.sale.amount", "from_class": "equity"],
        "effect": ["before_fact": "goal.g2.drift.largest", "after_fact": "goal.g2.sale.drift"],
        "cost": ["tax_fact": "goal.g2.sale.tax", "exit_load_fact": "goal.g2.sale.exit_load"],
        "reversible": false,
      ]
    ],
    "suitability": suitability(blocked: ["flexible_date"]),
    "citations": [
      ["marker": "[f1]", "fact_id": "goal.g2.drift.largest"],
      ["marker": "[f2]", "fact_id": "goal.g2.sale.amount"],
    ],
    "disclaimers": disclaimers, "expires_at": "2026-08-28T00:00:00+05:30", "status": "proposed",
  ]

  private static let hindiStepUp: JSONValue = {
    guard var members = stepUp.object else { return stepUp }
    members["rationale_md"] = "SIP हर साल 10.00% [f1] बढ़ाने से ₹20.98 L [f2] की कमी पूरी हो सकती है।"
    return .object(members)
  }()

  private static let analysts: [JSONValue] = [
    insight(
      "performance", "scheme:h1:return:ok", "info", "Your fund has kept pace",
      "Over three years it returned 14.32% a year [f1]. Past performance may or may not be sustained.",
      "scheme.h1.return_3y"),
    insight(
      "allocation", "goal:g2:allocation:drifted", "attention", "Equity is above its target",
      "Equity is 72.50% [f1] of this goal's money.", "goal.g2.weight.equity"),
  ]

  private static let hindiInsight = insight(
    "goal_insights", "goal:g2:gap:at_risk", "action", "शिक्षा का लक्ष्य पीछे है",
    "इस रफ़्तार से ₹20.98 L [f1] की कमी रह सकती है।", "goal.g2.shortfall", language: "hi")

  private static func insight(
    _ agent: String, _ topic: String, _ severity: String, _ title: String, _ body: String, _ cited: String,
    language: String = "en"
  ) -> JSONValue {
    [
      "schema": "insight/1", "id": .string("ins_\(agent)"), "agent": .string(agent), "scope": "goal",
      "scope_ref": "g2", "topic_key": .string(topic), "severity": .string(severity), "title": .string(title),
      "body_md": .string(body), "claims": [],
      "citations": [["marker": "[f1]", "fact_id": .string(cited)]], "assumptions": [], "caveats": [],
      "disclaimers": disclaimers, "as_of": "2026-08-14", "language": .string(language),
    ]
  }
}
