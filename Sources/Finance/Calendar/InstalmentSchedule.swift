/// The days on which the instalments of a monthly plan are taken.
public enum InstalmentSchedule {
  /// The days of `count` instalments from the month of `start` on, meant for day `day` of each month.
  ///
  /// A shorter month takes its last day; a day on which funds are closed rolls to the next one that is not,
  /// even into the next month.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a day that is not from 1 to 31 or more instalments than
  ///   ``Projection/maximumMonths``.
  public static func monthly(
    day: Int, from start: CivilDate, count: Int, calendar: BusinessCalendar
  ) throws(FinanceError) -> [CivilDate] {
    guard (1...31).contains(day) else { throw FinanceError(.outOfRange, "day \(day) is in no month") }
    try Projection.check(months: count)
    let first = start.adding(days: 1 - start.day)
    return (0..<count).map { month in
      let start = first.adding(months: month)
      let last = CivilDate.days(inMonth: start.month, of: start.year)
      return calendar.rolledForward(start.adding(days: min(day, last) - 1))
    }
  }
}
