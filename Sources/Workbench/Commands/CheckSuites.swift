import ArgumentParser
import JSONKit

/// `workbench check`: everything that can be wrong before a run, without running anything.
struct CheckSuites: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check suites, fixtures, prompts and goldens without running anything.")

  @Argument(help: "Suite files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var suites: [String]

  @OptionGroup var output: OutputOptions

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      let written = try SuiteSelection(files: suites)
      let engine = try EngineSetup(project: written.project)
      let selection = try await SuiteExpansion(setup: engine, seed: 1).expanded(written)
      _ = try SuiteInputs(selection.cases, project: selection.project)
      try engine.check(selection)
      let goldens = GoldenFolder(root: selection.project.goldens, project: selection.project)
      for (suite, test) in selection.cases { _ = try goldens.read(suite: suite.name, caseID: test.id) }
      let cases = selection.cases.count
      terminal.print(
        terminal.isJSON
          ? JSONValue.object([
            "suites": .number(JSONNumber(selection.suites.count)), "cases": .number(JSONNumber(cases)),
            "problems": .array([]),
          ]).compact()
          : "\(selection.suites.count) suite\(selection.suites.count == 1 ? "" : "s"), \(cases) cases: nothing wrong"
      )
      return 0
    }
  }
}
