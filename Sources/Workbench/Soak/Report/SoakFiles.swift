import Foundation
import JSONKit

/// What a soak leaves: its files in a folder, and its words on the terminal.
struct SoakFiles {
  let folder: OutputFolder
  /// The folder as messages name it.
  let shown: String
  let junitProfile: JUnitProfile

  /// Tells the person: text, or the summary as JSON on one line.
  func print(_ outcome: SoakRun.Outcome, to terminal: Terminal) throws {
    let text = SoakText(
      summary: outcome.summary, failing: outcome.rows.filter(\.isFailing), folder: shown)
    terminal.print(
      terminal.isJSON ? try JSONValueEncoder().encode(outcome.summary).compact() : text.text)
  }

  /// Writes `results.jsonl`, `summary.json`, `junit.xml` and `report.html`.
  ///
  /// - Throws: `ReportError` when one could not be written.
  func write(_ outcome: SoakRun.Outcome) throws {
    let (summary, rows) = (outcome.summary, outcome.rows)
    let lines = try rows.map { try JSONValueEncoder().encode($0).compact() + "\n" }
    try AtomicFile.write(lines.joined(), to: folder.file("results.jsonl"))
    let document = try JSONValueEncoder().encode(summary)
    try AtomicFile.write(document.pretty() + "\n", to: folder.file("summary.json"))
    try Self.writeReports(outcome, profile: junitProfile, file: folder.file)
  }

  /// Writes the two that follow from the other two.
  static func writeReports(
    _ outcome: SoakRun.Outcome, profile: JUnitProfile, file: (String) -> String
  ) throws {
    let failing = outcome.rows.filter(\.isFailing)
    try JUnitReport(profile: profile)
      .write(JUnitDocument(outcome.summary, failing: failing), to: file("junit.xml"))
    try SoakReport().write(outcome.summary, rows: outcome.rows, to: file("report.html"))
  }
}
