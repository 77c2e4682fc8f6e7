import ArgumentParser
import Finance
import JSONKit
import Scoring

/// `workbench math`: the coach's arithmetic on its own, to be checked by hand or against a suite of cases.
struct MathCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "math", abstract: "Do the coach's arithmetic: returns, instalments, goals.",
    subcommands: [XirrOfFlows.self, SIPProjection.self, GoalProjection.self])

  @Option(
    help: "Answer every case of a file {cases: [{name, kind, inputs, expected, tolerance}]} and compare.")
  var cases: String?

  func run() async throws {
    guard let path = cases else {
      throw ValidationError("name a calculation (xirr, sip, goal) or a file with --cases.")
    }
    let terminal = Terminal(json: false)
    try await CommandFailure.report(to: terminal) {
      let document: JSONValue
      do {
        document = try JSONValue(parsing: try Project.text(ofFileAt: path))
      } catch let error as JSONParseError {
        throw InputError(
          InputProblem("\(path):\(error.line):\(error.column)", "this is not JSON: \(error.message)"))
      }
      guard let elements = document["cases"]?.array ?? document.array else {
        throw InputError(InputProblem(path, "there is no list of cases", remedy: "write {\"cases\": […]}"))
      }
      var passed = 0
      for element in elements {
        let name = "\(element["kind"]?.string ?? "?") \(element["name"]?.string ?? "?")"
        switch GoalMathVerdict(element) {
        case .passed: passed += 1
        case .failed(let reason): terminal.print("failed  \(name)  \(reason)")
        case .unknownKind(let kind):
          terminal.print("failed  \(name)  no arithmetic of the kind \"\(kind)\" is known")
        }
      }
      terminal.print("\(passed) passed, \(elements.count - passed) failed")
      return passed == elements.count ? 0 : ExitStatus.checkFailed.rawValue
    }
  }

  /// `workbench math xirr`.
  struct XirrOfFlows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "xirr", abstract: "The yearly return of dated flows (ACT/365F).")

    @Option(
      name: .customLong("flow"), parsing: .upToNextOption,
      help: "Flows as DATE:AMOUNT, negative when you pay, for example 2024-01-15:-5000.")
    var flows: [FlowArgument]

    @OptionGroup var output: OutputOptions

    func run() async throws {
      let result = Xirr.solve(flows.map(\.flow))
      var answer = MathAnswer()
      answer.text("status", "status", result.status)
      switch result {
      case .ok(let rate, let changes):
        answer.ratio("rate", "XIRR a year", rate, decimals: 4)
        answer.count("sign_changes", "sign changes", changes, changes == 1 ? "change" : "changes")
      case .multipleRoots(let rates):
        for (index, rate) in rates.enumerated() {
          answer.ratio("rate_\(index + 1)", "possible rate \(index + 1)", rate, decimals: 4)
        }
      case .noFlows, .noSignChange, .noRealRoot, .outOfRange:
        answer.text(
          "meaning", "meaning", "these flows have no yearly return; look at the absolute return instead")
      }
      answer.show(on: Terminal(json: output.json))
    }
  }

  /// `workbench math sip`.
  struct SIPProjection: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sip", abstract: "What monthly instalments grow to.")

    @Option(help: "The monthly instalment, for example 10000 or 10k.")
    var amount: RupeeArgument

    @Option(help: "How many months.")
    var months: Int

    @Option(name: .customLong("return"), help: "The assumed return a year in percent.")
    var annualReturn: PercentArgument

    @Option(help: "How much the instalment rises every twelve months, in percent.")
    var stepUp: PercentArgument?

    @Option(help: "What is saved already.")
    var saved: RupeeArgument?

    @Flag(help: "Take a twelfth of the yearly rate each month, as many public calculators do.")
    var nominal = false

    @Flag(help: "Instalments at the end of the month instead of its start.")
    var ordinary = false

    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (1...1200).contains(months) else {
        throw ValidationError("--months takes a number from 1 to 1200.")
      }
    }

    func run() async throws {
      let terminal = Terminal(json: output.json)
      try await CommandFailure.report(to: terminal) {
        let rate = try MonthlyRate(annual: annualReturn.ratio, convention: nominal ? .nominal : .effective)
        let projection = try Projection.stepUp(
          sip: amount.money.rupees, .percent(stepUp?.ratio ?? 0), months: months, rate: rate,
          timing: ordinary ? .ordinary : .due, existing: saved?.money.rupees ?? 0)
        var answer = MathAnswer()
        try answer.money("value", "value", projection.value)
        try answer.money("invested", "paid in", projection.invested)
        try answer.money(
          "gain", "growth", projection.value - projection.invested - (saved?.money.rupees ?? 0))
        answer.text(
          "convention", "convention",
          "\(nominal ? "nominal" : "effective") rate, instalment at the \(ordinary ? "end" : "start") of the month"
        )
        answer.show(on: terminal)
        return 0
      }
    }
  }

  /// `workbench math goal`.
  struct GoalProjection: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "goal", abstract: "Where a goal stands and what would close its gap.")

    @Option(help: "What the goal costs today, for example 25L.")
    var target: RupeeArgument

    @Option(help: "Months until it is needed.")
    var months: Int

    @Option(help: "How much dearer it gets a year, in percent.")
    var inflation: PercentArgument

    @Option(name: .customLong("return"), help: "The assumed return a year in percent.")
    var annualReturn: PercentArgument

    @Option(help: "What is saved already.")
    var saved: RupeeArgument?

    @Option(help: "The monthly instalment today.")
    var sip: RupeeArgument?

    @OptionGroup var output: OutputOptions

    func validate() throws {
      guard (1...1200).contains(months) else {
        throw ValidationError("--months takes a number from 1 to 1200.")
      }
    }

    func run() async throws {
      let terminal = Terminal(json: output.json)
      try await CommandFailure.report(to: terminal) {
        let rate = try MonthlyRate(annual: annualReturn.ratio)
        let (existing, instalment) = (saved?.money.rupees ?? 0, sip?.money.rupees ?? 0)
        let future = try Projection.lumpSum(
          present: target.money.rupees, annualRate: inflation.ratio, years: Double(months) / 12)
        let projected = try Projection.sip(instalment, months: months, rate: rate, existing: existing)
        let required = try Projection.requiredSIP(
          target: future, months: months, rate: rate, existing: existing)
        var answer = MathAnswer()
        try answer.money("target_future", "inflated target", future)
        try answer.money("projected", "projected", projected)
        try answer.money(
          projected < future ? "shortfall" : "surplus", projected < future ? "shortfall" : "surplus",
          abs(projected - future))
        answer.ratio("funded_ratio", "funded", projected / future)
        try answer.money("required_sip", "monthly SIP needed", required)
        try answer.money("required_sip_rounded", "rounded up", Projection.roundedUp(required, to: 100))
        let stepUp = try Projection.requiredStepUp(
          sip: instalment, target: future, months: months, rate: rate, existing: existing)
        answer.text("required_step_up_status", "step-up", stepUp.status)
        if case .ok(let rise) = stepUp { answer.ratio("required_step_up", "step-up needed", rise) }
        answer.show(on: terminal)
        return 0
      }
    }
  }
}
