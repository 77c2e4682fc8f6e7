/// The part of a holding that is meant for a goal.
public struct GoalShare: Hashable, Sendable {
  /// The goal's identifier.
  public let goal: String
  /// The identifier of the holding, or of shares.
  public let holding: String
  /// The part of the holding's value, above 0 and at most 1.
  public let share: Double
}

extension GoalShare {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("goal", "holding", "share")
    goal = try fields.identifier("goal")
    holding = try fields.identifier("holding")
    share = try fields.double("share", in: 0...1)
  }
}
