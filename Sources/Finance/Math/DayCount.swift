/// How the time between two days is turned into years.
///
/// Returns in this project count ``actual365Fixed``; the others let figures of other tools be checked.
/// Rules by ISDA 2006 §4.16 and, where ISDA has none, by the tables of pyxirr and deltaquants.
public enum DayCount: String, Sendable, CaseIterable {
  /// Days over 365.
  case actual365Fixed = "Act/365F"
  /// Days over 360.
  case actual360 = "Act/360"
  /// Days over the length of the year they fall in, each year by itself (ISDA).
  case actualActual = "Act/Act"
  /// Days over 366 when a 29 February lies after the first day and up to the second, else over 365.
  case actual365A = "Act/365A"
  /// Days over the length of the year the second day is in (ICMA, one payment a year).
  case actual365L = "Act/365L"
  /// Days without any 29 February, over 365.
  case noLeap365 = "NL/365"
  /// Months of 30 days: a first day of 31 counts as 30, a second of 31 as 30 after a first of 30 (ISDA).
  case thirty360Bond = "30/360 ISDA"
  /// Months of 30 days: both days of 31 count as 30 (Eurobond).
  case thirtyE360 = "30E/360"
  /// As ``thirtyE360``, but a second day of 31 counts as the first of the next month.
  case thirtyEPlus360 = "30E+/360"
  /// As ``thirtyE360``, and the last day of February counts as 30 (German).
  case thirtyE360German = "30E/360 German"
  /// As ``thirty360Bond``, and the last day of February counts as 30 (SIA).
  case thirty360US = "30/360 US"
}

extension DayCount {
  /// The years from `start` to `end`, negative when `end` comes first.
  ///
  /// ```swift
  /// DayCount.actual360.years(from: CivilDate(iso: "2007-12-28")!, to: CivilDate(iso: "2008-02-28")!)
  /// // 0.17222222222222222 (62/360)
  /// ```
  public func years(from start: CivilDate, to end: CivilDate) -> Double {
    guard start <= end else { return -years(from: end, to: start) }
    switch self {
    case .actualActual: return Self.actualActualYears(from: start, to: end)
    case .actual365A:
      return Double(days(from: start, to: end)) / (Self.leapDays(after: start, through: end) > 0 ? 366 : 365)
    case .actual365L: return Double(days(from: start, to: end)) / Double(Self.length(ofYear: end.year))
    case .actual365Fixed, .noLeap365: return Double(days(from: start, to: end)) / 365
    default: return Double(days(from: start, to: end)) / 360
    }
  }

  /// The days this convention counts from `start` to `end`, negative when `end` comes first.
  public func days(from start: CivilDate, to end: CivilDate) -> Int {
    guard start <= end else { return -days(from: end, to: start) }
    switch self {
    case .actual365Fixed, .actual360, .actualActual, .actual365A, .actual365L: return start.days(until: end)
    case .noLeap365: return start.days(until: end) - Self.leapDays(after: start, through: end)
    default: return thirtyDayMonths(from: start.components, to: end.components)
    }
  }

  private typealias Day = (year: Int, month: Int, day: Int)

  private func thirtyDayMonths(from start: Day, to end: Day) -> Int {
    var (first, last, carry) = (start.day, end.day, 0)
    switch self {
    case .thirtyE360: (first, last) = (min(first, 30), min(last, 30))
    case .thirtyEPlus360:
      first = min(first, 30)
      if last == 31 { (last, carry) = (1, 1) }
    case .thirtyE360German:
      if Self.endsFebruary(start) { first = 30 }
      if Self.endsFebruary(end) { last = 30 }
      (first, last) = (min(first, 30), min(last, 30))
    case .thirty360US:
      if Self.endsFebruary(start), Self.endsFebruary(end) { last = 30 }
      if Self.endsFebruary(start) { first = 30 }
      if last == 31, first >= 30 { last = 30 }
      first = min(first, 30)
    default:
      first = min(first, 30)
      if last == 31, first == 30 { last = 30 }
    }
    return 360 * (end.year - start.year) + 30 * (end.month + carry - start.month) + last - first
  }

  private static func actualActualYears(from start: CivilDate, to end: CivilDate) -> Double {
    let (first, last) = (start.year, end.year)
    guard first != last else { return Double(start.days(until: end)) / Double(length(ofYear: first)) }
    let newYear = CivilDate.days(first + 1, 1, 1)
    let lastNewYear = CivilDate.days(last, 1, 1)
    return Double(newYear - start.daysSince1970) / Double(length(ofYear: first))
      + Double(last - first - 1) + Double(end.daysSince1970 - lastNewYear) / Double(length(ofYear: last))
  }

  /// How many 29 February lie after `start` and up to `end`.
  private static func leapDays(after start: CivilDate, through end: CivilDate) -> Int {
    func count(through day: CivilDate) -> Int {
      let (year, month, date) = day.components
      let years = month > 2 || (month == 2 && date == 29) ? year : year - 1
      return years / 4 - years / 100 + years / 400
    }
    return count(through: end) - count(through: start)
  }

  private static func length(ofYear year: Int) -> Int {
    CivilDate.days(inMonth: 2, of: year) == 29 ? 366 : 365
  }

  private static func endsFebruary(_ day: Day) -> Bool {
    day.month == 2 && day.day == CivilDate.days(inMonth: 2, of: day.year)
  }
}
