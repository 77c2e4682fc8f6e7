import Scoring

extension KneeRung {
  /// Takes the figures of a soak that was held to its end.
  ///
  /// - Parameter report: the page of the soak, from the folder of the search.
  init(_ summary: SoakSummary, sessions: Int, rampSeconds: Double, report: String) {
    func time(_ kind: SoakTimes.Kind) -> SoakSummary.Time? {
      summary.times.first { $0.name == kind.rawValue }
    }
    let counts = summary.counts
    let seconds = (summary.samples.last?.seconds ?? 0) - (summary.samples.first?.seconds ?? 0)
    func cpu(_ name: String) -> Double? {
      guard seconds > 0 else { return nil }
      return summary.processes.first { $0.name == name }.map { $0.figures.cpuSeconds / seconds * 100 }
    }
    self.init(
      sessions: sessions, arrivalsPerSecond: Double(sessions) / rampSeconds,
      isHeld: summary.exitStatus == ExitStatus.passed.rawValue, exitStatus: summary.exitStatus,
      brokenGates: summary.gates.filter { $0.status == .failed }.map(\.gate),
      problem: Self.problem(summary),
      streamOK: counts.sessions > 0 ? Double(counts.ok) / Double(counts.sessions) : nil,
      firstArtifactP50: time(.firstArtifact)?.p50, firstArtifactP99: time(.firstArtifact)?.p99,
      totalP99: time(.total)?.p99, timerP99: time(.timer)?.p99, engineCPU: cpu("engine"),
      facadeCPU: cpu("façade"), report: report)
  }

  /// A soak that came to no figures, which is a way to break too.
  init(failed error: SoakError, sessions: Int, rampSeconds: Double) {
    self.init(
      sessions: sessions, arrivalsPerSecond: Double(sessions) / rampSeconds, isHeld: false,
      exitStatus: ExitStatus.errorsOverBudget.rawValue, brokenGates: [], problem: error.message,
      streamOK: nil, firstArtifactP50: nil, firstArtifactP99: nil, totalP99: nil, timerP99: nil,
      engineCPU: nil, facadeCPU: nil, report: nil)
  }

  private static func problem(_ summary: SoakSummary) -> String? {
    let counts = summary.counts
    let unmeasured = summary.gates.filter { $0.status == .error }
      .map { "nothing was measured for `\($0.gate)`" }
    let found = [
      counts.errors > 0 ? "\(counts.errors) of \(counts.sessions) sessions broke off" : nil,
      counts.failed > 0 ? "\(counts.failed) of \(counts.sessions) streams were not right" : nil,
    ]
    var parts = found.compactMap(\.self) + unmeasured
    if parts.isEmpty, summary.gates.allSatisfy({ $0.status == .passed }) {
      // What neither sessions nor gates tell, as a cap that sessions passed together.
      parts = summary.exitReasons.compactMap { ExitStatus(reason: $0)?.words }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension KneeRung {
  /// Why it did not hold; empty for one that did.
  var reasons: String { (brokenGates + [problem].compactMap(\.self)).joined(separator: "; ") }
}
