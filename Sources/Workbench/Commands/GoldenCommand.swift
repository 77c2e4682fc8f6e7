import ArgumentParser
import JSONKit
import Scoring

/// `workbench golden`: look at what a run proposes as new goldens, and take it over.
struct GoldenCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden",
    abstract: "List or accept the goldens a run proposes.",
    subcommands: [List.self, Accept.self], defaultSubcommand: List.self)

  /// `workbench golden list`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the proposals that wait, with what they change.")

    @OptionGroup var output: OutputOptions

    func run() async throws {
      let terminal = Terminal(json: output.json)
      try await CommandFailure.report(to: terminal) {
        let goldens = try GoldenFolder.here()
        let pending = goldens.pending()
        if terminal.isJSON {
          let items = try pending.map { try item($0, goldens) }
          terminal.print(JSONValue.object(["pending": .array(items)]).compact())
          return 0
        }
        for proposal in pending {
          terminal.print("\(proposal.suite)/\(proposal.caseID)")
          for line in try goldens.differences(proposal) { terminal.print("  \(line)") }
          terminal.print("  accept: workbench golden accept \(proposal.caseID)")
        }
        if pending.isEmpty { terminal.print("no golden waits to be accepted") }
        return 0
      }
    }

    private func item(_ pending: GoldenFolder.Pending, _ goldens: GoldenFolder) throws -> JSONValue {
      [
        "suite": .string(pending.suite), "case": .string(pending.caseID),
        "golden": .string(goldens.project.shown(pending.golden)),
        "differences": .array(try goldens.differences(pending).map { .string($0) }),
      ]
    }
  }

  /// `workbench golden accept`.
  struct Accept: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Put proposals in the place of the goldens.")

    @Argument(help: "Cases, as <case> or <suite>/<case>; all that wait when none is named.")
    var cases: [String] = []

    @OptionGroup var output: OutputOptions

    func run() async throws {
      let terminal = Terminal(json: output.json)
      try await CommandFailure.report(to: terminal) {
        let goldens = try GoldenFolder.here()
        let pending = goldens.pending()
        let chosen = pending.filter { item in
          cases.isEmpty || cases.contains { $0 == item.caseID || $0 == "\(item.suite)/\(item.caseID)" }
        }
        for name in cases
        where !chosen.contains(where: { name == $0.caseID || name == "\($0.suite)/\($0.caseID)" }) {
          throw InputError(
            InputProblem(
              name, "no proposal waits for this case",
              remedy: "run its suite first; `workbench golden list` shows all"))
        }
        for item in chosen { try goldens.accept(item) }
        let accepted = chosen.map { "\($0.suite)/\($0.caseID)" }
        terminal.print(
          terminal.isJSON
            ? JSONValue.object(["accepted": .array(accepted.map { .string($0) })]).compact()
            : accepted.isEmpty
              ? "no golden waits to be accepted" : accepted.map { "accepted \($0)" }.joined(separator: "\n"))
        return 0
      }
    }
  }
}

extension GoldenFolder {
  /// The goldens of the project the command was started in.
  static func here() throws -> GoldenFolder {
    let project = try Project(containing: ".")
    return GoldenFolder(root: project.goldens, project: project)
  }

  /// What a proposal would change, a line a difference.
  func differences(_ pending: Pending) throws -> [String] {
    let proposed = try JSONValue(parsing: try project.text(pending.proposal))
    guard let golden = try read(suite: pending.suite, caseID: pending.caseID) else { return ["a new golden"] }
    return GoldenDiff().differences(expected: golden, actual: proposed).map(\.description)
  }
}
