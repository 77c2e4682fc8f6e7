/// An amount of Indian rupees, exact to the paisa.
///
/// Amounts lie within ±10^15 rupees (a thousand lakh crore), which leaves room for more than ninety of the
/// largest to be added without overflow; where the number of terms comes from input, use ``sum(_:)``.
///
/// ```swift
/// Money(exactly: "1,23,456.78")?.paise   // 12345678
/// Money(paise: -50).decimalText          // "-0.50"
/// ```
public struct Money: Hashable, Sendable {
  /// The amount in paise, hundredths of a rupee.
  public let paise: Int64

  /// The largest magnitude an amount may have, in paise.
  static let limit: Int64 = 100_000_000_000_000_000

  /// No money.
  public static let zero = Money(paise: 0)

  /// An amount of whole paise.
  ///
  /// - Precondition: the amount is within ±10^15 rupees. Amounts from outside go through ``init(exactly:)``
  ///   or ``rounded(rupees:)``, which refuse instead.
  public init(paise: Int64) {
    precondition(paise.magnitude <= Self.limit.magnitude, "Money is limited to 10^15 rupees")
    self.paise = paise
  }

  /// An amount of whole rupees.
  ///
  /// - Precondition: the amount is within ±10^15 rupees.
  public init(rupees: Int64) {
    precondition(rupees.magnitude <= Self.limit.magnitude / 100, "Money is limited to 10^15 rupees")
    self.paise = rupees * 100
  }

  /// The amount written in `text`, with Indian, Western or no commas; nil unless it is exact in paise.
  ///
  /// `"1,23,456.78"`, `"123456.78"` and `"-0.5"` are amounts; `"0.005"`, `"1,2,3"` and `"₹5"` are not.
  public init?(exactly text: String) {
    guard let paise = DecimalText(text, syntax: .statement)?.exact(places: 2) else { return nil }
    self.init(wide: paise)
  }

  /// The amount of `paise`, or nil beyond the limit.
  init?(wide paise: Int128) {
    guard paise.magnitude <= UInt128(Self.limit.magnitude) else { return nil }
    self.paise = Int64(paise)
  }

  init(unchecked paise: Int64) {
    self.paise = paise
  }

  /// The amount in rupees as the nearest `Double`, for ratios and projections only.
  public var rupees: Double { Double(paise) / 100 }

  /// The amount in rupees with two decimals and no grouping, such as `2097528.77` or `-0.50`.
  public var decimalText: String {
    String(fixedPoint: UInt(paise.magnitude), isNegative: paise < 0, places: 2, fewest: 2)
  }
}

extension Money: Comparable {
  /// Whether the left amount is the smaller one.
  public static func < (left: Money, right: Money) -> Bool { left.paise < right.paise }
}

extension Money: CustomStringConvertible {
  /// The same as ``decimalText``.
  public var description: String { decimalText }
}

extension Money: AdditiveArithmetic {
  /// The sum, for a number of terms fixed by the code; see ``sum(_:)``.
  public static func + (left: Money, right: Money) -> Money { Money(unchecked: left.paise + right.paise) }

  /// The difference.
  public static func - (left: Money, right: Money) -> Money { Money(unchecked: left.paise - right.paise) }

  /// The amount with the other sign.
  public static prefix func - (money: Money) -> Money { Money(unchecked: -money.paise) }
}
