/// The fault an answer carries, as the record of the call tells it.
public struct PlantedFault: Codable, Hashable, Sendable {
  /// The operator's name, for example `digit_swap`.
  public let operatorName: String
  /// The rail that has to object.
  public let rail: GuardrailVerdict.Rail
  /// The place among those the operator found in the draft, from 0.
  public let place: Int
  /// Whether it is the operator's clean twin, to which no rail may object.
  public let twin: Bool

  enum CodingKeys: String, CodingKey, CaseIterable {
    case operatorName = "operator"
    case rail, place, twin
  }

  /// Names a fault.
  public init(operatorName: String, rail: GuardrailVerdict.Rail, place: Int, twin: Bool) {
    self.operatorName = operatorName
    self.rail = rail
    self.place = place
    self.twin = twin
  }
}
