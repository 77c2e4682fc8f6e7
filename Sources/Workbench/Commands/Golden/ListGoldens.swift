import ArgumentParser
import JSONKit

/// `workbench golden list`.
struct ListGoldens: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the proposals that wait, a line each.")

  @OptionGroup var folder: GoldenFolderOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      let goldens = try folder.folder()
      let pending = goldens.pending()
      if terminal.isJSON {
        let items = try pending.map { try PendingGoldens.json($0, in: goldens) }
        terminal.print(JSONValue.object(["pending": .array(items)]).compact())
        return 0
      }
      for proposal in pending {
        terminal.print("\(proposal.name)  \(try goldens.change(proposal).summary)")
      }
      terminal.print(
        pending.isEmpty ? PendingGoldens.none : "see them with: workbench golden review\(folder.argument)")
      return 0
    }
  }
}
