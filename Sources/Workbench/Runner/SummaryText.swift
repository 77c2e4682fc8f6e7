import Foundation
import Scoring

/// A run on one screen, however many cases it had.
struct SummaryText {
  let summary: RunSummary
  let rows: [CaseResult]
  /// The run's folder as a person would type it.
  let folder: String

  /// Failing cases named one by one; the rest is a count.
  private static let failuresShown = 10

  var text: String {
    ([headline, ""] + slices + mutants + gates + failures + ["", verdict, "report    \(folder)/report.html"])
      .joined(
        separator: "\n")
  }

  private var headline: String {
    let suites = summary.suites.joined(separator: ", ")
    guard !rows.isEmpty else { return "workbench  \(summary.run)  \(suites)  no case was selected" }
    let (cells, runs) = (Self.counted(summary.counts.total, "case"), Self.counted(rows.count, "run"))
    let seconds = Self.rounded(summary.durationMilliseconds / 1000, 2)
    return "workbench  \(summary.run)  \(suites)  \(cells), \(runs) in \(seconds) s"
      + "  (\(summary.provenance.map(\.rawValue).joined(separator: ", ")), seed \(summary.seed))"
  }

  private var slices: [String] {
    guard !rows.isEmpty else { return [] }
    let header = ["variant", "model", "passed", "pass rate (95% interval)"]
    let lines = summary.by.map { slice in
      let interval =
        slice.passRateLow.flatMap { low in
          slice.passRateHigh.map { " (\(Figures.percent(low))–\(Figures.percent($0)))" }
        } ?? ""
      return [
        slice.variant, slice.model, "\(slice.passed)/\(slice.passed + slice.failed + slice.errors)",
        Figures.percent(slice.passRate) + interval,
      ]
    }
    return Self.table([header] + lines) + [usage]
  }

  private var usage: String {
    let tokens =
      "\(summary.usage.inputTokens) in, \(summary.usage.outputTokens) out"
      + (summary.usage.estimated ? " (estimated)" : "")
    let cost = summary.usage.costDollars.map { dollars in
      "  cost $\(Self.rounded(dollars, 6))" + (summary.usage.pricedAs.map { " as if \($0)" } ?? "")
    }
    let latency = summary.latency.p50.flatMap { p50 in
      summary.latency.p95.map { "  latency p50 \(Self.rounded(p50, 1)) ms, p95 \(Self.rounded($0, 1)) ms" }
    }
    return "tokens \(tokens)" + (cost ?? "") + (latency ?? "")
  }

  /// A line a rail, and a line for each operator something is wrong with.
  private var mutants: [String] {
    guard let tallies = summary.mutants else { return [] }
    let header = ["mutants", "caught", "twins", "false alarms"]
    let lines = MutantTally.byRail(tallies).flatMap { sum in
      [Self.cells(sum)] + tallies.filter { $0.rail == sum.rail && !$0.isClean }.map(Self.cells)
    }
    return [""] + Self.table([header] + lines)
  }

  private static func cells(_ tally: MutantTally) -> [String] {
    [
      tally.operatorName.map { "  \($0)" } ?? tally.rail, "\(tally.caught)/\(tally.mutants)",
      "\(tally.twins)",
      "\(tally.falseAlarms)",
    ]
  }

  private var gates: [String] {
    guard !summary.gates.isEmpty else { return [] }
    let lines = summary.gates.map { gate in
      [Self.word(gate.status), gate.gate, gate.message]
    }
    return ["", "gates"] + Self.table(lines).map { "  \($0)" }
  }

  private var failures: [String] {
    let failing = rows.filter { $0.status == .failed || $0.status == .error }
    guard !failing.isEmpty else { return [] }
    var lines = ["", "failing"]
    for row in failing.prefix(Self.failuresShown) {
      lines.append("  \(RunProgress.problem(row))")
      lines.append("    \(RunCommand.next(after: row))")
    }
    if failing.count > Self.failuresShown {
      lines.append("  and \(failing.count - Self.failuresShown) more in the report")
    }
    return lines
  }

  private var verdict: String {
    let counts = summary.counts
    let numbers =
      "\(counts.passed) passed, \(counts.failed) failed, \(Self.counted(counts.errors, "error")), \(counts.skipped) skipped"
      + (summary.notRun.map { ", \(Self.counted($0, "run")) not made" } ?? "")
    guard let status = ExitStatus(rawValue: summary.exitStatus), status != .passed else {
      return "PASS      \(numbers)"
    }
    return "FAIL      \(numbers); exit \(summary.exitStatus): \(status.words)"
  }

  private static func word(_ status: GateResult.Status) -> String {
    switch status {
    case .passed: "pass"
    case .failed: "FAIL"
    case .error: "ERROR"
    }
  }

  private static func counted(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Plain decimals, without a locale.
  private static func rounded(_ value: Double, _ decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    return String(format: "%.\(decimals)f", value)
  }

  private static func table(_ rows: [[String]]) -> [String] {
    let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { $0.indices.contains(column) ? ColumnText.width($0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, text in
        column == row.count - 1
          ? text : text + String(repeating: " ", count: widths[column] - ColumnText.width(text) + 2)
      }.joined()
    }
  }
}
