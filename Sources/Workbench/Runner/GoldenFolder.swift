import Foundation
import JSONKit
import Scoring

/// The goldens of a project: `goldens/<suite>/<case>.json`, and beside each the `.new` a run proposes.
struct GoldenFolder: Sendable {
  let root: URL
  let project: Project

  /// A proposal that waits to be accepted.
  struct Pending: Sendable {
    let suite: String
    let caseID: String
    let golden: URL
    let proposal: URL
  }

  func golden(suite: String, caseID: String) -> URL {
    root.appending(path: suite).appending(path: "\(caseID).json")
  }

  /// The golden of a case, nil when there is none yet.
  ///
  /// - Throws: `InputError` when something stands in its place that is no golden.
  func read(suite: String, caseID: String) throws -> JSONValue? {
    let file = golden(suite: suite, caseID: caseID)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    do {
      return try JSONValue(parsing: try project.text(file), options: .init(duplicateKeys: .refuse))
    } catch let error as JSONParseError {
      throw InputError(
        InputProblem(
          "\(project.shown(file)):\(error.line):\(error.column)", "this golden is not JSON: \(error.message)",
          remedy: "restore it, or delete it and record it again"))
    }
  }

  /// Writes a proposal beside the golden.
  func propose(_ value: JSONValue, suite: String, caseID: String) throws(ReportError) {
    let file = golden(suite: suite, caseID: caseID)
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try AtomicFile.write(value.pretty() + "\n", to: file.path + ".new")
  }

  /// The proposals that wait, in order of suite and case.
  func pending() -> [Pending] {
    entries { $0.hasSuffix(".json.new") }.map { suite, name in
      let caseID = String(name.dropLast(".json.new".count))
      let golden = golden(suite: suite, caseID: caseID)
      return Pending(
        suite: suite, caseID: caseID, golden: golden, proposal: URL(filePath: golden.path + ".new"))
    }
  }

  /// The ids goldens are kept for in a suite's folder.
  func recorded(suite: String) -> [String] {
    entries { $0.hasSuffix(".json") }.filter { $0.suite == suite }.map {
      String($0.name.dropLast(".json".count))
    }
  }

  /// Puts a proposal in the golden's place.
  func accept(_ pending: Pending) throws(ReportError) {
    guard rename(pending.proposal.path, pending.golden.path) == 0 else {
      let reason = SystemError.current
      throw ReportError(
        .unwritableFile, "the proposal cannot take the golden's place: \(reason.text); \(reason.remedy)",
        file: pending.golden.path)
    }
  }

  private func entries(_ isWanted: (String) -> Bool) -> [(suite: String, name: String)] {
    let manager = FileManager.default
    let suites = (try? manager.contentsOfDirectory(atPath: root.path))?.sorted() ?? []
    return suites.flatMap { suite in
      ((try? manager.contentsOfDirectory(atPath: root.appending(path: suite).path))?.sorted() ?? [])
        .filter(isWanted).map { (suite, $0) }
    }
  }
}
