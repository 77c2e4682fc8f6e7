import Foundation
import JSONKit

/// The folder a soak wrote, read back.
struct SoakFolder {
  /// Its path.
  let path: String
  private let summaryPath: String

  /// - Parameter path: the folder, or the `summary.json` in it.
  init(path: String) {
    let url = URL(filePath: path)
    let isFile = FileManager.default.fileExists(atPath: path) && !FileManager.default.isDirectory(url)
    self.path = isFile ? url.deletingLastPathComponent().path : path
    summaryPath = isFile ? path : RunFolder(path: path).file("summary.json")
  }

  /// The schema of its `summary.json`, which says what wrote the folder; nil when it names none.
  ///
  /// - Throws: `ReportError`: `unreadable_file`, or `corrupt_file` with the line.
  func schema() throws(ReportError) -> String? { try document()["schema"]?.string }

  /// Reads `summary.json`.
  ///
  /// - Throws: `ReportError`: `unreadable_file`, or `corrupt_file` for what is none of a soak.
  func summary() throws(ReportError) -> SoakSummary {
    let value = try document()
    guard value["schema"]?.string == SoakSummary.schemaName else {
      throw ReportError(
        .corruptFile,
        "the summary's schema is \(value["schema"]?.string ?? "not told"), not \(SoakSummary.schemaName); "
          + "name the folder of a soak", file: summaryPath)
    }
    let summary = try RunFolder.decode(SoakSummary.self, from: value, file: summaryPath, line: nil)
    guard summary.counts.isPossible else {
      throw ReportError(.corruptFile, "it counts what cannot be; restore the file", file: summaryPath)
    }
    return summary
  }

  /// Reads `results.jsonl`.
  ///
  /// - Throws: `ReportError`: `unreadable_file`, or `corrupt_file` with the line.
  func rows() throws(ReportError) -> [SoakRow] {
    let file = RunFolder(path: path).file("results.jsonl")
    var rows: [SoakRow] = []
    try InputFile(file).forEachLine { line, number, _ throws(ReportError) in
      guard !line.isEmpty else { return }
      let value = try RunFolder.parse(line, file: file, line: number)
      rows.append(try RunFolder.decode(SoakRow.self, from: value, file: file, line: number))
    }
    return rows
  }

  /// Reads both.
  ///
  /// - Throws: `ReportError`, also with code `corrupt_file` when they are of different soaks.
  func outcome() throws(ReportError) -> SoakRun.Outcome {
    let (summary, rows) = (try summary(), try rows())
    guard rows.count == summary.counts.sessions else {
      throw ReportError(
        .corruptFile,
        "results.jsonl has \(rows.count) sessions, the summary \(summary.counts.sessions); restore the files",
        file: summaryPath)
    }
    return SoakRun.Outcome(summary: summary, rows: rows)
  }

  private func document() throws(ReportError) -> JSONValue {
    try RunFolder.parse(try InputFile(summaryPath).readAll(), file: summaryPath, line: nil)
  }
}
