import CoachCore
import Finance

/// One run to make: a case under one variant and one model, for the n-th time.
struct Trial: Sendable {
  let suite: Suite
  let test: Case
  let variant: String
  let model: String
  /// 1 for the first.
  let number: Int
  /// Whether this is the one trial of its case that may propose a golden; the others would propose the same.
  let proposesGolden: Bool

  /// The model of a trial in which a fault is planted.
  static let mutantModel = "composer"

  /// What its ids are made from.
  func identity(seed: UInt64) -> RunIdentity {
    RunIdentity(seed: seed, scope: [suite.name, test.id, variant, model, String(number)])
  }

  /// What the ids of a run the coach has made before are made from.
  func identity(seed: UInt64, before day: CivilDate) -> RunIdentity {
    RunIdentity(
      seed: seed, scope: [suite.name, test.id, variant, model, String(number), "before", day.description])
  }

  /// Every trial of a selection, in the order of suites, cases, variants, models and numbers.
  ///
  /// - Parameters:
  ///   - variants: those to run; empty means the suite's.
  ///   - models: those to run; empty means the suite's.
  ///   - trials: how often; nil means as the case says.
  static func all(
    of selection: SuiteSelection, variants: [String], models: [String], trials: Int?
  ) -> [Trial] {
    selection.cases.flatMap { suite, test -> [Trial] in
      let variants = variants.isEmpty ? [suite.defaults.variant] : variants
      var models = models.isEmpty ? [suite.defaults.model] : models
      // A mutant is planted in the composer's draft, whatever model the rest runs on.
      if case .mutant = test.subject { models = [Self.mutantModel] }
      return variants.flatMap { variant in
        models.flatMap { model in
          (1...(trials ?? test.trials)).map { number in
            Trial(
              suite: suite, test: test, variant: variant, model: model, number: number,
              proposesGolden: variant == variants.first && model == models.first && number == 1)
          }
        }
      }
    }
  }
}
