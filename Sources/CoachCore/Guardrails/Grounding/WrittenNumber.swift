/// A number or date as prose writes it.
struct WrittenNumber: Hashable {
  /// What is written.
  enum Content: Hashable {
    case quantity(WrittenQuantity)
    case date(WrittenDate)
  }

  /// The tokens it takes up.
  let tokens: Range<Int>
  /// What is written.
  var content: Content
}

/// A quantity at the precision it is written with.
struct WrittenQuantity: Hashable {
  /// What the quantity counts in.
  enum Unit: Hashable {
    /// Nothing is said.
    case bare
    case rupees
    /// Per cent or percentage points.
    case percent
    case months
    case years
    case days
    /// Units of a fund.
    case units
    /// How often, as in `three times` and `twice`.
    case times
    /// How much of another figure, as in `double` and `half`.
    case multiple
    /// Dollars and the like, in which no fact counts.
    case foreignCurrency
  }

  /// A sign in front of the digits.
  enum Sign: Hashable {
    case none, plus, minus
  }

  /// The magnitude; its exponent is the place it is rounded to (4 for `11.2 lakh`).
  var amount: ExactDecimal
  /// What it counts in.
  var unit: Unit
  /// The sign in front.
  var sign: Sign
  /// Whether it counts a place, as in `10th`.
  var isOrdinal: Bool
  /// Powers of ten of the words lakh, crore and the like behind the digits; 0 without such a word.
  var scale: Int
  /// Whether a rupee sign or its like stands in front.
  var hasCurrencyPrefix: Bool

  /// The year it can stand for, such as 2045.
  var year: Int? {
    guard unit == .bare, sign == .none, scale == 0, !isOrdinal, amount.exponent == 0,
      (1900...2199).contains(amount.coefficient)
    else { return nil }
    return Int(amount.coefficient)
  }
}

/// A date as far as it is written.
struct WrittenDate: Hashable {
  /// The year, if written.
  var year: Int?
  /// The month, if written.
  var month: Int?
  /// The day of the month, if written.
  var day: Int?
  /// Whether the year is the financial year that starts in it, as in `2026-27`.
  var isFinancialYear = false
}
