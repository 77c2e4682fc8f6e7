/// Something a person saves for.
public struct Goal: Hashable, Sendable {
  /// What the money is for.
  public enum Kind: String, Sendable, CaseIterable {
    case retirement, education, house, car, emergency, travel, wedding, custom
  }

  /// Whether the goal is still saved for.
  public enum Status: String, Sendable, CaseIterable {
    case active, achieved, paused, archived
  }

  /// The identifier, such as `g2`.
  public let id: String
  /// What the money is for.
  public let kind: Kind
  /// The person's own name for it: untrusted text of at most 80 characters.
  public let name: String
  /// What it costs today.
  public let targetToday: Money
  /// How much dearer it gets a year, a ratio from −0.1 to 0.5.
  public let inflation: Double
  /// The day the money is needed.
  public let targetDate: CivilDate
  /// 1 for the most important to 5.
  public let priority: Int
  /// Whether the goal is still saved for.
  public let status: Status
  /// Whether the day may move.
  public let isDateFlexible: Bool
  /// Whether the amount may move.
  public let isAmountFlexible: Bool
  /// The yearly rise of SIPs that have none of their own.
  public let stepUp: StepUp?
  /// How the money is meant to be spread; nil when the policy's default applies.
  public let targetAllocation: Allocation?
  /// Assumptions of the person's own, in the order of ``AssetClass``; the policy's apply elsewhere.
  public let assumed: [ClassAssumption]
}

extension Goal {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly(
      "id", "kind", "name", "target_today", "inflation", "target_date", "priority", "status",
      "flexible_date", "flexible_amount", "step_up", "target_allocation", "assumed")
    id = try fields.identifier("id")
    kind = try fields.choice("kind")
    name = try fields.string("name")
    guard name.count <= 80 else { throw fields.error(.outOfRange, "must have at most 80 characters", "name") }
    targetToday = try fields.money("target_today")
    guard targetToday > .zero else {
      throw fields.error(.outOfRange, "must be more than nothing", "target_today")
    }
    inflation = try fields.double("inflation", in: -0.1...0.5)
    targetDate = try fields.date("target_date")
    priority = try fields.int("priority", in: 1...5)
    status = try fields.choice("status")
    isDateFlexible = fields.optional("flexible_date") == nil ? false : try fields.bool("flexible_date")
    isAmountFlexible = fields.optional("flexible_amount") == nil ? false : try fields.bool("flexible_amount")
    stepUp = try StepUp(optional: "step_up", of: fields)
    targetAllocation = try fields.optionalFields("target_allocation").map(Allocation.init(_:))
    assumed = try ClassAssumption.list(optional: "assumed", of: fields)
  }
}
