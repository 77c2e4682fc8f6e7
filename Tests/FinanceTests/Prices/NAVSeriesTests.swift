import Finance
import JSONKit
import Testing

@Suite struct NAVSeriesTests {
  private static let asOf = CivilDate(iso: "2026-08-14") ?? .minimum

  private func series(_ rows: String, asOf: CivilDate = asOf) throws -> NAVSeries {
    try NAVSeries(historyCSV: "date,nav\n" + rows, amfiCode: "119091", file: "x.csv", asOf: asOf)
  }

  @Test func absentValuesAndChangesOfTheUnitAreReported() throws {
    let series = try series(
      "2015-08-27,0\n2015-08-28,28.5603\n2015-08-29,N.A.\n2015-08-30,2857.24\n2015-08-31,-\n")
    #expect(series.values.map(\.date.day) == [28, 30])
    #expect(series.issues.map(\.date.day) == [27, 29, 30, 31])
    #expect(series.issues.map { $0.kind == .absent } == [true, true, false, true])
    let start = try #require(CivilDate(iso: "2015-08-28"))
    #expect(series.unadjustedChanges(after: start, through: Self.asOf).count == 1)
    #expect(series.unadjustedChanges(after: start.adding(days: 2), through: Self.asOf).isEmpty)
    #expect(series.windowReturn(endingOn: start.adding(days: 3), months: 1) == nil)
  }

  @Test(arguments: [
    ("2020-01-02,1\n2020-01-01,1\n", 3, "inconsistent"), ("2020-01-02,1\n2020-01-02,1\n", 3, "duplicate"),
    ("2020-01-02,-1\n", 2, "malformed"), ("2020-01-02,NaN\n", 2, "malformed"),
    ("2020-01-02,inf\n", 2, "malformed"), ("1989-12-31,1\n", 2, "malformed"),
    ("2201-01-01,1\n", 2, "malformed"), ("2026-08-15,1\n", 2, "out_of_range"),
    ("2020-01-02,1,2\n", 2, "malformed"), ("2020-01-02,1.123456789\n", 2, "malformed"),
  ])
  func badRowsAreNamed(rows: String, line: Int, code: String) {
    let error = #expect(throws: FinanceError.self) { try series(rows) }
    #expect(error?.line == line)
    #expect(error?.code.description == code)
  }

  @Test func mfapiComesNewestFirst() throws {
    let json = try JSONValue(
      parsing:
        #"{"meta":{"scheme_code":7},"data":[{"date":"03-01-2020","nav":"0.00000"},{"date":"02-01-2020","nav":"1.5"}]}"#
    )
    let series = try NAVSeries(mfapi: json, amfiCode: "7", asOf: Self.asOf)
    #expect(series.values.map(\.value.decimalText) == ["1.5000"])
    #expect(series.issues.count == 1)
    #expect(throws: FinanceError.self) { try NAVSeries(mfapi: json, amfiCode: "8", asOf: Self.asOf) }
    let early = try #require(CivilDate(iso: "2020-01-02"))
    let error = #expect(throws: FinanceError.self) { try NAVSeries(mfapi: json, amfiCode: "7", asOf: early) }
    #expect(error?.pointer?.description == "/data/0/date")
  }

  @Test func theCacheFetchesWhatIsMissingOrOldOnceADay() throws {
    var cache = NAVCache()
    var fetches = 0
    let old = try series("2026-08-13,10\n")
    let day = Self.asOf
    let fetch: (String) throws -> NAVSeries = { _ in
      fetches += 1
      return old
    }
    #expect(try !cache.latest(amfiCode: "119091", onOrBefore: day, fetch: fetch).isStale)
    _ = try cache.latest(amfiCode: "119091", onOrBefore: day.adding(days: 1), fetch: fetch)
    #expect(fetches == 1)
    let later = day.adding(days: 30)
    #expect(try cache.latest(amfiCode: "119091", onOrBefore: later, fetch: fetch).isStale)
    _ = try cache.latest(amfiCode: "119091", onOrBefore: later, fetch: fetch)
    #expect(fetches == 2)
    struct Offline: Error {}
    let fallback = try cache.latest(amfiCode: "119091", onOrBefore: later.adding(days: 1)) { _ in
      throw Offline()
    }
    #expect(fallback.isStale && fallback.failure is Offline)
    #expect(throws: Offline.self) {
      try cache.latest(amfiCode: "1", onOrBefore: day) { _ in throw Offline() }
    }
  }

  @Test func closesAreReadByISIN() throws {
    let closes = try StockCloses(csv: "isin,date,close\nINE002A01018,2026-08-13,1400.5\n", file: "c.csv")
    #expect(closes.latest(isin: "INE002A01018", onOrBefore: Self.asOf)?.value.decimalText == "1400.5000")
    #expect(closes.latest(isin: "INE002A01018", onOrBefore: Self.asOf.adding(days: -2)) == nil)
    let error = #expect(throws: FinanceError.self) {
      try StockCloses(csv: "isin,date,close\nINE002A01019,2026-08-13,1\n", file: "c.csv")
    }
    #expect(error?.line == 2)
  }
}
