import Scoring

/// The end of a search for the knee on the terminal.
struct KneeText {
  let knee: SoakKnee
  let folder: String

  var text: String {
    let notes = knee.clientNote.map { ["note: \($0)"] } ?? []
    return (table + ["", knee.says] + notes + [last]).joined(separator: "\n")
  }

  /// One line of progress.
  static func line(_ rung: KneeRung) -> String {
    "\(rung.sessions) sessions " + (rung.isHeld ? "held" : "broke: \(rung.reasons)")
  }

  private var table: [String] {
    let header = Self.row(
      "sessions", "a second", "stream.ok", "artifact p50", "p99", "total p99", "CPU engine", "façade", "")
    return [header]
      + knee.rungs.sorted { $0.sessions < $1.sessions }.map { rung in
        Self.row(
          "\(rung.sessions)", Figures.plain(rung.arrivalsPerSecond, decimals: 1),
          Figures.percent(rung.streamOK), Figures.duration(milliseconds: rung.firstArtifactP50),
          Figures.duration(milliseconds: rung.firstArtifactP99),
          Figures.duration(milliseconds: rung.totalP99), Self.cpu(rung.engineCPU), Self.cpu(rung.facadeCPU),
          rung.isHeld ? "held" : "broke: \(rung.reasons)")
      }
  }

  /// Percent of one core.
  static func cpu(_ percent: Double?) -> String {
    percent.map { Figures.fixed($0, decimals: 0) + "%" } ?? "–"
  }

  private static func row(_ cells: String...) -> String {
    let widths = [10, 10, 11, 14, 10, 11, 12, 8]
    let text = zip(cells, widths).map { $0.padded(to: $1) }.joined() + cells.dropFirst(widths.count).joined()
    return "  " + String(text.reversed().drop { $0 == " " }.reversed())
  }

  private var last: String {
    let reasons = knee.exitReasons.compactMap { ExitStatus(reason: $0)?.words }.joined(separator: "; ")
    return "\(knee.exitStatus == 0 ? "PASS" : "FAIL")  \(folder)/report.html; exit \(knee.exitStatus)"
      + (reasons.isEmpty ? ": the first rung held" : ": \(reasons)")
  }
}
