import CoachCore
import Finance
import Foundation
import JSONKit
import Scoring

/// A suite under load: its cases with what they ask the façade for, and the files to judge the answers by.
struct SoakSuite: Sendable {
  /// A case of the suite as a client knows it.
  struct Member: Sendable {
    let test: Case
    /// The fixture user to sign in as.
    let user: String
    /// The body of the request.
    let body: JSONObject
    /// What the portfolio's author worked out.
    let expected: ExpectedFacts?
    /// The cap of tokens the case itself brings.
    let cap: Int?
  }

  let suite: Suite
  let project: Project
  var settings: SoakSettings
  let members: [Member]
  /// The contracts' schemas by name.
  let schemas: [String: JSONSchema]
  /// What tokens are counted at; nil where the suite names no prices.
  let price: ModelPriceTable.Price?

  /// Checks that need more than a session's events to judge it.
  private static let unheard = ["golden", "stored", "resumed", "repeated", "caught", "unmoved"]

  /// Reads a suite for a soak.
  ///
  /// - Throws: `InputError` with every reason why it cannot be one.
  init(file: String) throws {
    let selection = try SuiteSelection(files: [file])
    guard selection.suites.count == 1, let suite = selection.suites.first else {
      throw InputError(InputProblem(file, "a soak is of one suite", remedy: "name a file"))
    }
    guard let settings = suite.soak else {
      throw InputError(
        InputProblem(file, "the suite has no section \"soak\"", remedy: "add one, see docs/soak.md"))
    }
    let problems = Self.problems(suite)
    guard problems.isEmpty else { throw InputError(problems) }
    let inputs = try SuiteInputs(selection.cases, project: selection.project)
    self.suite = suite
    self.project = selection.project
    self.settings = settings
    self.members = suite.cases.compactMap { test in
      guard case .session(_, _, let scope) = test.subject, let snapshot = inputs.snapshot(suite, test)
      else { return nil }
      return Member(
        test: test, user: snapshot.portfolio.user.id,
        body: Self.body(suite, test, scope: scope, asOf: snapshot.asOf),
        expected: snapshot.portfolio.expected, cap: test.conditions.budget.session?.tokens)
    }
    let day = suite.cases.lazy.compactMap { inputs.snapshot(suite, $0)?.asOf }.first
    self.price = try suite.pricedAs.flatMap { name in
      try day.map { try ModelPriceTable().price(name, on: $0) }
    }
    self.schemas = Dictionary(
      uniqueKeysWithValues: try ContractSchemas().contracts.map { ($0.name, $0.schema) })
  }

  private static func body(_ suite: Suite, _ test: Case, scope: [String], asOf: CivilDate) -> JSONObject {
    var options: JSONObject = [
      "variant": .string(suite.defaults.variant), "model": .string(suite.defaults.model),
    ]
    if let language = test.conditions.language { options["language"] = .string(language) }
    if test.conditions.research { options["research"] = true }
    if let critique = test.conditions.critique { options["critique"] = .string(critique) }
    if let tokens = test.conditions.budget.session?.tokens {
      options["budget"] = ["tokens": .number(JSONNumber(tokens))]
    }
    var body: JSONObject = ["as_of": .string(asOf.description), "options": .object(options)]
    if !scope.isEmpty { body["scope"] = .array(scope.map { .string($0) }) }
    return body
  }

  private static func problems(_ suite: Suite) -> [InputProblem] {
    var problems = suite.cases.flatMap { test in objections(test) }
    if suite.mutants != nil || suite.injections != nil || suite.cases.isEmpty {
      problems.append(
        InputProblem(suite.file, "a soak opens written cases only", remedy: "list cases, without drawn ones"))
    }
    return problems
  }

  private static func objections(_ test: Case) -> [InputProblem] {
    let conditions = test.conditions
    var problems: [InputProblem] = []
    if case .session(_, "on_demand", _) = test.subject {
    } else {
      problems.append(
        InputProblem(test.place, "a soak opens sessions on demand, and this case is none"))
    }
    let isDisturbed = conditions.faults != CaseFaults() || conditions.interruption != nil
    let hasOtherCaps = conditions.budget.userDay != nil || conditions.budget.globalDay != nil
    if isDisturbed || !conditions.before.isEmpty || hasOtherCaps {
      problems.append(
        InputProblem(
          test.place, "a client over HTTP cannot set runs before, faults, interruptions or caps of a day",
          remedy: "leave them to suites that are run"))
    }
    for check in test.checks where unheard.contains(check.name) {
      problems.append(
        InputProblem(
          test.place, "the check \(check.name) needs more than a session's events",
          remedy: "leave it to suites that are run"))
    }
    return problems
  }
}
