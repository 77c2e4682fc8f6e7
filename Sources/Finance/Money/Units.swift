/// A number of mutual-fund units, exact to four decimals (registrars allot three or four).
///
/// Counts lie within ±10^12 units.
public struct Units: Hashable, Sendable {
  /// The count in ten-thousandths of a unit.
  public let tenThousandths: Int64

  static let limit: Int64 = 10_000_000_000_000_000

  /// No units.
  public static let zero = Units(tenThousandths: 0)

  /// A count of ten-thousandths of a unit.
  ///
  /// - Precondition: the count is within ±10^12 units; counts from outside go through ``init(exactly:)``.
  public init(tenThousandths: Int64) {
    precondition(tenThousandths.magnitude <= Self.limit.magnitude, "Units are limited to 10^12")
    self.tenThousandths = tenThousandths
  }

  /// The count written in `text`, commas allowed; nil when it needs more than four decimals.
  public init?(exactly text: String) {
    guard let scaled = DecimalText(text, syntax: .statement)?.exact(places: 4) else { return nil }
    self.init(wide: scaled)
  }

  /// The count of `tenThousandths`, or nil beyond the limit.
  init?(wide tenThousandths: Int128) {
    guard tenThousandths.magnitude <= UInt128(Self.limit.magnitude) else { return nil }
    self.tenThousandths = Int64(tenThousandths)
  }

  /// The count as the nearest `Double`, for ratios only.
  public var value: Double { Double(tenThousandths) / 10_000 }

  /// The count with three decimals, or four when the fourth is not zero, such as `221.603`.
  public var decimalText: String {
    String(
      fixedPoint: UInt(tenThousandths.magnitude), isNegative: tenThousandths < 0, places: 4, fewest: 3)
  }

  /// What the units are worth at `nav`, rounded half away from zero to the paisa, once.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when the value is beyond ±10^15 rupees.
  public func value(at nav: NAV) throws(FinanceError) -> Money {
    let product = Int128(tenThousandths) * Int128(nav.hundredMillionths)
    guard let money = Money(wide: product.dividedHalfAway(by: 10_000_000_000)) else {
      throw FinanceError(
        .outOfRange, "\(decimalText) units at \(nav.decimalText) are worth more than 10^15 rupees")
    }
    return money
  }
}

extension Units: Comparable {
  /// Whether the left count is the smaller one.
  public static func < (left: Units, right: Units) -> Bool { left.tenThousandths < right.tenThousandths }
}

extension Units: CustomStringConvertible {
  /// The same as ``decimalText``.
  public var description: String { decimalText }
}

extension Units {
  /// The count with the other sign.
  public static prefix func - (units: Units) -> Units { Units(tenThousandths: -units.tenThousandths) }

  /// The sum of any number of counts.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when the sum is beyond ±10^12 units.
  public static func sum(_ counts: some Sequence<Units>) throws(FinanceError) -> Units {
    let total = counts.reduce(Int128.zero) { $0 + Int128($1.tenThousandths) }
    guard let units = Units(wide: total) else {
      throw FinanceError(.outOfRange, "the sum of the units is beyond ±10^12")
    }
    return units
  }
}
