import ArgumentParser
import CoachCore
import Foundation
import JSONKit
import Scoring

/// `workbench init --from-feedback`: turns sessions investors disliked into a suite.
struct InitProject: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a suite of the sessions that investors disliked.")

  @Option(help: "A coach store with feedback.", completion: .file())
  var fromFeedback: String

  @Option(help: "The suite to write.", completion: .file(extensions: ["yaml", "yml"]))
  var out = "suites/feedback.yaml"

  @Option(help: "The most sessions to take, those disliked last first.")
  var limit = 100

  @Flag(help: "Overwrite the suite if it is there.")
  var force = false

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be at least 1") }
  }

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      try refuseWrongPaths()
      let store = try SQLiteCoachStore(path: fromFeedback)
      let portfolios = FeedbackSuite.portfolios(in: try Project(containing: out))
      let suite = try FeedbackSuite(of: store, limit: limit, portfolios: portfolios)
      for reason in suite.leftOut where !terminal.isJSON { terminal.note("left out: \(reason)") }
      guard !suite.cases.isEmpty else {
        terminal.fail(
          kind: "nothing_selected", "\(fromFeedback) has no disliked session that a case can be made of")
        return ExitStatus.nothingSelected.rawValue
      }
      try write(suite)
      tell(of: suite, to: terminal)
      return 0
    }
  }

  /// Opening a path that holds no store would make one of it.
  private func refuseWrongPaths() throws {
    guard let file = FileHandle(forReadingAtPath: fromFeedback) else {
      throw InputError(InputProblem(fromFeedback, "there is no such store"))
    }
    defer { try? file.close() }
    guard (try? file.read(upToCount: 16)) == Data("SQLite format 3\0".utf8) else {
      throw InputError(InputProblem(fromFeedback, "this is not a coach store"))
    }
    if !force, FileManager.default.fileExists(atPath: out) {
      throw InputError(
        InputProblem(out, "the file is there already", remedy: "name another with --out, or add --force"))
    }
  }

  private func write(_ suite: FeedbackSuite) throws {
    let file = URL(filePath: out)
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(suite.yaml.utf8).write(to: file, options: .atomic)
    } catch {
      throw InputError(InputProblem(out, "the suite cannot be written: \(error.localizedDescription)"))
    }
  }

  private func tell(of suite: FeedbackSuite, to terminal: Terminal) {
    guard !terminal.isJSON else {
      terminal.print(
        JSONValue.object([
          "written": .array([.string(out)]), "cases": .number(JSONNumber(suite.cases.count)),
          "left_out": .array(suite.leftOut.map { .string($0) }),
        ]).compact())
      return
    }
    terminal.print("wrote \(out), cases: \(suite.cases.count)\nnext:\n  workbench check \(out)")
  }
}
