/// Finds the model a request names.
public struct ModelCatalog: Sendable {
  /// The catalog of models that need neither key nor network.
  public static let embedded = ModelCatalog()

  private let extra: [any LanguageModel]
  private var replays: [ReplayModel] = []

  /// The embedded models and some more; one of a name that is taken stands in for the model of that name.
  public init(extra: [any LanguageModel] = []) {
    self.extra = extra
  }

  /// The models of a recorded run, each under the name the run knew it by.
  public init(replaying record: RunRecord) {
    self.init()
    replays = ReplayModel.all(of: record)
  }

  /// The names a person can choose from; a faulty one and its twin may name a place too, see `FaultyModel`.
  public var names: [String] {
    [Composer.modelName] + FaultOperator.all.map { "faulty:\($0.name)" }
      + FaultOperator.all.map { "twin:\($0.name)" } + CritiqueFault.allCases.map(\.modelName)
      + extra.map(\.name)
  }

  /// The model with a name: `composer`, or `faulty:<operator>` for the composer with one fault planted in its answers.
  ///
  /// - Throws: `CoachError` with code `unknown_model` listing the names there are.
  public func model(_ name: String) throws(CoachError) -> any LanguageModel {
    if let replay = replays.first(where: { $0.name == name }) { return replay }
    if let model = extra.first(where: { $0.name == name }) { return model }
    if name == Composer.modelName { return Composer() }
    if let faulty = FaultyModel(base: Composer(), name: name) { return faulty }
    if let fault = CritiqueFault(modelName: name) {
      return CritiqueFaultModel(base: Composer(), fault: fault)
    }
    throw CoachError(
      .unknownModel,
      "no model is called \"\(name)\"; there are \(Composer.modelName), and faulty:<operator> and twin:<operator> for "
        + "the operators \(FaultOperator.all.map(\.name).joined(separator: ", ")); faulty: also has "
        + "\(CritiqueFault.allCases.map(\.rawValue).joined(separator: ", ")), of which all but the first break critiques"
    )
  }
}
