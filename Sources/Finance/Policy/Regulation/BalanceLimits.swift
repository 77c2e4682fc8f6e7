/// What counts as out of balance, and how much time bringing it back may take.
public struct BalanceLimits: Hashable, Sendable {
  /// How far a class may drift from its target.
  public let bands: AllocationDrift.Bands
  /// A risk profile older than this many days counts as unknown.
  public let profileDays: Int
  /// The months of expenses that should be at hand.
  public let emergencyMonths: Int
  /// The months within which new money has to bring a spread back for that to count as a way.
  public let redirectMonths: Int
  /// The months after which the effect of redirected instalments is told.
  public let redirectOutlook: Int
  /// The longest wait for a cheaper sale, in months.
  public let waitMonths: Int
}

extension BalanceLimits {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly(
      "valid_from", "valid_to", "drift_absolute", "drift_relative", "profile_days", "emergency_months",
      "redirect_months", "redirect_outlook_months", "wait_months")
    bands = AllocationDrift.Bands(
      absolute: try fields.double("drift_absolute", in: 0...1),
      relative: try fields.double("drift_relative", in: 0...1))
    profileDays = try fields.int("profile_days", in: 1...36_500)
    emergencyMonths = try fields.int("emergency_months", in: 1...120)
    redirectMonths = try fields.int("redirect_months", in: 1...120)
    redirectOutlook = try fields.int("redirect_outlook_months", in: 1...redirectMonths)
    waitMonths = try fields.int("wait_months", in: 1...120)
  }
}
