import CoachCore
import Logging
import Scoring

/// The engine a project's cases run on.
struct EngineSetup: Sendable {
  let engine: CoachEngine
  let configuration: CoachEngine.Configuration
  let prices: ModelPriceTable

  /// Reads the prompts and what is known of the markets, and proves the rails.
  ///
  /// - Throws: `CoachError` when a prompt cannot be used or a rail does not fire, `InputError` naming each market file
  ///   that cannot be used.
  init(project: Project) throws {
    var logger = Logger(label: "workbench") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    self.configuration = try CoachEngine.Configuration(
      prompts: try PromptLibrary(directory: project.prompts), market: try InputReader.market(of: project),
      logger: logger)
    self.engine = CoachEngine(configuration)
    self.prices = try ModelPriceTable()
  }

  /// Checks that the variants, models and prices a selection names exist.
  ///
  /// - Throws: `InputError` naming the suite.
  func check(_ selection: SuiteSelection, variants: [String] = [], models: [String] = []) throws {
    var problems: [InputProblem] = []
    for suite in selection.suites {
      for variant in variants.isEmpty ? [suite.defaults.variant] : variants {
        problems += problem(variants.isEmpty ? suite.file : "--variant") { () throws(CoachError) in
          let prompts = try configuration.prompts.variant(variant)
          try prompts.requireComplete()
          if suite.isCritiqued { _ = try prompts.withCritique() }
        }
      }
      for model in models.isEmpty ? [suite.defaults.model] : models {
        problems += problem(models.isEmpty ? suite.file : "--model") { () throws(CoachError) in
          _ = try configuration.models.model(model)
        }
      }
      for test in suite.cases {
        guard let critic = test.conditions.critique else { continue }
        problems += problem("\(test.place)") { () throws(CoachError) in
          _ = try configuration.models.model(critic)
        }
      }
      if suite.pricedAs == nil {
        problems += suite.cases.filter(\.conditions.budget.capsMoney).map {
          InputProblem(
            $0.place, "\"budget\" caps money, and nothing prices the model",
            remedy: "name a model in \"priced_as\", or cap tokens")
        }
      }
      if let name = suite.pricedAs, !prices.names.contains(name) {
        problems.append(
          InputProblem(
            suite.file, "priced_as: no price is known for \"\(name)\"",
            remedy: Suggestion.remedy(for: name, among: prices.names)))
      }
    }
    guard problems.isEmpty else { throw InputError(problems) }
  }

  private func problem(_ place: String, _ look: () throws(CoachError) -> Void) -> [InputProblem] {
    do {
      try look()
      return []
    } catch {
      return [InputProblem(place, error.message)]
    }
  }
}
