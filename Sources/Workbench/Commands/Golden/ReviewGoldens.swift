import ArgumentParser
import JSONKit

/// `workbench golden review`.
struct ReviewGoldens: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Print what each proposal changes, a JSON Pointer a line, and the commands that settle it.")

  @Argument(help: "Cases, as <case> or <suite>/<case>; all that wait when none is named.")
  var cases: [String] = []

  @OptionGroup var folder: GoldenFolderOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      let goldens = try folder.folder()
      let chosen = try PendingGoldens.chosen(cases, in: goldens)
      if terminal.isJSON {
        let items = try chosen.map { try PendingGoldens.json($0, in: goldens) }
        terminal.print(JSONValue.object(["pending": .array(items)]).compact())
        return 0
      }
      if chosen.isEmpty { terminal.print(PendingGoldens.none) }
      for proposal in chosen {
        let change = try goldens.change(proposal)
        terminal.print(proposal.name)
        for line in change.lines { terminal.print("  \(line)") }
        if change.isNew {
          terminal.print("  a new golden; it would be \(goldens.project.shown(proposal.proposal))")
        } else if change.lines.isEmpty {
          terminal.print("  nothing a golden holds")
        }
        let name = RunCommand.quoted(proposal.name)
        terminal.print("  workbench golden accept \(name)\(folder.argument)")
        terminal.print("  workbench golden reject \(name)\(folder.argument)")
      }
      return 0
    }
  }
}
