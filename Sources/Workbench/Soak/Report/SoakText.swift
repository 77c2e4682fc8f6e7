import Scoring

/// The end of a soak on the terminal.
struct SoakText {
  let summary: SoakSummary
  let failing: [SoakRow]
  let folder: String

  private static let shownFailures = 10

  var text: String {
    ([headline] + (summary.usage.map { ["  " + $0.text] } ?? []) + groups + ["", "times"] + times + servers
      + QuietView(summary.quietPoints ?? []).lines
      + SharedBudgetView(summary.parts.flatMap { $0.sharedBudgets ?? [] }).lines
      + (summary.against?.lines ?? []) + gates + failures
      + ["", last])
      .joined(separator: "\n")
  }

  private var headline: String {
    let counts = summary.counts
    return "\(counts.sessions) sessions\(counts.parallel.map { ", at most \($0) at once" } ?? ""), "
      + "\(counts.events) events in "
      + "\(Figures.fixed(counts.seconds, decimals: 1)) s (\(Figures.fixed(counts.eventsPerSecond, decimals: 0)) "
      + "a second), \(counts.reconnects) reconnects, \(counts.stalls) stalls"
  }

  private var groups: [String] {
    summary.groups.map { group in
      "  \(pad(group.behaviour.rawValue, 10))\(group.ok) of \(group.sessions) right  "
        + group.outcomes.joined(separator: ", ")
    }
  }

  private var times: [String] {
    ["  \(pad("", 16))" + ["p50", "p95", "p99", "max"].map { pad($0, 11) }.joined()]
      + summary.times.filter { $0.count > 0 }.map { time in
        "  \(pad(time.name, 16))"
          + [time.p50, time.p95, time.p99, time.max].map { pad(Figures.duration(milliseconds: $0), 11) }
          .joined()
      }
  }

  private var servers: [String] {
    let lines = summary.processes.map { "  \(pad($0.name, 16))\($0.figures.text)" }
    return lines.isEmpty ? [] : ["", "servers"] + lines
  }

  private var gates: [String] {
    guard !summary.gates.isEmpty else { return [] }
    let width = (summary.gates.map(\.gate.count).max() ?? 0) + 2
    return ["", "gates"]
      + summary.gates.map { gate in
        "  \(gate.status == .passed ? "pass" : gate.status == .failed ? "FAIL" : "ERR ")  "
          + "\(pad(gate.gate, width))\(gate.message)"
      }
  }

  private var failures: [String] {
    guard !failing.isEmpty else { return [] }
    let lines = failing.prefix(Self.shownFailures).map { row in
      "  \(row.status)  session \(row.label) (\(row.caseID), \(row.behaviour.rawValue)): "
        + (row.findings.first.map { "\($0.kind): \($0.message)" } ?? "")
    }
    let more = failing.count - lines.count
    return ["", "not right"] + lines + (more > 0 ? ["  and \(more) more in \(folder)/results.jsonl"] : [])
  }

  private var last: String {
    let reasons = summary.exitReasons.compactMap { ExitStatus(reason: $0)?.words }.joined(separator: "; ")
    let word = summary.exitStatus == 0 ? "PASS" : "FAIL"
    return "\(word)  \(folder)/report.html; exit \(summary.exitStatus)"
      + (reasons.isEmpty ? ": every stream is right and every gate held" : ": \(reasons)")
  }

  private func pad(_ text: String, _ width: Int) -> String { text.padded(to: width) }
}
