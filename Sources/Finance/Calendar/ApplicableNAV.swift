/// The day whose net asset value prices an order, since units are priced on funds realised (SEBI circulars in
/// force from 1 February 2021).
///
/// Switches are a redemption and then a purchase when its money is there.
public enum ApplicableNAV {
  /// What the scheme's cut-off depends on.
  public enum SchemeKind: String, Sendable, CaseIterable {
    case liquid, overnight, other
  }

  /// The direction of an order.
  public enum Side: String, Sendable, CaseIterable {
    case purchase, redemption
  }

  /// An order as the fund received it.
  public struct Order: Hashable, Sendable {
    /// What the scheme's cut-off depends on.
    public let kind: SchemeKind
    /// The direction.
    public let side: Side
    /// When the application arrived.
    public let application: CivilTime
    /// When the money was there; nil for redemptions.
    public let fundsAvailable: CivilTime?
    /// Whether the order came online, which some cut-offs favour.
    public let isOnline: Bool

    /// An order.
    public init(
      kind: SchemeKind, side: Side, application: CivilTime, fundsAvailable: CivilTime? = nil,
      isOnline: Bool = false
    ) {
      self.kind = kind
      self.side = side
      self.application = application
      self.fundsAvailable = fundsAvailable
      self.isOnline = isOnline
    }
  }

  /// The day whose value applies to `order`, by the cut-offs in force on the day of the application.
  ///
  /// - Throws: ``FinanceError`` `missing` for a purchase without the time its money was there,
  ///   `missingPolicy` before the rule was in force.
  public static func day(for order: Order, calendar: BusinessCalendar, rules: RegulatoryTables)
    throws(FinanceError) -> CivilDate
  {
    let cutoffs = try rules.cutoffs(on: order.application.date)
    switch order.side {
    case .purchase:
      guard let funds = order.fundsAvailable else {
        throw FinanceError(.missing, "a purchase needs the time its money was available")
      }
      return purchaseDay(order.kind, effective: max(order.application, funds), cutoffs, calendar)
    case .redemption: return redemptionDay(order, cutoffs, calendar)
    }
  }

  /// Liquid units are priced at the value of the calendar day before the money works.
  private static func purchaseDay(
    _ kind: SchemeKind, effective: CivilTime, _ cutoffs: CutoffTimes, _ calendar: BusinessCalendar
  ) -> CivilDate {
    let isLiquid = kind != .other
    let cutoff = isLiquid ? cutoffs.liquidPurchase : cutoffs.purchase
    let accepted =
      isInTime(effective, cutoff, calendar) ? effective.date : calendar.next(after: effective.date)
    return isLiquid ? accepted.adding(days: -1) : accepted
  }

  /// Liquid units earn up to the day before the next business day, on which they are paid out.
  private static func redemptionDay(_ order: Order, _ cutoffs: CutoffTimes, _ calendar: BusinessCalendar)
    -> CivilDate
  {
    let time = order.application
    let cutoff =
      order.kind == .overnight && order.isOnline ? cutoffs.overnightOnlineRedemption : cutoffs.redemption
    let next = calendar.next(after: time.date)
    guard isInTime(time, cutoff, calendar) else { return next }
    return order.kind == .other ? time.date : next.adding(days: -1)
  }

  private static func isInTime(_ time: CivilTime, _ cutoff: Int, _ calendar: BusinessCalendar) -> Bool {
    calendar.isBusinessDay(time.date) && time.secondOfDay <= cutoff
  }
}
