import JSONKit
import Scoring
import Testing

@testable import Workbench

@Suite("Run summary") struct RunSummaryTests {
  @Test("a summary reads back as it was written")
  func roundTrip() throws {
    let summary = try SampleRun.input().summary
    let value = try JSONValueEncoder().encode(summary)
    let again = try JSONValueDecoder().decode(RunSummary.self, from: try JSONValue(parsing: value.pretty()))
    #expect(try JSONValueEncoder().encode(again) == value)
  }

  @Test("its members are those scripts rely on")
  func members() throws {
    let value = try JSONValueEncoder().encode(try SampleRun.input().summary)
    #expect(
      value.object?.keys == [
        "schema", "run", "version", "suites", "started_at", "duration_ms", "seed", "jobs", "host", "counts",
        "by",
        "gates", "usage", "usage_by_agent", "latency", "ttft", "histograms", "exit_status", "exit_reasons",
        "provenance",
      ])
    #expect(value["counts"] == ["passed": 4, "failed": 2, "errors": 1, "skipped": 1])
    #expect(value["by"]?[0]?.object?.keys.contains("pass_rate_lo95") == true)
    #expect(value["gates"]?[0]?["gate"] == "pass_rate >= 1.0")
    #expect(value["gates"]?[0]?["status"] == "failed")
    #expect(value["usage"]?["cost_micros"] == 6335)
    #expect(value["usage"]?["priced_as"] == "openai/gpt-5-mini")
    #expect(value["exit_status"] == 5)
    #expect(value["exit_reasons"] == ["errors", "check", "golden", "gate"])
    #expect(value["provenance"] == ["embedded"])
  }

  @Test("trials count as one cell, with Wilson's interval over cells")
  func cells() throws {
    let rows = try (0..<10).flatMap { id in
      try (1...3).map { trial in
        let isBad = id == 9 && trial == 2
        return try SampleRun.row(
          "\(id)", ["trial": .number(JSONNumber(trial)), "status": isBad ? "failed" : "passed"])
      }
    }
    let summary = RunSummary(rows: rows, gates: [], run: SampleRun.provenance, usageByAgent: [])
    #expect(summary.counts.passed == 9)
    #expect(summary.counts.failed == 1)
    let slice = try #require(summary.by.first)
    let interval = try #require(WilsonInterval(successes: 9, trials: 10))
    #expect(slice.passRate == 0.9)
    #expect(slice.passRateLow == interval.low)
    #expect(slice.passRateHigh == interval.high)
  }

  @Test("conditions rows cannot tell take their place in the precedence")
  func conditions() throws {
    let rows = [try SampleRun.row("a")]
    let summary = RunSummary(
      rows: rows, gates: [], run: SampleRun.provenance, usageByAgent: [], conditions: [.interrupted])
    #expect(summary.exitStatus == 130)
    #expect(summary.exitReasons == ["interrupted"])
    #expect(RunSummary(rows: rows, gates: [], run: SampleRun.provenance, usageByAgent: []).exitStatus == 0)
  }

  @Test("wild figures of a file add up without trapping")
  func overflow() throws {
    let wild: JSONObject = [
      "tokens": ["input": .number(JSONNumber(Int.max)), "output": 1, "estimated": false],
      "cost_micros": .number(JSONNumber(Int64.max)), "latency_ms": 1e300, "first_artifact_ms": -1,
    ]
    let rows = [try SampleRun.row("a", wild), try SampleRun.row("b", wild)]
    let summary = RunSummary(rows: rows, gates: [], run: SampleRun.provenance, usageByAgent: [])
    #expect(summary.usage.inputTokens == Int.max)
    #expect(summary.usage.costMicros == Int64.max)
    #expect(summary.latency.p50 == nil)
    let input = ReportInput(summary: summary, cells: Cell.group(rows), details: [], samples: [])
    #expect(try HTMLReport().render(input).contains("</html>"))
  }

  @Test(
    "commands are pasted as one word each",
    arguments: [
      ("plain-id_1.x", "plain-id_1.x"), ("two words", "'two words'"), ("it's", #"'it'\''s'"#), ("", "''"),
      ("$(rm -rf .)", "'$(rm -rf .)'"), ("दो", "'दो'"),
    ])
  func quoting(word: String, quoted: String) {
    #expect(RunCommand.quoted(word) == quoted)
  }
}
