extension CivilDate {
  /// The year, 1 to 9999.
  public var year: Int { components.year }

  /// The month, 1 to 12.
  public var month: Int { components.month }

  /// The day of the month, 1 to 31.
  public var day: Int { components.day }

  /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { (daysSince1970 + 719_162) % 7 + 1 }

  /// Whether the day is a Saturday or a Sunday.
  public var isWeekend: Bool { weekday > 5 }

  /// The Indian financial year (April to March) the day falls in, such as `FY2026-27` or `FY1999-2000`.
  public var financialYear: String {
    let (year, month, _) = components
    let start = month >= 4 ? year : year - 1
    let end = start + 1
    guard start / 100 == end / 100 else { return "FY\(start)-\(end)" }
    return "FY\(start)-" + (end % 100 < 10 ? "0" : "") + "\(end % 100)"
  }

  /// The day `count` days later (earlier when negative), held within the supported range.
  public func adding(days count: Int) -> CivilDate {
    let (sum, overflow) = daysSince1970.addingReportingOverflow(count)
    let days = overflow ? (count < 0 ? Int.min : Int.max) : sum
    return CivilDate(
      unchecked: min(max(days, Self.minimum.daysSince1970), Self.maximum.daysSince1970))
  }

  /// The same day `count` months later, moved back to the end of a shorter month.
  ///
  /// 31 January plus one month is 28 or 29 February. The result is held within the supported range.
  public func adding(months count: Int) -> CivilDate {
    guard count.magnitude < 120_000 else { return count < 0 ? Self.minimum : Self.maximum }
    let (year, month, day) = components
    let months = year * 12 + month - 1 + count
    guard months >= 12 else { return Self.minimum }
    guard months < 120_000 else { return Self.maximum }
    let target = (year: months / 12, month: months % 12 + 1)
    let last = Self.days(inMonth: target.month, of: target.year)
    return CivilDate(unchecked: Self.days(target.year, target.month, min(day, last)))
  }

  /// The number of whole calendar months from this day to `end`, negative when `end` comes first.
  ///
  /// It is the largest n for which this day plus n months is not after `end`: from 2026-08-14 to 2027-08-13
  /// are 11 months.
  public func wholeMonths(until end: CivilDate) -> Int {
    guard self <= end else { return -end.wholeMonths(until: self) }
    let (from, to) = (components, end.components)
    let months = (to.year - from.year) * 12 + to.month - from.month
    return adding(months: months) <= end ? months : months - 1
  }

  /// The number of days from this day to `end`, negative when `end` comes first.
  public func days(until end: CivilDate) -> Int {
    end.daysSince1970 - daysSince1970
  }
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": eras of 400 years that begin on 1 March.
extension CivilDate {
  var components: (year: Int, month: Int, day: Int) {
    let shifted = daysSince1970 + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear % 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
