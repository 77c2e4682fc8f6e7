import ArgumentParser
import Foundation
import JSONKit
import Scoring

/// `workbench replay`: steps recorded runs through the engine without a model, and tells what comes out otherwise.
struct ReplayRun: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Step recorded runs through the engine without a model, and compare.",
    discussion: """
      Portfolios and prompts are read again; answers of models come from the record. Exit status: 0 every run is \
      reproduced, 1 one is not, 2 bad input, 8 nothing to replay.
      """)

  @Argument(help: "A run's folder, or a records.jsonl.", completion: .file())
  var recording: String = "reports/latest"

  @Option(name: .customLong("case"), help: "Replay only this case; * stands for any text. Repeatable.")
  var cases: [String] = []

  @Option(
    name: .customLong("suite"),
    help: "A suite file the runs are of. Default: those the run's summary names, else suites/. Repeatable.")
  var suites: [String] = []

  @Option(
    name: [.customShort("j"), .long], help: "Runs replayed at a time. Default: the number of processors.")
  var jobs: Int?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("-j takes a number from 1 to 256, not \(jobs).")
    }
  }

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      let folder =
        FileManager.default.isDirectory(URL(filePath: recording)) ? RunFolder(path: recording) : nil
      let recorded = try RecordFile(path: folder?.file("records.jsonl") ?? recording).runs().filter { run in
        cases.isEmpty || cases.contains { run.caseID.matches(pattern: $0) }
      }
      guard !recorded.isEmpty else {
        terminal.note("no recorded run is of a case that was asked for")
        Self.tell([], on: terminal)
        return ExitStatus.nothingSelected.rawValue
      }
      let selection = try SuiteSelection(files: try suiteFiles(folder))
      let replay = try await Replay(
        recorded, of: selection, setup: try EngineSetup(project: selection.project))
      let results = await replay.results(
        of: recorded, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
      Self.tell(results, on: terminal)
      if results.contains(where: \.isFailing) { return ExitStatus.checkFailed.rawValue }
      let isAnySame = results.contains { if case .same = $0.status { true } else { false } }
      return (isAnySame ? ExitStatus.passed : .nothingSelected).rawValue
    }
  }

  private func suiteFiles(_ folder: RunFolder?) throws -> [String] {
    if !suites.isEmpty { return suites }
    return try folder?.summary().suites ?? ["suites"]
  }

  private static func tell(_ results: [ReplayResult], on terminal: Terminal) {
    let counts = ["same", "differs", "changed", "broken", "skipped"].map { word in
      (word: word, count: results.count { $0.status.word == word })
    }
    if terminal.isJSON {
      var object: JSONObject = ["runs": .array(results.map(\.json))]
      for (word, count) in counts { object[word] = .number(JSONNumber(count)) }
      terminal.print(JSONValue.object(object).compact())
    } else {
      let total = counts.map { "\($0.count) \($0.word)" }.joined(separator: ", ")
      terminal.print((results.map(\.text) + [total]).joined(separator: "\n"))
    }
  }
}
