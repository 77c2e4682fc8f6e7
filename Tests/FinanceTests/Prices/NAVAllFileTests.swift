import Finance
import Testing

@Suite struct NAVAllFileTests {
  private static let today = CivilDate(iso: "2026-08-24")

  private static let newForm = """
    Scheme Code;ISIN Div Payout/ ISIN Growth;ISIN Div Reinvestment;Scheme Name;Plan;Option;Net Asset Value;Date\r
     \r
    Open Ended Schemes(Equity Scheme - Small Cap Fund)\r
    ;\r
    Axis Mutual Fund\r
    \r
    125354;INF846K01K35;-;Axis Small Cap Fund;Direct Plan;Growth Option;137.3300;24-Aug-2026\r
    125355;;;Axis Old Fund;;;10.;14-Jun-2017\r
    125356;-;-;Legacy Line;2450.5;24-Aug-2026\r
    360 ONE Mutual Fund\r
    1;-;-;No Value;;;N.A.;24-Aug-2026\r
    2;-;-;Dash;;;-;24-Aug-2026\r
    3;-;-;Zero;;;0.0000;24-Aug-2026\r
    4;-;-;Negative;;;-1.5;24-Aug-2026\r
    5;-;-;Tomorrow;;;1.5;25-Aug-2026\r
    6;-;-;No day;;;1.5;31-Feb-2026\r
    7;-;-;Too few;1.5\r
    125354;-;-;Twice;;;1.5;24-Aug-2026\r
    8A;-;-;Letters;;;1.5;24-Aug-2026\r

    """

  @Test func theFormOf2026IsRead() throws {
    let file = try NAVAllFile(
      bytes: Array(Self.newForm.utf8), asOf: try #require(Self.today), minimumLines: 1)
    #expect(file.rows.map(\.amfiCode) == ["125354", "125355", "125356"])
    #expect(file.rows.map(\.nav.value.decimalText) == ["137.3300", "10.0000", "2450.5000"])
    let row = file.rows[0]
    #expect(file.name(of: row) == "Axis Small Cap Fund")
    #expect(file.plan(of: row) == "Direct Plan")
    #expect(file.option(of: row) == "Growth Option")
    #expect(file.category(of: row) == "Equity Scheme - Small Cap Fund")
    #expect(file.fundHouse(of: row) == "Axis Mutual Fund")
    #expect(file.isinGrowth(of: row) == "INF846K01K35")
    #expect(file.isinReinvest(of: row) == nil)
    #expect(file.option(of: file.rows[2]) == "")
  }

  @Test func everyOtherDataLineHasAReason() throws {
    let file = try NAVAllFile(
      bytes: Array(Self.newForm.utf8), asOf: try #require(Self.today), minimumLines: 1)
    #expect(
      file.rejections.map(\.reason) == [
        .noValue, .noValue, .noValue, .malformedValue, .futureDate, .malformedDate, .fieldCount, .duplicate,
        .code,
      ])
    #expect(file.rejections.first?.line == 11)
    #expect(file.dataLines == 12)
  }

  @Test(arguments: ["", "<html><body>Site under maintenance</body></html>", newForm])
  func aMaintenancePageIsRefused(text: String) throws {
    let error = #expect(throws: FinanceError.self) {
      try NAVAllFile(bytes: Array(text.utf8), asOf: try #require(Self.today))
    }
    #expect(error?.code == .malformed)
  }

  @Test func anyPrefixAndAnyByteIsReadWithoutTrap() throws {
    let bytes = Array(Self.newForm.utf8)
    let today = try #require(Self.today)
    for count in bytes.indices {
      _ = try? NAVAllFile(bytes: Array(bytes[..<count]), asOf: today, minimumLines: 0)
      var changed = bytes
      changed[count] = UInt8(truncatingIfNeeded: count &* 37)
      _ = try? NAVAllFile(bytes: changed, asOf: today, minimumLines: 0)
    }
  }
}
