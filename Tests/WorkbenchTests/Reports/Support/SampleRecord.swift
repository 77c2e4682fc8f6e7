import JSONKit

/// A made-up `run/1` record with one insight, its facts and its events.
enum SampleRecord {
  /// The record; with `isRejected` one whose three drafts were refused and whose text the template wrote.
  static func value(isRejected: Bool) -> JSONValue {
    [
      "schema": "run/1", "kind": "session", "seed": 7, "model": "composer", "provenance": "embedded",
      "plan": [
        "nodes": [
          ["id": "goal_insights", "agent": "goal_insights", "after": []],
          ["id": "qa_citation", "agent": "qa_citation", "after": ["goal_insights"]],
        ]
      ],
      "facts": facts, "calls": isRejected ? calls : [], "verdicts": isRejected ? rejections : [acceptance],
      "artifacts": ["insights": [insight], "recommendations": []],
      "writers": [
        [
          "topic_key": "goal:g2:gap:at_risk", "writer": isRejected ? "template" : "model",
          "attempts": isRejected ? 3 : 1,
        ]
      ],
      "qa": ["verdict": "pass", "checks": [], "ungrounded": []], "events": events,
      "checks": [
        ["check": "schema", "status": "passed", "message": "", "details": []],
        [
          "check": "golden", "status": "failed",
          "message": "/facts/goal.g1.surplus   1204500.25 -> 1204400.25 (and 2 more)",
          "details": [
            "/facts/goal.g1.surplus   1204500.25 -> 1204400.25",
            "/insights/0/caveats/1   \"short_history\" -> (missing)",
            "/insights/0/disclaimers/2   (none) -> {\"id\":\"past_performance\"}",
          ],
        ],
      ],
      "timings": [
        "started_at": "2026-11-22T09:15:00.250Z", "total_ms": 8.9, "first_artifact_ms": 6.1,
        "nodes": [
          ["id": "goal_insights", "start_ms": 0.4, "ms": 5.6],
          ["id": "qa_citation", "start_ms": 6.0, "ms": 2.1],
        ],
      ],
    ]
  }

  private static let facts: JSONValue = [
    fact("goal.g2.assumed_return", "assumed return of the goal", 0.11, "ratio", "11.00%", "assumption"),
    fact("goal.g2.horizon", "months to the target date", 57, "months", "57 months", "exact"),
    fact("goal.g2.projected", "projected value", 2_198_000, "INR", "₹21.98 L", "estimate"),
    fact(
      "goal.g2.required_sip.rounded", "monthly SIP that closes the gap", 24_000, "INR", "₹24,000", "estimate"),
    fact("goal.g2.shortfall", "shortfall", 2_097_550, "INR", "₹20.98 L", "estimate"),
    fact("goal.g2.target_date", "target date", "2031-06-01", "date", "1 June 2031", "exact"),
    fact("goal.g2.target_future", "inflated target", 4_295_550, "INR", "₹42.95 L", "estimate"),
    fact("portfolio.nav_date", "oldest NAV date used", "2026-08-13", "date", "13 August 2026", "stale"),
    fact("portfolio.value", "portfolio value", 1_846_220, "INR", "₹18.46 L", "exact"),
  ]

  private static func fact(
    _ id: String, _ name: String, _ value: JSONValue, _ unit: String, _ display: String, _ quality: String
  ) -> JSONValue {
    [
      "id": .string(id), "name": .string(name), "value": value, "unit": .string(unit), "as_of": "2026-08-14",
      "tool": "goal_math", "tool_version": "1", "quality": .string(quality),
      "display": ["en": .string(display), "hi": .string(display), "short": .string(display)],
    ]
  }

  private static let insight: JSONValue = [
    "schema": "insight/1", "id": "ins_01", "agent": "goal_insights", "scope": "goal", "scope_ref": "g2",
    "topic_key": "goal:g2:gap:at_risk", "severity": "action", "title": "Education goal is behind",
    "body_md": """
    At an assumed 11.00% a year [f1] the plan reaches ₹21.98 L [f2] by 1 June 2031 [f6], against an inflated
    target of ₹42.95 L [f3]: a shortfall of ₹20.98 L [f4].

    - A SIP of ₹24,000 a month [f5] would close it.
    - Actual returns can be lower.
    """,
    "citations": [
      ["marker": "[f1]", "fact_id": "goal.g2.assumed_return"],
      ["marker": "[f2]", "fact_id": "goal.g2.projected"],
      ["marker": "[f3]", "fact_id": "goal.g2.target_future"],
      ["marker": "[f4]", "fact_id": "goal.g2.shortfall"],
      ["marker": "[f5]", "fact_id": "goal.g2.required_sip.rounded"],
      ["marker": "[f6]", "fact_id": "goal.g2.target_date"],
    ],
    "assumptions": [
      ["key": "assumed_return", "value": "11.00% a year", "fact_id": "goal.g2.assumed_return"]
    ],
    "caveats": ["estimate", "stale_nav"],
    "disclaimers": [
      [
        "id": "std_warning",
        "text":
          "Mutual Fund investments are subject to market risks, read all scheme related documents carefully.",
      ], ["id": "not_advice", "text": "Educational information, not investment advice."],
    ],
    "as_of": "2026-08-14", "language": "en",
  ]

  private static let acceptance: JSONValue = [
    "node": "goal_insights", "topic_key": "goal:g2:gap:at_risk", "attempt": 0, "accepted": true,
    "rails": [
      ["rail": "R1", "findings": []], ["rail": "R2", "findings": []], ["rail": "R4", "findings": []],
    ],
  ]

  private static let rejections: JSONValue = .array(
    (0..<3).map { attempt in
      [
        "node": "goal_insights", "topic_key": "goal:g2:gap:at_risk", "attempt": .number(JSONNumber(attempt)),
        "accepted": false,
        "rails": [
          ["rail": "R1", "findings": []], ["rail": "R2", "findings": []], ["rail": "R3", "findings": []],
          [
            "rail": "R4",
            "findings": [
              [
                "code": "uncited", "field": "/body_md", "start": 12, "end": 19, "text": "₹47,310",
                "detail": "no cited fact has this value; cite a fact or leave the number out",
              ]
            ],
          ],
        ],
      ]
    })

  private static let calls: JSONValue = .array(
    (0..<3).map { attempt in
      [
        "node": "goal_insights", "topic_key": "goal:g2:gap:at_risk", "attempt": .number(JSONNumber(attempt)),
        "kind": attempt == 0 ? "draft" : "repair", "model": "faulty:invent_number",
        "completion":
          "{\"title\":\"Education goal is behind\",\"body_md\":\"A SIP of ₹47,310 would close it.\"}",
      ]
    })

  private static let events: JSONValue = .array(
    [
      ("session.started", ["trigger": "on_demand"]), ("plan.ready", ["nodes": [1, 2]]),
      ("agent.started", ["node": "goal_insights"]),
      ("tool.called", ["tool": "goal_math", "node": "goal_insights"]),
      ("tool.result", ["tool": "goal_math", "facts": [1, 2, 3, 4, 5, 6, 7, 8, 9]]),
      ("model.called", ["node": "goal_insights", "attempt": 0]),
      ("guardrail.verdict", ["topic_key": "goal:g2:gap:at_risk", "attempt": 0, "accepted": false]),
      ("artifact.insight", ["topic_key": "goal:g2:gap:at_risk"]),
      ("agent.finished", ["node": "goal_insights"]),
      ("session.completed", [:]),
    ].enumerated().map { index, event in
      [
        "v": 1, "seq": .number(JSONNumber(index + 1)), "session": "5f0c",
        "ts": .string("2026-11-22T09:15:00.25\(index)Z"), "type": .string(event.0), "data": .object(event.1),
      ]
    } as [JSONValue])
}
