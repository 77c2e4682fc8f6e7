import ArgumentParser
import Foundation
import HTTPTransport
import JSONKit
import Scoring

/// `workbench run`: runs suites, judges them, writes the reports, and exits with the verdict.
struct RunSuites: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run suites through the coach, judge what it says, and write the reports.")

  @Argument(help: "Suite files, or folders of them.", completion: .file(extensions: ["yaml", "yml"]))
  var suites: [String]

  @Option(name: .customLong("case"), help: "Run only this case; * stands for any text. Repeatable.")
  var cases: [String] = []

  @Option(name: .customLong("tag"), help: "Run only cases with this tag. Repeatable.")
  var tags: [String] = []

  @Flag(help: "List the chosen cases with their tags, and run nothing.")
  var list = false

  @Option(help: "Prompt variants, separated by commas, in place of the suite's.")
  var variant: String?

  @Option(help: "Models, separated by commas, in place of the suite's.")
  var model: String?

  @Option(help: "Trials of each case, in place of the suite's.")
  var trials: Int?

  @Option(name: [.customShort("j"), .long], help: "Cases run at a time. Default: the number of processors.")
  var jobs: Int?

  @Option(help: "The seed ids and planted faults are made from.")
  var seed: UInt64 = 1

  @Option(help: "The folder to write into. Default: reports/<run id>, with reports/latest pointing at it.")
  var out: String?

  @Option(
    help: "Which goldens a run proposes: missing, failed, all or never. Default: failed, never under CI=true."
  )
  var golden: GoldenMode?

  @Option(help: "The folder of goldens. Default: goldens.")
  var goldens: String?

  @Option(
    help: "Records kept whatever their status; past that number only failing runs keep theirs. Default: all.")
  var keepRecords: Int?

  @Option(help: "The shape of junit.xml: common, or strict for consumers that validate it.")
  var junitProfile: JUnitProfile = .common

  @Option(help: "How progress is shown: tty, plain, json or none. Default: tty on a terminal, else plain.")
  var display: ProgressDisplay?

  @Option(help: "Run sessions on the deployed coach at this address, in place of this process.")
  var target: String?

  @Option(
    help: "The variable that holds the user's token, for a target without the development sign-in.")
  var tokenEnv: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let target, !["http://", "https://"].contains(where: target.hasPrefix) {
      throw ValidationError("--target takes an address with http:// or https://, not \(target).")
    }
    if tokenEnv != nil, target == nil {
      throw ValidationError("--token-env goes with --target.")
    }
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("-j takes a number from 1 to 256, not \(jobs).")
    }
    for (name, value) in [("--out", out), ("--goldens", goldens), ("--model", model), ("--variant", variant)]
    where value.map({ $0.allSatisfy { $0 == "," || $0.isWhitespace } }) ?? false {
      throw ValidationError("\(name) is empty; leave it out for the default.")
    }
    if let keepRecords, keepRecords < 0 {
      throw ValidationError("--keep-records takes a number from 0, not \(keepRecords).")
    }
    if let trials, !(1...1000).contains(trials) {
      throw ValidationError("--trials takes a number from 1 to 1000, not \(trials).")
    }
  }

  func run() async throws {
    let terminal = Terminal(json: output.json)
    try await CommandFailure.report(to: terminal) {
      let written = try SuiteSelection(files: suites, ids: cases, tags: tags)
      let setup = try EngineSetup(project: written.project)
      let selection = try await SuiteExpansion(setup: setup, seed: seed).expanded(written)
      if selection.cases.isEmpty { terminal.note(selection.nothingSelected) }
      if list { return Self.list(selection, on: terminal) }
      let (variants, models) = (Self.names(variant), Self.names(model))
      try setup.check(selection, variants: variants, models: models)
      let run = try SuiteRun(
        selection: selection, setup: setup,
        trials: Trial.all(of: selection, variants: variants, models: models, trials: trials),
        options: SuiteRun.Options(
          jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, seed: seed, out: out,
          golden: golden ?? GoldenMode.standard(environment: ProcessInfo.processInfo.environment),
          goldens: goldens, keepRecords: keepRecords, junitProfile: junitProfile, display: display),
        terminal: terminal, target: try coach())
      return try await run.run()
    }
  }

  /// The deployed coach the run was pointed at; nil for this process.
  private func coach() throws -> TargetCoach? {
    guard let target else { return nil }
    var access = TargetCoach.Access.development
    if let tokenEnv {
      guard let token = ProcessInfo.processInfo.environment[tokenEnv], !token.isEmpty else {
        throw InputError([
          InputProblem(
            "--token-env", "the variable \(tokenEnv) is not set", remedy: "export it, or name another")
        ])
      }
      access = .token(token)
    }
    return TargetCoach(url: target, access: access, transport: try CurlTransport())
  }

  private static func list(_ selection: SuiteSelection, on terminal: Terminal) -> Int32 {
    if terminal.isJSON {
      let cases = selection.cases.map { suite, test in
        JSONValue.object([
          "suite": .string(suite.name), "case": .string(test.id),
          "tags": .array(test.tags.map { .string($0) }),
        ])
      }
      terminal.print(JSONValue.object(["cases": .array(cases)]).compact())
    } else {
      for (_, test) in selection.cases {
        terminal.print(([test.id] + test.tags).joined(separator: "  "), asWritten: true)
      }
    }
    return (selection.cases.isEmpty ? ExitStatus.nothingSelected : .passed).rawValue
  }

  private static func names(_ text: String?) -> [String] {
    (text ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      .reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
  }
}

extension JUnitProfile: ExpressibleByArgument {}
