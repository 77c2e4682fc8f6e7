import Finance
import Foundation
import Testing

@testable import CoachCore

/// Dates and batches of check-ins: pure functions.
@Suite("Check-in plans")
struct CheckInPlanTests {
  @Test("a weekly check-in is that of the last such weekday, on every day of four hundred", arguments: 1...7)
  func weekly(weekday: Int) throws {
    let start = try #require(CivilDate(iso: "2026-01-01"))
    let job = CheckIn.weekly(weekday: weekday)
    for offset in 0..<400 {
      let day = start.adding(days: offset)
      let date = job.date(on: day)
      #expect(date.weekday == weekday && (0..<7).contains(date.days(until: day)))
      #expect(job.date(on: date) == date && CheckIn.daily.date(on: day) == day)
    }
    #expect(CheckIn.weekly(weekday: .max).date(on: start).weekday == 7)
    #expect(CheckIn.weekly(weekday: .min).date(on: start).weekday == 1)
  }

  @Test("every user is in one batch, and stays there whoever joins", arguments: [-1, 0, 1, 2, 7, 16, 100])
  func batches(count: Int) {
    let users = (0..<200).map { "u\($0)" }
    let dealt = CheckInBatches(users.reversed() + users, count: count)
    #expect(dealt.batches.count == max(1, count))
    #expect(dealt.batches.flatMap(\.self).sorted() == users.sorted())
    let later = CheckInBatches(users + ["newcomer"], count: count)
    for (before, after) in zip(dealt.batches, later.batches) {
      #expect(before == after.filter { $0 != "newcomer" })
    }
  }

  @Test(
    "a day in India begins at 18:30 UTC",
    arguments: [
      ("2026-08-14T18:29:59Z", "2026-08-14"), ("2026-08-14T18:30:00Z", "2026-08-15"),
      ("2026-12-31T18:29:59Z", "2026-12-31"), ("2026-12-31T18:30:00Z", "2027-01-01"),
      ("2028-02-28T18:30:00Z", "2028-02-29"), ("1969-12-31T18:29:59Z", "1969-12-31"),
      ("1969-12-31T18:30:00Z", "1970-01-01"), ("2026-08-14T02:00:00Z", "2026-08-14"),
    ])
  func indianDay(instant: String, date: String) throws {
    let instant = try Date.ISO8601FormatStyle().parse(instant)
    #expect(RunClock.indianDay(of: instant).description == date)
  }

  @Test("a clock that is out of its mind gives a date at the end of the range, and no trap")
  func wildClock() {
    for seconds in [Double.infinity, .nan, .greatestFiniteMagnitude, 1e18] {
      #expect(RunClock.indianDay(of: Date(timeIntervalSince1970: seconds)) == .maximum)
    }
    #expect(RunClock.indianDay(of: Date(timeIntervalSince1970: -.infinity)) == .minimum)
  }

  @Test("a part of a cap is rounded down, and never more than the whole or less than nothing")
  func shares() {
    let cap = BudgetCap(tokens: 100, micros: .max)
    #expect(cap.scaled(by: 1.0 / 3).tokens == 33)
    #expect(BudgetCap(micros: 300).scaled(by: 1.0 / 3) == BudgetCap(micros: 100))
    for share in [-1, 0, .nan] { #expect(cap.scaled(by: share) == BudgetCap(tokens: 0, micros: 0)) }
    #expect(cap.scaled(by: 2) == cap)
  }
}
