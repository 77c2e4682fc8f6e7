/// The most equity that suits a goal, and how what is held compares (domain rules §3).
public struct EquityCeiling: Hashable, Sendable {
  /// How what is held compares.
  public enum State: String, Sendable, CaseIterable {
    case within, above
    /// The risk profile is unknown or too old, so no ceiling is.
    case unknown
  }

  /// The largest part in equity, a ratio; nil while the profile is unknown or too old.
  public let ceiling: Double?
  /// Whole months to the goal's date.
  public let horizonMonths: Int
  /// How what is held compares.
  public let state: State

  /// Compares the part `equity` of a goal's money with the ceiling of the person's profile and the goal's horizon.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when a table has no row for the day.
  public init(equity: Double, of goal: Goal, user: User, rules: RegulatoryTables, on day: CivilDate)
    throws(FinanceError)
  {
    horizonMonths = day.wholeMonths(until: goal.targetDate)
    let profile = user.riskProfile(on: day, validDays: try rules.balanceLimits(on: day).profileDays)
    ceiling = try rules.equityCeiling(profile: profile, horizonMonths: horizonMonths, on: day)
    state = ceiling.map { equity > $0 + 1e-9 ? .above : .within } ?? .unknown
  }
}

extension User {
  /// The risk profile as far as it holds on `day`: unknown when it is more than `validDays` old, or undated.
  func riskProfile(on day: CivilDate, validDays: Int) -> RiskProfile {
    guard let taken = riskProfiledAt, taken.days(until: day) <= validDays else { return .unknown }
    return riskProfile
  }
}
