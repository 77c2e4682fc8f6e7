import ArgumentParser
import Foundation
import JSONKit

/// `workbench golden prune`.
struct PruneGoldens: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prune",
    abstract: "Delete the goldens, and the proposals, that no case of their suite has.",
    discussion: """
      Suites are read whole, as an unfiltered run reads them, so a golden is called obsolete by the suite as it \
      stands now and never by a run of a part of it.
      """)

  @Argument(
    help: "Suite files or folders of them. Default: suites.", completion: .file(extensions: ["yaml", "yml"]))
  var suites: [String] = []

  @Flag(help: "Only say what would be deleted.")
  var dryRun = false

  @OptionGroup var folder: GoldenFolderOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      let goldens = try folder.folder()
      let named = suites.isEmpty ? [goldens.project.root.appending(path: "suites").path] : suites
      let files = try SuiteSelection(files: named).suites.flatMap(goldens.obsoleteFiles)
      if !dryRun {
        for file in files { try goldens.delete(file) }
      }
      let verb = dryRun ? "obsolete" : "deleted"
      let shown = files.map(goldens.project.shown)
      terminal.print(
        terminal.isJSON
          ? JSONValue.object([verb: .array(shown.map { .string($0) })]).compact()
          : shown.isEmpty ? "no golden is obsolete" : shown.map { "\(verb) \($0)" }.joined(separator: "\n"))
      return 0
    }
  }
}
