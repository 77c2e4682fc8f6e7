import Finance
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-03-01", 11_017), ("1969-12-31", -1), ("2026-08-14", 20_679),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
  ])
  func daysAreCountedFrom1970(iso: String, days: Int) throws {
    let date = try #require(CivilDate(iso: iso))
    #expect(date.daysSince1970 == days)
    #expect(date.description == iso)
  }

  @Test(arguments: [
    "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-8-14", "2026/08/14",
    "2026-08-14 ", "+026-08-14", "0000-01-01", "१९७०-01-01", "",
  ])
  func otherTextIsRefused(iso: String) {
    #expect(CivilDate(iso: iso) == nil)
  }

  @Test func statementSpellingIsRead() {
    #expect(CivilDate(dayMonthYear: "01-Apr-2024") == CivilDate(iso: "2024-04-01"))
    #expect(CivilDate(dayMonthYear: "29-FEB-2024") == CivilDate(iso: "2024-02-29"))
    #expect(CivilDate(dayMonthYear: "1-Apr-2024") == nil)
    #expect(CivilDate(dayMonthYear: "01-April-2024") == nil)
    #expect(CivilDate(dayMonthYear: "29-Feb-2023") == nil)
  }

  @Test func daysThatDoNotExistAreErrors() {
    let error = #expect(throws: FinanceError.self) { try CivilDate(year: 2023, month: 2, day: 29) }
    #expect(error?.code == .outOfRange)
  }

  /// Every day of 800 years follows the one before it, and its numbers lead back to it.
  @Test func calendarIsContinuous() throws {
    var date = try #require(CivilDate(iso: "1599-12-28"))
    var previous = (year: date.year, month: date.month, day: date.day, weekday: date.weekday)
    #expect(previous.weekday == 2)
    for _ in 0..<292_200 {
      date = date.adding(days: 1)
      let parts = (year: date.year, month: date.month, day: date.day, weekday: date.weekday)
      let isNext =
        parts.day == previous.day + 1 && parts.month == previous.month
        || parts.day == 1 && (parts.month == previous.month + 1 || parts.month == 1 && previous.month == 12)
      guard isNext, parts.weekday == previous.weekday % 7 + 1,
        try CivilDate(year: parts.year, month: parts.month, day: parts.day) == date
      else {
        Issue.record("the calendar breaks at \(date)")
        return
      }
      previous = parts
    }
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2026-08-14", -8, "2025-12-14"),
    ("2026-08-31", 120, "2036-08-31"), ("2026-03-31", -1, "2026-02-28"),
  ])
  func addingMonthsClampsToTheMonthEnd(start: String, months: Int, end: String) throws {
    #expect(try #require(CivilDate(iso: start)).adding(months: months).description == end)
  }

  @Test func arithmeticStaysWithinTheRange() {
    #expect(CivilDate.maximum.adding(days: 1) == .maximum)
    #expect(CivilDate.minimum.adding(days: .min) == .minimum)
    #expect(CivilDate.maximum.adding(months: .max) == .maximum)
    #expect(CivilDate.maximum.adding(months: 1) == .maximum)
    #expect(CivilDate.minimum.adding(months: -1) == .minimum)
    #expect(CivilDate.minimum.adding(months: .min) == .minimum)
  }

  @Test func wholeMonthsAreAwareOfTheDay() throws {
    let start = try #require(CivilDate(iso: "2026-08-14"))
    #expect(start.wholeMonths(until: try #require(CivilDate(iso: "2027-08-13"))) == 11)
    #expect(start.wholeMonths(until: try #require(CivilDate(iso: "2027-08-14"))) == 12)
    #expect(start.wholeMonths(until: start) == 0)
    #expect(start.wholeMonths(until: try #require(CivilDate(iso: "2026-07-14"))) == -1)
  }

  @Test func wholeMonthsIsTheLargestThatFits() {
    var generator = SplitMix64(seed: 6)
    let origin = CivilDate.minimum.adding(days: 700_000)
    for _ in 0..<5000 {
      let start = origin.adding(days: .random(in: 0...40_000, using: &generator))
      let end = start.adding(days: .random(in: 0...20_000, using: &generator))
      let months = start.wholeMonths(until: end)
      #expect(start.adding(months: months) <= end)
      #expect(start.adding(months: months + 1) > end)
    }
  }

  @Test(arguments: [
    ("2026-04-01", "FY2026-27"), ("2026-03-31", "FY2025-26"), ("1999-12-31", "FY1999-2000"),
    ("2009-05-01", "FY2009-10"), ("2000-01-01", "FY1999-2000"),
  ])
  func financialYearRunsFromApril(iso: String, year: String) throws {
    #expect(try #require(CivilDate(iso: iso)).financialYear == year)
  }
}
