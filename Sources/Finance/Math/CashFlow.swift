/// Money on a day: negative when the investor pays, positive when the investor receives.
public struct CashFlow: Hashable, Sendable {
  /// The day the money moved.
  public let date: CivilDate
  /// The signed amount, in any one unit for all flows of a calculation (rupees by convention).
  public let amount: Double

  /// A flow of `amount` on `date`.
  public init(date: CivilDate, amount: Double) {
    self.date = date
    self.amount = amount
  }

  /// A flow of `money`, in rupees, on `date`.
  public init(date: CivilDate, amount money: Money) {
    self.init(date: date, amount: money.rupees)
  }
}
