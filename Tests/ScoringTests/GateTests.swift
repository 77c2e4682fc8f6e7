import JSONKit
import Scoring
import Testing

@Suite("gates")
struct GateTests {
  @Test(arguments: [
    "pass_rate >= 1.0", "pass_rate.lo95 >= 80%", "pass_rate.hi95 < 0.9", "cost.mean <= $0.02",
    "cost.total < 3",
    "tokens.max <= 8000", "latency.p95 < 2s", "latency.mean <= 250us", "first_artifact.p95 < 500ms",
    "errors <= 1%",
    "errors == 0", "golden.mismatches == 0", "check.grounded.pass_rate == 1",
    "check.not-contains.pass_rate.lo95 > 0.5",
    "latency.p99 != 1ms where tag=smoke and variant=B", "errors == 0 where model=openai/gpt-5-mini",
    "errors == 0 where case=\"a b, c\" and suite=core and kind=session",
  ])
  func printsAsItReads(_ text: String) throws {
    let gate = try Gate(text)
    #expect(gate.description == text)
    #expect(try Gate(gate.description) == gate)
  }

  @Test(arguments: [
    ("  pass_rate>=1", "pass_rate >= 1"), ("ttft.p50<1s", "first_artifact.p50 < 1s"),
    ("errors<=0 where tag=a,variant=B model=\"m\"", "errors <= 0 where tag=a and variant=B and model=m"),
    ("latency.p50 < 5µs", "latency.p50 < 5us"),
  ])
  func otherSpellings(_ text: String, _ standard: String) throws {
    #expect(try Gate(text).description == standard)
  }

  @Test func randomGatesSurvivePrinting() throws {
    var random = SplitMix64(seed: 4)
    let metrics = [
      ("pass_rate", "%"), ("cost.mean", ""), ("latency.p95", "ms"), ("tokens.total", ""), ("errors", "%"),
    ]
    for _ in 0..<200 {
      let (metric, unit) = metrics[Int.random(in: 0..<metrics.count, using: &random)]
      let comparison = [">=", ">", "<=", "<", "==", "!="][Int.random(in: 0..<6, using: &random)]
      let slice = Bool.random(using: &random) ? " where tag=t\(Int.random(in: 0...9, using: &random))" : ""
      let gate = try Gate(
        "\(metric) \(comparison) \(Double.random(in: 0...99, using: &random))\(unit)\(slice)")
      #expect(try Gate(gate.description) == gate)
    }
  }

  @Test(arguments: [
    ("", 0, nil), ("pass_rat >= 1", 0, "pass_rate"), ("latency >= 1s", 0, nil), ("pass_rate => 1", 10, nil),
    ("pass_rate = 1", 10, "=="), ("pass_rate", 9, nil), ("pass_rate >=", 12, nil),
    ("pass_rate >= x", 13, nil),
    ("pass_rate >= 1e999", 13, nil), ("latency.p95 < 2", 14, nil), ("latency.p95 < $2", 14, nil),
    ("errors <= 1 wher tag=x", 12, "where"), ("errors <= 1 where", 17, nil),
    ("errors <= 1 where tga=x", 18, "tag"),
    ("errors <= 1 where tag", 21, nil), ("errors <= 1 where tag=", 22, nil),
    ("errors <= 1 where tag=\"x", 22, nil),
    ("check.grounde.pass_rate >= 1", 0, "check.grounded.pass_rate"), ("tokens.mean < 1%", 14, nil),
  ])
  func refuses(_ text: String, _ offset: Int, _ suggestion: String?) {
    let error = #expect(throws: ScoringError.self) { try Gate(text) }
    #expect(error?.code == .badGate)
    #expect(error?.offset == offset)
    #expect(error?.suggestion == suggestion)
  }

  private func outcome(_ text: String, _ rows: [CaseResult]) throws -> (GateResult.Status, Double?) {
    let result = try Gate(text).evaluate(rows)
    return (result.status, result.actual)
  }

  private let rows: [CaseResult] = [
    .row(costMicros: 10_000, milliseconds: 100, tags: ["smoke"]),
    .row(costMicros: 20_000, milliseconds: 200, variant: "B"),
    .row([("schema", .passed), ("golden", .failed)], costMicros: 30_000, milliseconds: 300),
    .row([("schema", .error)], costMicros: nil, milliseconds: 9_000),
    .row([("schema", .skipped)], costMicros: nil),
  ]

  @Test(arguments: [
    ("pass_rate >= 0.5", true, 0.5), ("pass_rate > 0.5", false, 0.5), ("errors == 1", true, 1.0),
    ("errors <= 25%", true, 0.25), ("errors < 25%", false, 0.25), ("golden.mismatches == 0", false, 1),
    ("cost.mean <= $0.02", true, 0.02), ("cost.total <= 0.05", false, 0.06), ("cost.max < 0.04", true, 0.03),
    ("tokens.total == 3000", true, 3_000), ("latency.max <= 0.3s", true, 300),
    ("latency.p50 < 200ms", false, 200),
    ("first_artifact.mean == 100ms", true, 100), ("check.golden.pass_rate >= 1", false, 0),
    ("check.schema.pass_rate >= 75%", true, 0.75), ("pass_rate == 1 where tag=smoke", true, 1),
    ("latency.max == 200ms where variant=B", true, 200), ("pass_rate != 1", true, 0.5),
  ])
  func figures(_ text: String, _ holds: Bool, _ actual: Double) throws {
    let (status, found) = try outcome(text, rows)
    #expect(status == (holds ? .passed : .failed))
    #expect(abs((found ?? .nan) - actual) < 1e-12)
  }

  @Test(arguments: [
    "pass_rate >= 0", "errors == 0", "cost.mean < 9", "latency.p95 < 9s", "golden.mismatches == 0",
    "check.schema.pass_rate >= 0", "tokens.max < 9",
  ])
  func nothingToJudgeIsAnErrorAndNeverAPass(_ text: String) throws {
    #expect(try outcome(text, []).0 == .error)
    #expect(try outcome(text, [.row([("schema", .skipped)])]).0 == .error)
    #expect(try outcome(text + " where tag=nowhere", rows).0 == .error)
  }

  @Test func whatWasNotMeasuredIsAnError() throws {
    #expect(try outcome("cost.mean < 9", rows + [.row(costMicros: nil)]).0 == .error)
    #expect(try outcome("latency.p95 < 9s", rows + [.row(provenance: .cached)]).0 == .error)
    #expect(try outcome("first_artifact.p95 < 9s", [.row(provenance: .replayed)]).0 == .error)
    #expect(try outcome("latency.p95 < 9s", [.row(provenance: .live)]).0 == .passed)
    #expect(try outcome("check.golden.pass_rate >= 0", [.row()]).0 == .error)
    #expect(try outcome("golden.mismatches == 0", [.row()]).0 == .error)
  }

  @Test func boundsOfTheInterval() throws {
    let (_, low) = try outcome("pass_rate.lo95 >= 0.8", Array(repeating: .row(), count: 20))
    #expect(abs((low ?? 0) - 0.8389) < 1e-4)
    #expect(
      try Gate("pass_rate >= 1").evaluate(rows).message == "pass_rate is 50% over 4 rows, limit >= 1")
  }
}
