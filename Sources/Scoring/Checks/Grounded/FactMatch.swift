/// How a written number compares with a fact.
enum FactMatch {
  enum Outcome: Hashable, Sendable {
    case equal, wrongSign, different
  }

  static func compare(_ mention: NumberMention, with fact: FactFigure, _ signs: SignReading) -> Outcome {
    if let date = fact.date { return isPart(mention, of: date) ? .equal : .different }
    guard hasMagnitude(of: mention, fact), let value = fact.value else { return .different }
    return signs.agree(with: fact, value: value) ? .equal : .wrongSign
  }

  /// Whether the digits are right: the fact's magnitude, rounded half up at the precision written, is the number.
  static func hasMagnitude(of mention: NumberMention, _ fact: FactFigure) -> Bool {
    guard let written = mention.magnitude, let value = fact.value(in: mention.dimension) else { return false }
    return value.magnitude.rounded(to: mention.decimals) == written
  }

  /// Whether the number could be this fact's, signs apart: its digits, or the date or a part of it.
  static func isStated(by mention: NumberMention, _ fact: FactFigure) -> Bool {
    fact.date.map { isPart(mention, of: $0) } ?? hasMagnitude(of: mention, fact)
  }

  /// The power of ten by which the number is too large (positive) or too small, if its digits are otherwise right.
  ///
  /// The powers are those that lakh, crore, thousand, percent and a misread grouping can be mistaken by.
  static func misplacedPower(_ mention: NumberMention, _ fact: FactFigure) -> Int? {
    guard let written = mention.magnitude, written != ExactDecimal(0),
      let value = fact.value(in: mention.dimension)
    else { return nil }
    return [2, -2, 1, -1, 3, -3, 5, -5, 7, -7, 4, -4].first { power in
      (value.magnitude * .ten(power)).rounded(to: mention.decimals) == written
    }
  }

  /// Whether the number states a part of a date: the date itself, its year, or its day as an ordinal.
  static func isPart(_ mention: NumberMention, of date: WrittenDate) -> Bool {
    guard mention.sign == .none else { return false }
    switch mention.dimension {
    case .date(let written): return written.agrees(with: date)
    case .plain(let isOrdinal):
      guard mention.decimals == 0, let part = isOrdinal ? date.day : date.year else { return false }
      return mention.magnitude == ExactDecimal(part)
    default: return false
    }
  }
}
