import ArgumentParser
import JSONKit

/// `workbench report`: makes the reports of a run again from its files, without running anything.
struct MakeReport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Make junit.xml and report.html again from a run's folder.")

  @Argument(help: "The run's folder.", completion: .directory)
  var folder: String = "reports/latest"

  @Option(help: "The shape of junit.xml: common, or strict for consumers that validate it.")
  var junitProfile: JUnitProfile = .common

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      let run = RunFolder(path: folder)
      let input = try ReportInput(folder: run)
      try JUnitReport(profile: junitProfile).write(JUnitDocument(input), to: run.file("junit.xml"))
      try HTMLReport().write(input, to: run.file("report.html"))
      terminal.print(
        terminal.isJSON
          ? try JSONValueEncoder().encode(input.summary).compact()
          : "wrote \(run.file("junit.xml")) and \(run.file("report.html"))")
      return input.summary.exitStatus
    }
  }
}
