import Finance
import JSONKit
import Testing

@Suite struct MarketTablesTests {
  private static let header = "# source: test\nindex,date,level\n"

  @Test func levelsAreReadByIndex() throws {
    let table = try IndexTable(
      csv: Self.header + "a_tri,2026-01-30,10.5\r\na_tri,2026-02-27,11\n\nb,2026-01-30,7\n", file: "i.csv")
    #expect(table.series.keys.sorted() == ["a_tri", "b"])
    #expect(table.series["a_tri"]?.levels.map(\.value) == [10.5, 11])
    let day = try #require(CivilDate(iso: "2026-02-01"))
    #expect(table.series["a_tri"]?.latest(onOrBefore: day)?.value == 10.5)
    #expect(table.series["a_tri"]?.latest(onOrBefore: day.adding(days: -3)) == nil)
  }

  @Test(arguments: [
    ("A,2026-01-01,1\n", 3, "malformed"), (",2026-01-01,1\n", 3, "malformed"),
    ("a,2026-01-01\n", 3, "malformed"),
    ("a,2026-01-01,1,1\n", 3, "malformed"), ("a,2026-01-32,1\n", 3, "malformed"),
    ("a,2026-01-01,0\n", 3, "malformed"), ("a,2026-01-01,-1\n", 3, "malformed"),
    ("a,2026-01-01,NaN\n", 3, "malformed"), ("a,2026-01-01,1e400\n", 3, "malformed"),
    ("a,2026-01-01,1\na,2026-01-01,2\n", 4, "duplicate"),
    ("a,2026-01-02,1\na,2026-01-01,2\n", 4, "inconsistent"),
    ("b,2026-01-01,1\na,2026-01-01,2\n", 4, "inconsistent"),
    ("a,2026-01-01,1\nb,2026-01-01,1\na,2026-01-02,2\n", 5, "inconsistent"),
  ])
  func badRowsAreNamedByLine(rows: String, line: Int, code: String) {
    let error = #expect(throws: FinanceError.self) { try IndexTable(csv: Self.header + rows, file: "i.csv") }
    #expect(error?.line == line)
    #expect(error?.code.description == code)
  }

  @Test(arguments: ["", "# only a comment\n", "index,date\n", "<html>"])
  func aTableHasItsHeader(csv: String) {
    #expect(throws: FinanceError.self) { try IndexTable(csv: csv, file: "i.csv") }
  }

  @Test func disclosuresAreOfOneDay() throws {
    let json = try JSONValue(
      parsing: #"{"schema":"disclosures/1","as_of":"2026-07-31","schemes":{"118825":{"INE002A01018":9.5}}}"#)
    let disclosure = try #require(try SchemeDisclosure.all(json: json)["118825"])
    #expect(disclosure.weights == ["INE002A01018": 9.5] && disclosure.asOf.description == "2026-07-31")
  }

  @Test(arguments: [
    (#""schemes":{"x":{}}"#, "/schemes/x"),
    (#""schemes":{"1":{"INE002A01019":1}}"#, "/schemes/1/INE002A01019"),
    (#""schemes":{"1":{"INE002A01018":101}}"#, "/schemes/1/INE002A01018"), (#""schemes":[]"#, "/schemes"),
    (#""schemes":{"1":{"INE002A01018":60,"INE009A01021":60}}"#, "/schemes/1"),
    (#""extra":1,"schemes":{}"#, "/extra"),
  ])
  func badDisclosuresAreNamedByPointer(member: String, pointer: String) throws {
    let json = try JSONValue(parsing: #"{"schema":"disclosures/1","as_of":"2026-07-31","# + member + "}")
    let error = #expect(throws: FinanceError.self) { try SchemeDisclosure.all(json: json) }
    #expect(error?.pointer?.description == pointer)
  }

  @Test func theMarketHasAHistoryForEachCode() throws {
    let history = try PriceTable(csv: "amfi_code,date,nav\n1,2026-01-01,1\n22,2026-01-01,2\n", file: "h.csv")
    let market = MarketData(schemes: .none, history: history, benchmarks: nil)
    #expect(market.histories.keys.sorted() == ["1", "22"] && market.benchmarks.isEmpty)
  }
}
