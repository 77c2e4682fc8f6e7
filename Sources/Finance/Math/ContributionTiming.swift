/// When in its month an instalment is paid.
public enum ContributionTiming: String, Sendable, CaseIterable {
  /// At the start (annuity due): the instalment grows in its own month.
  case due
  /// At the end (ordinary annuity).
  case ordinary
}
