import ArgumentParser

/// `workbench golden accept`.
struct AcceptGoldens: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Put proposals in the place of the goldens.")

  @Argument(help: "Cases, as <case> or <suite>/<case>; all that wait when none is named.")
  var cases: [String] = []

  @OptionGroup var folder: GoldenFolderOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      let goldens = try folder.folder()
      let chosen = try PendingGoldens.chosen(cases, in: goldens)
      // All are read before any is moved: a broken proposal must not leave half of them accepted.
      for item in chosen { _ = try goldens.proposed(item) }
      for item in chosen { try goldens.accept(item) }
      PendingGoldens.report(chosen, as: "accepted", to: terminal, none: PendingGoldens.none)
      return 0
    }
  }
}
