/// The rules a proposal has to keep, by the names a recommendation records them under (domain rules §3).
enum SuitabilityRule: String, CaseIterable {
  /// Nothing that changes risk is proposed to someone whose risk profile is unknown or too old.
  case profileKnown = "profile_known"
  /// Equity is not added at or above the ceiling for profile and horizon.
  case equityCeiling = "equity_ceiling"
  /// A fund that is closed, merged or wound up takes no new money.
  case openScheme = "open_scheme"
  /// A sale is proposed only with its tax and its exit load.
  case saleCosted = "sale_costed"
  /// A date moves only where the goal allows it.
  case flexibleDate = "flexible_date"
  /// A target falls only where the goal allows it, and not below the policy's part of it.
  case flexibleAmount = "flexible_amount"
  /// No return above the policy's cap is counted on.
  case returnWithinCap = "return_within_cap"
  /// The figure it moves is computed both ways, and gets better.
  case effectImproves = "effect_improves"
}
