/// A number as prose writes it: its value, how precisely it is written, and what it counts.
struct NumberMention: Hashable, Sendable {
  enum Dimension: Hashable, Sendable {
    case rupees, foreignMoney
    case percent, percentPoint, basisPoint
    case months, years, days
    case units, times
    /// A share or multiple of another figure: `3x`, `doubles`, `तिहाई`.
    case multiple
    /// A numeral with no unit beside it; `isOrdinal` for `15th`.
    case plain(isOrdinal: Bool)
    case date(WrittenDate)
  }

  enum Sign: Hashable, Sendable {
    case none, plus, minus
  }

  /// As written, for messages.
  var text: String
  /// The magnitude in full (`11.2 L` is 1120000); nil when it has too many digits to be a figure of ours.
  var magnitude: ExactDecimal?
  /// The decimals of the last digit written: 2 for `12.04`, -4 for `11.2 L`.
  var decimals: Int
  /// The power of ten of its scale word: 5 for lakh, 0 without one.
  var power = 0
  var dimension: Dimension
  var sign = Sign.none
  /// Whether a currency sign or word of its own stands before it.
  var hasCurrency = false
  /// Where it stands among the tokens.
  var tokens: Range<Int>

  var isPlain: Bool {
    if case .plain = dimension { true } else { false }
  }

  /// Multiplies by a power of ten that stands elsewhere, as in `₹10-12 lakh`.
  mutating func scale(by power: Int) {
    magnitude = magnitude.map { $0 * .ten(power) }
    decimals -= power
    self.power += power
  }
}
