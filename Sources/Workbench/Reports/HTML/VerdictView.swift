import Scoring

/// The banner on top of the report: whether the run passed, and why not.
struct VerdictView {
  let word: String
  let tone: String
  let headline: String
  let exit: String
  let reasons: [String]

  /// States the verdict of a summary.
  init(_ summary: RunSummary) {
    let counts = summary.counts
    let hasPassed = summary.exitStatus == 0
    self.word = hasPassed ? "Pass" : "Fail"
    self.tone = hasPassed ? "ok" : "bad"
    self.headline = Self.headline(counts)
    self.exit = "Exit status \(summary.exitStatus)"
    let said = summary.exitReasons.compactMap(ExitStatus.init(reason:)).map { Self.sentence($0, summary) }
    self.reasons =
      said.isEmpty ? [hasPassed ? "Every check and every gate passed." : "No reason was recorded."] : said
  }

  private static func headline(_ counts: StatusCounts) -> String {
    guard counts.total > 0 else { return "No case ran" }
    var parts = ["\(Figures.count(counts.passed)) of \(Figures.count(counts.judged)) cases passed"]
    if counts.failed > 0 { parts.append("\(Figures.count(counts.failed)) failed") }
    if counts.errors > 0 { parts.append("\(Figures.count(counts.errors)) ended in an error") }
    if counts.skipped > 0 { parts.append("\(Figures.count(counts.skipped)) skipped") }
    return parts.joined(separator: ", ")
  }

  private static func sentence(_ status: ExitStatus, _ summary: RunSummary) -> String {
    let words = status.words.prefix(1).uppercased() + status.words.dropFirst()
    let gates = summary.gates.filter { $0.status != .passed }.map(\.gate).joined(separator: ", ")
    let detail = status == .gateFailed && !gates.isEmpty ? ": \(gates)" : ""
    return "\(words)\(detail) (status \(status.rawValue))."
  }
}
