/// A load on units redeemed early.
public struct ExitLoadRule: Hashable, Sendable {
  /// Units held fewer days than this pay the load.
  public let days: Int
  /// The load as a ratio of the redemption, such as 0.01.
  public let percent: Double
  /// The part of the units, as a ratio, that may leave without it.
  public let freeUnitsPercent: Double
}

extension ExitLoadRule {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("days", "percent", "free_units_percent")
    days = try fields.int("days", in: 0...36_500)
    percent = try fields.double("percent", in: 0...1)
    freeUnitsPercent = try fields.optionalDouble("free_units_percent", in: 0...1) ?? 0
  }
}
