import ArgumentParser
import Foundation
import JSONKit

/// `workbench report`: makes the reports of a run or a soak again from its files, or one report of several soaks.
struct MakeReport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Make junit.xml and report.html again from the folder of a run or a soak, or join soaks.",
    discussion: """
      With --merge, soaks of one suite that were held side by side become one: distributions and counts are added, \
      gates evaluated over the whole.
      """)

  @Argument(help: "The folder of a run or a soak. Default: reports/latest.", completion: .directory)
  var folder: String?

  @Option(
    parsing: .upToNextOption, help: "The folders of soaks to join, two or more.", completion: .directory)
  var merge: [String] = []

  @Option(help: "The folder to write joined soaks into. Default: reports/soak-merge-<hash>.")
  var out: String?

  @Option(help: "The shape of junit.xml: common, or strict for consumers that validate it.")
  var junitProfile: JUnitProfile = .common

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !merge.isEmpty, let folder {
      throw ValidationError("\(folder) stands before --merge; name all soaks after it.")
    }
    if out != nil, merge.isEmpty {
      throw ValidationError("--out goes with --merge; a folder's reports are made in the folder.")
    }
    if out?.allSatisfy(\.isWhitespace) == true {
      throw ValidationError("--out is empty; leave it out for the default.")
    }
  }

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      guard merge.isEmpty else {
        return try SoakMerge.join(merge, out: out, junitProfile: junitProfile, terminal: terminal)
      }
      let run = RunFolder(path: folder ?? "reports/latest")
      return try SoakFolder(path: run.path).schema() == SoakSummary.schemaName
        ? try remakeSoak(run, terminal) : try remakeRun(run, terminal)
    }
  }

  private func remakeRun(_ run: RunFolder, _ terminal: Terminal) throws -> Int32 {
    let input = try ReportInput(folder: run)
    try JUnitReport(profile: junitProfile).write(JUnitDocument(input), to: run.file("junit.xml"))
    try HTMLReport().write(input, to: run.file("report.html"))
    try tell(run, try JSONValueEncoder().encode(input.summary), terminal)
    return input.summary.exitStatus
  }

  private func remakeSoak(_ run: RunFolder, _ terminal: Terminal) throws -> Int32 {
    let outcome = try SoakFolder(path: run.path).outcome()
    try SoakFiles.writeReports(outcome, profile: junitProfile) { run.file($0) }
    try tell(run, try JSONValueEncoder().encode(outcome.summary), terminal)
    return outcome.summary.exitStatus
  }

  private func tell(_ run: RunFolder, _ summary: JSONValue, _ terminal: Terminal) throws {
    terminal.print(
      terminal.isJSON
        ? summary.compact() : "wrote \(run.file("junit.xml")) and \(run.file("report.html"))")
  }
}
