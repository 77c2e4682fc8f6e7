/// A date as far as it is written: `March 2045` has no day.
struct WrittenDate: Hashable, Sendable {
  var year: Int?
  var month: Int?
  var day: Int?
  /// `FY2026-27` is the financial year from April 2026.
  var isFinancialYear = false

  /// Reads `2045-03-31` or `2045-03`; nil for any other text.
  init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    year = Int(parts[0])
    month = Int(parts[1])
    day = parts.count == 3 ? Int(parts[2]) : nil
  }

  init(year: Int? = nil, month: Int? = nil, day: Int? = nil, isFinancialYear: Bool = false) {
    self.year = year
    self.month = month
    self.day = day
    self.isFinancialYear = isFinancialYear
  }

  /// Whether nothing this date says contradicts a full one.
  func agrees(with full: WrittenDate) -> Bool {
    if isFinancialYear { return year == full.financialYear }
    return (year == nil || year == full.year) && (month == nil || month == full.month)
      && (day == nil || day == full.day)
  }

  private var financialYear: Int? {
    guard let year, let month else { return nil }
    return month >= 4 ? year : year - 1
  }
}
