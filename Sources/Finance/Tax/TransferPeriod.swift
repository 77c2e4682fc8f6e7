/// On which side of 23 July 2024, when the rates changed, a sale falls, as Schedule 112A asks.
public enum TransferPeriod: String, Sendable, CaseIterable {
  /// Before the change.
  case before = "BE"
  /// On the day of the change or after.
  case after = "AE"

  /// The period of a sale on `day`.
  public init(soldOn day: CivilDate) {
    self = day.daysSince1970 < CivilDate.days(2024, 7, 23) ? .before : .after
  }
}
