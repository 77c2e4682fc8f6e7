import ArgumentParser

/// `workbench golden reject`.
struct RejectGoldens: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject", abstract: "Delete proposals; the goldens stay as they are.")

  @Argument(help: "Cases, as <case> or <suite>/<case>; all that wait when none is named.")
  var cases: [String] = []

  @OptionGroup var folder: GoldenFolderOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      let goldens = try folder.folder()
      let chosen = try PendingGoldens.chosen(cases, in: goldens)
      for item in chosen { try goldens.delete(item.proposal) }
      PendingGoldens.report(chosen, as: "rejected", to: terminal, none: "no golden waits to be rejected")
      return 0
    }
  }
}
