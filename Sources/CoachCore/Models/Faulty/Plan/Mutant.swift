/// One fault at one place of one clean draft, and its twin.
public struct Mutant: Hashable, Sendable {
  /// The operator's name.
  public let operatorName: String
  /// The rail that has to object.
  public let rail: GuardrailVerdict.Rail
  /// The position of its draft among the sites of the plan.
  public let site: Int
  /// The place among those the operator has there, from 0.
  public let place: Int
  /// The number among the mutants of its operator, from 1.
  public let number: Int

  /// The model that plants it in the draft: `faulty:<operator>@<place>`.
  public var modelName: String {
    FaultChoice(operatorName: operatorName, place: place, isPersistent: false).modelName
  }

  /// The model that plants the clean twin.
  public var twinModelName: String {
    FaultChoice(operatorName: operatorName, isTwin: true, place: place, isPersistent: false).modelName
  }
}
