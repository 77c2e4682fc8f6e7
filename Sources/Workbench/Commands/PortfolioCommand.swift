import ArgumentParser
import Finance
import Foundation
import JSONKit

/// `workbench portfolio`: what the coach sees of a portfolio, without the coach.
struct PortfolioCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "portfolio", abstract: "Look at a portfolio the way the coach values it.",
    subcommands: [Show.self])

  /// `workbench portfolio show`.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show value, goals, holdings and allocation of a portfolio file.")

    @Argument(help: "A portfolio/1 file.", completion: .file(extensions: ["json"]))
    var file: String

    @Option(help: "The day to value it on, for example 2026-08-14. Default: the portfolio's own.")
    var asOf: String?

    @OptionGroup var output: OutputOptions

    func run() async throws {
      let terminal = Terminal(json: output.json)
      try await CommandFailure.report(to: terminal) {
        let project = try Project(containing: file)
        var reader = InputReader(project: project)
        let path = project.shown(URL(filePath: file))
        guard let snapshot = reader.snapshot(path, asOf: try asOf.map(Self.date), note: nil) else {
          throw InputError(reader.problems)
        }
        let view: PortfolioView
        do {
          view = try PortfolioView(
            snapshot, policy: try PolicyTables.embedded(), rules: try RegulatoryTables.embedded())
        } catch let error as FinanceError {
          throw InputError(InputProblem(path, error.message))
        }
        terminal.print(terminal.isJSON ? view.document.compact() : PortfolioText(view: view).text)
        return 0
      }
    }

    private static func date(_ text: String) throws -> CivilDate {
      guard let date = CivilDate(iso: text) else {
        throw InputError(
          InputProblem("--as-of", "\"\(text)\" is no date", remedy: "write a date such as 2026-08-14"))
      }
      return date
    }
  }
}
