import JSONKit
import Scoring

@testable import Workbench

/// A made-up run of the core suite, as rows, gates and records, in the shapes the files of a run have.
enum SampleRun {
  static let provenance = RunProvenance(
    run: "r-20261122-0915-7f3a", version: "0.1.0", suites: ["suites/core.yaml"],
    startedAt: "2026-11-22T09:15:00.250Z", durationMilliseconds: 1_834, seed: 7, jobs: 8, host: "ci-runner-4")

  static let usageByAgent = [
    AgentUsage(
      agent: "goal_insights", calls: 14, inputTokens: 18_420, outputTokens: 2_960, costMicros: 10_525),
    AgentUsage(agent: "qa_citation", calls: 0, inputTokens: 0, outputTokens: 0, costMicros: 0),
  ]

  /// A row as it stands in `results.jsonl`; `members` replace those of a passing row.
  static func row(_ id: String, _ members: JSONObject = [:]) throws -> CaseResult {
    try JSONValueDecoder().decode(CaseResult.self, from: .object(rowObject(id, members)))
  }

  static func rowObject(_ id: String, _ members: JSONObject = [:]) -> JSONObject {
    var row: JSONObject = [
      "schema": "result/1", "suite": "core", "case": .string(id), "kind": "session", "variant": "baseline",
      "model": "composer", "trial": 1, "tags": ["goals"], "status": "passed",
      "checks": [
        check("schema"), check("facts"), check("grounded"), check("guardrails"), check("forbidden"),
        check("golden"),
      ],
      "error": nil, "file": "suites/core.yaml", "line": 12,
      "tokens": ["input": 1540, "output": 260, "estimated": true], "cost_micros": 905,
      "priced_as": "openai/gpt-5-mini", "latency_ms": 4.2, "first_artifact_ms": 2.6, "provenance": "embedded",
    ]
    for (key, value) in members { row[key] = value }
    return row
  }

  static func check(_ name: String, _ status: String = "passed", _ message: String = "") -> JSONValue {
    ["check": .string(name), "status": .string(status), "message": .string(message)]
  }

  /// The rows of a run with a golden mismatch, an invented number and an error among passing cases.
  static func rows() throws -> [CaseResult] {
    var rows = try [
      ("two-goal-saver", 4.2), ("late-starter", 3.1), ("step-up-saver", 6.4), ("debt-heavy", 5.5),
    ]
    .map { try row($0.0, ["latency_ms": JSONValue(floatLiteral: $0.1)]) }
    rows.append(try row("goal-agent-behind", failingMembers))
    rows.append(try row("surplus", goldenMembers))
    rows.append(
      try row(
        "broken-portfolio",
        [
          "status": "error", "checks": [], "latency_ms": 0.3, "cost_micros": nil,
          "error": [
            "kind": "bad_fixture", "message": "fixtures/portfolios/F26.json:41: unknown key “holdigns”",
          ],
        ]))
    rows.append(
      try row(
        "needs-live",
        ["status": "skipped", "checks": [check("schema", "skipped", "one-agent case on a target")]]))
    return rows
  }

  private static let failingMembers: JSONObject = [
    "status": "failed", "model": "faulty:invent_number", "kind": "agent", "line": 31, "latency_ms": 18.9,
    "checks": [
      check("schema"), check("grounded"),
      check("guardrails", "failed", "rejected 3 drafts (R4 uncited ₹47,310), templates 1; expected 0 and 0"),
    ],
  ]

  private static let goldenMembers: JSONObject = [
    "status": "failed", "line": 44, "latency_ms": 9.7,
    "checks": [
      check("schema"),
      check("golden", "failed", "/facts/goal.g1.surplus   1204500.25 -> 1204400.25 (and 2 more)"),
    ],
  ]

  /// The gates of the suite over rows; the first does not hold.
  static func gates(_ rows: [CaseResult]) throws -> [(suite: String, result: GateResult)] {
    try ["pass_rate >= 1.0", "cost.mean <= 0.02", "latency.p95 < 2s"].map {
      ("core", try Gate($0).evaluate(rows))
    }
  }

  /// What the reports of this run are made of.
  static func input() throws -> ReportInput {
    let rows = try rows()
    let cells = Cell.group(rows)
    let summary = RunSummary(rows: rows, gates: try gates(rows), run: provenance, usageByAgent: usageByAgent)
    return ReportInput(
      summary: summary, cells: cells,
      details: cells.filter(\.isFailing).map { cell in
        let isGolden = cell.shown.caseID == "surplus"
        let record: JSONValue? = cell.status == .error ? nil : SampleRecord.value(isRejected: !isGolden)
        return CaseDetail(row: cell.shown, record: record)
      },
      samples: cells.filter { $0.status == .passed }.prefix(2).map { cell in
        CaseDetail(row: cell.shown, record: SampleRecord.value(isRejected: false))
      })
  }
}
