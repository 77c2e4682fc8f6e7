/// A net asset value: rupees per unit, positive, exact to eight decimals.
///
/// AMFI publishes four decimals as a rule, but several hundred schemes come with five to eight.
public struct NAV: Hashable, Sendable {
  /// The value in hundred-millionths of a rupee.
  public let hundredMillionths: Int64

  static let limit: Int64 = 100_000_000_000_000_000

  /// The value written in `text`; nil unless it is positive, at most 10^9 and has at most eight decimals.
  public init?(exactly text: String) {
    guard let scaled = DecimalText(text, syntax: .statement)?.exact(places: 8) else { return nil }
    self.init(wide: scaled)
  }

  /// The value of `hundredMillionths`, or nil unless it is positive and within the limit.
  init?(wide hundredMillionths: Int128) {
    guard hundredMillionths > 0, hundredMillionths <= Int128(Self.limit) else { return nil }
    self.hundredMillionths = Int64(hundredMillionths)
  }

  /// The value as the nearest `Double`, for returns and ratios only.
  public var value: Double { Double(hundredMillionths) / 100_000_000 }

  /// The value with at least four decimals, such as `45.1234` or `1023.45678`.
  public var decimalText: String {
    String(fixedPoint: UInt(hundredMillionths.magnitude), places: 8, fewest: 4)
  }
}

extension NAV: Comparable {
  /// Whether the left value is the smaller one.
  public static func < (left: NAV, right: NAV) -> Bool { left.hundredMillionths < right.hundredMillionths }
}

extension NAV: CustomStringConvertible {
  /// The same as ``decimalText``.
  public var description: String { decimalText }
}
