import ArgumentParser
import CoachCore
import JSONKit
import Scoring

/// `workbench schema`: the JSON Schemas of the contracts, for editors and other implementations.
struct PrintSchema: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a contract, or list the contracts.")

  @Argument(help: "The contract, for example insight/1.")
  var contract: String?

  func run() async throws {
    let terminal = Terminal(json: false)
    try await CommandFailure.report(to: terminal) {
      let contracts = try ContractSchemas().contracts
      guard let contract else {
        for item in contracts { terminal.print(item.name) }
        return 0
      }
      guard let found = contracts.first(where: { $0.name == contract }) else {
        throw InputError(
          InputProblem(
            contract, "there is no such contract",
            remedy: Suggestion.remedy(for: contract, among: contracts.map(\.name))))
      }
      terminal.print(found.document.pretty(), asWritten: true)
      return 0
    }
  }
}
