import ArgumentParser
import CoachCore
import Foundation

/// The command line.
@main
struct Workbench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workbench",
    abstract: "Runs an AI money coach over portfolios, judges what it says, and reports.",
    discussion: """
      Exit status: 0 pass, 1 a check failed, 2 bad input, 3 a gate failed, 4 golden mismatch only, 5 errors over the \
      error budget or results that could not be written, 8 nothing selected or nothing judged, 64 usage, \
      130 interrupted.
      """,
    version: "workbench \(CoachEngine.version)",
    subcommands: [
      RunSuites.self, ServeCoach.self, SoakService.self, CheckSuites.self, GoldenCommand.self,
      MakeReport.self, ReplayRun.self, PortfolioCommand.self, MathCommand.self, PrintSchema.self,
      InitProject.self,
    ]
  )

  /// Parses and runs, and says what is wrong with a command line the way its reader asked to hear it.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      let status = exitCode(for: error)
      if status == .validationFailure, CommandLine.arguments.contains("--json") {
        Terminal(json: true).fail(kind: "usage", message(for: error))
        Foundation.exit(status.rawValue)
      }
      exit(withError: error)
    }
  }
}
