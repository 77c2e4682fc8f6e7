import Foundation
import Testing

@testable import CoachService

@Suite struct CronScheduleTests {
  private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  @Test func dailyIsTheNextTwoOClock() throws {
    let daily = try #require(CronJob.daily.schedule)
    #expect(daily.next(after: try date("2026-08-14T01:59:59Z")) == (try date("2026-08-14T02:00:00Z")))
    #expect(daily.next(after: try date("2026-08-14T02:00:00Z")) == (try date("2026-08-15T02:00:00Z")))
    #expect(daily.next(after: try date("2026-12-31T23:00:00Z")) == (try date("2027-01-01T02:00:00Z")))
  }

  @Test func weeklyIsTheNextMondayAtThree() throws {
    let weekly = try #require(CronJob.weeklyEmail.schedule)
    // 2026-08-14 is a Friday.
    #expect(weekly.next(after: try date("2026-08-14T12:00:00Z")) == (try date("2026-08-17T03:00:00Z")))
    #expect(weekly.next(after: try date("2026-08-17T02:59:59Z")) == (try date("2026-08-17T03:00:00Z")))
    #expect(weekly.next(after: try date("2026-08-17T03:00:00Z")) == (try date("2026-08-24T03:00:00Z")))
  }

  @Test func datesBeforeTheEpochToo() throws {
    let weekly = try #require(CronJob.weeklyEmail.schedule)
    #expect(weekly.next(after: try date("1969-12-24T00:00:00Z")) == (try date("1969-12-29T03:00:00Z")))
  }

  @Test func whatFollowsAnIngestionHasNoTime() {
    #expect(CronJob.postIngest.schedule == nil)
  }
}
