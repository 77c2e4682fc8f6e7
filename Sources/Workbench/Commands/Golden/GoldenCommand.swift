import ArgumentParser

/// `workbench golden`: look at what a run proposes as new goldens, and take it over or not.
struct GoldenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden",
    abstract: "List, review, accept or reject the goldens a run proposes, and delete those no case has.",
    subcommands: [
      ListGoldens.self, ReviewGoldens.self, AcceptGoldens.self, RejectGoldens.self, PruneGoldens.self,
    ],
    defaultSubcommand: ListGoldens.self)
}
