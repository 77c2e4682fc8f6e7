/// A load on units redeemed within a number of days.
public struct ExitLoad: Hashable, Sendable {
  /// The number of days.
  public let days: Int
  /// The load on the proceeds as parts per million, 10 000 for 1 %.
  public let perMillion: Int64
  /// Whether units held exactly that many days still pay.
  public let isInclusive: Bool

  /// A load.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for negative days or a load beyond 100 %.
  public init(days: Int, perMillion: Int64, isInclusive: Bool = false) throws(FinanceError) {
    guard days >= 0, (0...1_000_000).contains(perMillion) else {
      throw FinanceError(.outOfRange, "an exit load of \(perMillion) ppm within \(days) days is out of range")
    }
    self.days = days
    self.perMillion = perMillion
    self.isInclusive = isInclusive
  }

  /// Whether units allotted on `allotment` and redeemed on `redemption` pay the load.
  public func applies(from allotment: CivilDate, to redemption: CivilDate) -> Bool {
    let held = allotment.days(until: redemption)
    return held < days || (isInclusive && held == days)
  }

  /// The load on `proceeds` of units held from `allotment` to `redemption`, rounded to the paisa.
  public func load(on proceeds: Money, from allotment: CivilDate, to redemption: CivilDate) -> Money {
    guard applies(from: allotment, to: redemption) else { return .zero }
    return proceeds.share(perMillion, of: 1_000_000) ?? .zero
  }
}
