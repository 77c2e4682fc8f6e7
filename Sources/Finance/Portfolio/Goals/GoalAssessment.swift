/// Where a goal stands on the day of a snapshot: what the plan reaches, what the goal will cost, and what
/// would close the difference.
///
/// Money is rounded half away from zero to the paisa once, at the end of each calculation; the gap is the
/// difference of the rounded amounts, so that what is shown adds up. Ratios stay unrounded.
public struct GoalAssessment: Hashable, Sendable {
  /// The goal's identifier.
  public let goal: String
  /// How the money is taken to be spread.
  public let allocation: Allocation
  /// Whether that is the policy's default, for want of the person's own.
  public let allocationIsAssumed: Bool
  /// The assumed return a year before the cap, Σ weight × class return.
  public let unclampedReturn: Double
  /// The assumed return a year the projection uses, within the policy's range.
  public let assumedReturn: Double
  /// How much dearer the goal gets a year.
  public let inflation: Double
  /// Whole calendar months to the target date; 0 or less when it has come.
  public let horizonMonths: Int
  /// What the goal costs today.
  public let targetToday: Money
  /// What it will cost on its day.
  public let targetFuture: Money
  /// What it may count on today.
  public let currentValue: Money
  /// What is paid in a month now.
  public let monthlySIP: Money
  /// What the plan reaches by the target date.
  public let projected: Money
  /// What it reaches less what is needed, negative for a shortfall.
  public let gap: Money
  /// How far projected stays below target, or nothing.
  public let shortfall: Money
  /// How far projected exceeds target, or nothing.
  public let surplus: Money
  /// Projected over target, from the unrounded amounts.
  public let fundedRatio: Double
  /// The band of the funded ratio.
  public let band: GoalBand
  /// The level SIP, without steps up, that reaches the target; nil when no month is left.
  public let requiredSIP: Money?
  /// The same rounded up to ₹100.
  public let requiredSIPRounded: Money?
  /// The yearly rise of today's SIPs that reaches the target.
  public let requiredStepUp: RequiredStepUp
  /// The months until the plan overtakes the target as inflation moves it; nil when it does not in 50 years.
  public let monthsToGoal: Int?

  /// Whether the target date has come.
  public var isMatured: Bool { band == .matured }
}
