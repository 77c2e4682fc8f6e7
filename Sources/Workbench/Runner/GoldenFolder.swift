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

    /// `<suite>/<case>`.
    var name: String { "\(suite)/\(caseID)" }

    /// Whether a person means it by `<case>` or `<suite>/<case>`.
    func answers(to name: String) -> Bool { name == caseID || name == self.name }
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
    return try read(file, what: "golden", remedy: "restore it, or delete it and record it again")
  }

  /// What a proposal would put in the golden's place.
  ///
  /// - Throws: `InputError` when it is no JSON.
  func proposed(_ pending: Pending) throws -> JSONValue {
    try read(pending.proposal, what: "proposal", remedy: "reject it and run its suite again")
  }

  private func read(_ file: URL, what: String, remedy: String) throws -> JSONValue {
    do {
      return try JSONValue(parsing: try project.text(file), options: .init(duplicateKeys: .refuse))
    } catch let error as JSONParseError {
      throw InputError(
        InputProblem(
          "\(project.shown(file)):\(error.line):\(error.column)",
          "this \(what) is not JSON: \(error.message)",
          remedy: remedy))
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

  /// The goldens and proposals of a suite that no case of it asks for, in order of name.
  func obsoleteFiles(_ suite: Suite) -> [URL] {
    let wanted = Set(suite.cases.filter { $0.checks.contains { $0.golden != nil } }.map(\.id))
    let strangers = Set(recorded(suite: suite.name)).subtracting(wanted)
    let proposals = pending().filter { $0.suite == suite.name && !wanted.contains($0.caseID) }.map(\.proposal)
    return strangers.sorted().map { golden(suite: suite.name, caseID: $0) } + proposals
  }

  /// Deletes a golden or a proposal.
  func delete(_ file: URL) throws(ReportError) {
    guard unlink(file.path) == 0 else {
      let reason = SystemError.current
      throw ReportError(
        .unwritableFile, "the file cannot be deleted: \(reason.text); \(reason.remedy)", file: file.path)
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

extension GoldenFolder {
  /// What a proposal would change.
  struct Change {
    /// Whether there is no golden yet.
    let isNew: Bool
    /// A JSON Pointer, the golden's value and the proposal's, a line each.
    let lines: [String]

    /// The change in a few words.
    var summary: String {
      if isNew { return "a new golden" }
      return "\(lines.count) difference\(lines.count == 1 ? "" : "s")"
        + (lines.first.map { ", first \($0)" } ?? "")
    }
  }

  /// Compares a proposal with the golden it would replace, without the options of its case.
  func change(_ pending: Pending) throws -> Change {
    let proposal = try proposed(pending)
    guard let golden = try read(suite: pending.suite, caseID: pending.caseID) else {
      return Change(isNew: true, lines: [])
    }
    return Change(
      isNew: false, lines: GoldenDiff().differences(expected: golden, actual: proposal).map(\.description))
  }
}
