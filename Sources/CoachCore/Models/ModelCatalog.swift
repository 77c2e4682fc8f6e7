/// Finds the model a request names.
public struct ModelCatalog: Sendable {
  /// The catalog of models that need neither key nor network.
  public static let embedded = ModelCatalog()

  /// The names a person can choose from.
  public let names = [Composer.modelName] + FaultyModel.Operator.allCases.map { "faulty:\($0.rawValue)" }

  /// The model with a name: `composer`, or `faulty:<operator>` for the composer with one fault planted in each answer.
  ///
  /// - Throws: `CoachError` with code `unknown_model` listing the names there are.
  public func model(_ name: String) throws(CoachError) -> any LanguageModel {
    if name == Composer.modelName { return Composer() }
    let parts = name.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2, parts[0] == "faulty", let fault = FaultyModel.Operator(rawValue: parts[1]) {
      return FaultyModel(base: Composer(), fault: fault)
    }
    throw CoachError(
      .unknownModel, "no model is called \"\(name)\"; there are \(names.joined(separator: ", "))")
  }
}
