import Finance
import Testing

@Suite struct PriceTableTests {
  private static let header = "# source: test\namfi_code,date,nav\n"

  @Test func latestIsTheLastOnOrBefore() throws {
    let table = try PriceTable(
      csv: Self.header + "99,2026-01-01,1.5\n118825,2026-01-01,10.1234\r\n118825,2026-01-05,10.5\n",
      file: "nav.csv")
    func latest(_ code: String, _ day: String) throws -> String? {
      table.latest(amfiCode: code, onOrBefore: try #require(CivilDate(iso: day)))?.value.decimalText
    }
    #expect(try latest("118825", "2025-12-31") == nil)
    #expect(try latest("118825", "2026-01-01") == "10.1234")
    #expect(try latest("118825", "2026-01-04") == "10.1234")
    #expect(try latest("118825", "2030-01-01") == "10.5000")
    #expect(try latest("1", "2030-01-01") == nil)
    #expect(table.amfiCodes == ["99", "118825"])
  }

  @Test(arguments: [
    ("1,2026-01-01,N.A.\n", 3, "malformed"), ("1,2026-01-01,-\n", 3, "malformed"),
    ("1,2026-01-01,\n", 3, "malformed"), ("1,2026-01-01,0\n", 3, "malformed"),
    ("1,2026-01-01,-5\n", 3, "malformed"), ("1,2026-01-01,1.123456789\n", 3, "malformed"),
    ("1,2026-02-30,1\n", 3, "malformed"), ("1,1989-12-31,1\n", 3, "malformed"),
    ("x,2026-01-01,1\n", 3, "malformed"), ("1,2026-01-01\n", 3, "malformed"),
    ("1,2026-01-01,1\n1,2026-01-01,1\n", 4, "duplicate"),
    ("1,2026-01-02,1\n1,2026-01-01,1\n", 4, "inconsistent"),
    ("2,2026-01-01,1\n1,2026-01-01,1\n", 4, "inconsistent"),
  ])
  func badRowsAreNamedByLine(rows: String, line: Int, code: String) {
    let error = #expect(throws: FinanceError.self) {
      try PriceTable(csv: Self.header + rows, file: "nav.csv")
    }
    #expect(error?.line == line)
    #expect(error?.file == "nav.csv")
    #expect(error?.code.description == code)
    #expect(error?.description.hasPrefix("nav.csv:\(line): ") == true)
  }

  @Test(arguments: ["", "# only a comment\n", "1,2026-01-01,1\n", "\u{FEFF}amfi_code,date,nav\n", "<html>"])
  func aTableHasItsHeader(csv: String) {
    #expect(throws: FinanceError.self) { try PriceTable(csv: csv, file: "nav.csv") }
  }
}
