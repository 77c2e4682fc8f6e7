import Scoring

/// The figures gates of a soak may name.
struct SoakFigures: Sendable {
  let counts: SoakCounts
  let times: SoakTimes
  var quiet = QuietFigures()
  var shared: [SharedBudget] = []

  private static let counted: [(name: String, kind: FigureGate.Kind)] = [
    ("stream.ok", .rate), ("errors", .count), ("budget.overrun", .count), ("budget.exhausted", .count),
    ("stalls", .count), ("reconnects", .count), ("calls.repeated", .count), ("events.rate", .count),
    ("parallel", .count),
    ("heap.slope", .bytes), ("rss.slope", .bytes), ("descriptors.left", .count),
  ]

  private static let statistics = ["p50", "p90", "p95", "p99", "max"]

  /// Every figure there is.
  static let metrics: [FigureGate.Metric] =
    counted.map { FigureGate.Metric($0.name, $0.kind) }
    + SoakTimes.Kind.allCases.flatMap { kind in
      statistics.map { FigureGate.Metric("\(kind.rawValue).\($0)", .time) }
    }

  /// The figure of a name; nil when nothing was measured that it could be told of.
  func figure(_ name: String) -> FigureGate.Figure? {
    counted(name) ?? quiet.figure(name) ?? time(name)
  }

  private func counted(_ name: String) -> FigureGate.Figure? {
    func of(_ value: Int, _ total: Int, _ noun: String) -> FigureGate.Figure? {
      total > 0 ? FigureGate.Figure(Double(value), basis: "\(total) \(noun)") : nil
    }
    let sessions = counts.sessions
    switch name {
    case "stream.ok":
      return sessions > 0
        ? FigureGate.Figure(Double(counts.ok) / Double(sessions), basis: "\(sessions) sessions") : nil
    case "errors": return of(counts.errors, sessions, "sessions")
    case "budget.overrun":
      return of(counts.overruns, counts.capped, "capped sessions" + SharedBudget.words(shared))
    case "budget.exhausted": return of(counts.exhausted, counts.capped, "capped sessions")
    case "stalls": return of(counts.stalls, Int(clamping: times[.gap].count), "gaps")
    case "reconnects": return of(counts.reconnects, sessions, "sessions")
    case "parallel": return counts.parallel.flatMap { of($0, sessions, "sessions") }
    case "calls.repeated": return of(counts.callsRepeated, sessions, "sessions")
    case "events.rate":
      return counts.seconds > 0
        ? FigureGate.Figure(counts.eventsPerSecond, basis: "\(counts.events) events") : nil
    default: return nil
    }
  }

  private func time(_ name: String) -> FigureGate.Figure? {
    let parts = name.split(separator: ".")
    guard parts.count == 2, let kind = SoakTimes.Kind(rawValue: String(parts[0])) else { return nil }
    let percent: Double
    switch parts[1] {
    case "max": percent = 100
    case let text: percent = Double(text.dropFirst()) ?? .nan
    }
    guard !percent.isNaN, let value = times[kind].percentile(percent) else { return nil }
    return FigureGate.Figure(Double(value) / 1_000, basis: "\(times[kind].count) measurements")
  }
}
