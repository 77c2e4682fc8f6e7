import Finance
import Testing

@Suite struct BenchmarkWindowTests {
  private static let asOf = CivilDate(iso: "2026-08-14") ?? .minimum

  /// The last day of the month `back` months before July 2026.
  private func monthEnd(_ back: Int) -> CivilDate {
    Self.asOf.adding(days: -13).adding(months: -back).adding(days: -1)
  }

  /// A month end each from `first` to `last` months back, growing by `rate` a month.
  private func fund(_ months: ClosedRange<Int>, rate: Double, without: Set<Int> = []) throws -> NAVSeries {
    let values = months.reversed().filter { !without.contains($0) }.compactMap { back -> DatedNAV? in
      let level = (1...max(1, 400 - back)).reduce(10.0) { level, _ in level * (1 + rate) }
      return NAV(exactly: "\((level * 1e6).rounded() / 1e6)").map {
        DatedNAV(date: monthEnd(back), value: $0)
      }
    }
    return try NAVSeries(amfiCode: "1", values: values)
  }

  private func index(_ months: ClosedRange<Int>, rate: Double) throws -> IndexSeries {
    try IndexSeries(
      id: "x",
      levels: try fund(months, rate: rate).values.map { .init(date: $0.date, value: $0.value.value) })
  }

  @Test func theWindowEndsWithTheLastMonthBothHave() throws {
    let window = try #require(
      BenchmarkWindow(
        fund: try fund(0...60, rate: 0.005), benchmark: try index(7...60, rate: 0.004), through: Self.asOf,
        months: 36))
    #expect(window.end == monthEnd(7) && window.start == monthEnd(43))
    #expect(abs(window.fund - 0.0616778) < 1e-6)
    #expect(abs(window.benchmark - 0.0490702) < 1e-6)
    #expect(abs(window.difference - 0.0126076) < 1e-6)
  }

  @Test func aFundThatIsItsIndexDiffersByNothing() throws {
    let window = BenchmarkWindow(
      fund: try fund(0...40, rate: 0.01), benchmark: try index(0...40, rate: 0.01), through: Self.asOf,
      months: 36)
    #expect(window?.difference == 0)
  }

  @Test func thereIsNoneWithoutMonthsEnoughInCommon() throws {
    let index = try index(0...60, rate: 0.004)
    func window(_ fund: NAVSeries, months: Int = 36) -> BenchmarkWindow? {
      BenchmarkWindow(fund: fund, benchmark: index, through: Self.asOf, months: months)
    }
    #expect(window(try fund(0...36, rate: 0.005)) != nil)
    #expect(window(try fund(0...35, rate: 0.005)) == nil)
    #expect(window(try fund(0...60, rate: 0.005, without: [20])) == nil)
    #expect(window(try fund(0...60, rate: 0.005), months: 11) == nil)
    #expect(window(try fund(58...60, rate: 0.005)) == nil)
    #expect(window(try NAVSeries(amfiCode: "1", values: [])) == nil)
  }

  @Test func monthEndsStopAtAGapAndAtAChangeOfTheUnit() throws {
    #expect(try fund(0...60, rate: 0.005, without: [20]).monthEnds(through: Self.asOf).count == 20)
    let before = try fund(10...20, rate: 0).values
    let after = before.compactMap { value in
      NAV(exactly: "1000").map { DatedNAV(date: value.date.adding(months: 10), value: $0) }
    }
    let split = try NAVSeries(amfiCode: "1", values: before + after.dropFirst())
    #expect(split.monthEnds(through: Self.asOf).allSatisfy { $0.value.value == 1000 })
  }

  @Test func aMonthIsOverOnItsLastDay() throws {
    let values = ["2026-06-30", "2026-07-31", "2026-08-10"].compactMap { CivilDate(iso: $0) }
      .compactMap { day in NAV(exactly: "10").map { DatedNAV(date: day, value: $0) } }
    let series = try NAVSeries(amfiCode: "1", values: values)
    func count(_ day: String) throws -> Int {
      series.monthEnds(through: try #require(CivilDate(iso: day))).count
    }
    #expect(try count("2026-07-30") == 1)
    #expect(try count("2026-07-31") == 2)
    #expect(try count("2026-08-31") == 2)
  }
}
