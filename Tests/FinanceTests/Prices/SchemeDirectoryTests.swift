import Finance
import JSONKit
import Testing

@Suite struct SchemeDirectoryTests {
  @Test func schemesAreFoundByCode() throws {
    let scheme = try #require(try SamplePortfolio.schemes().scheme(amfiCode: "118825"))
    #expect(scheme.assets == .equity)
    #expect(scheme.riskometer == .veryHigh)
    #expect(scheme.exitLoads == scheme.exitLoads.filter { $0.days == 365 && $0.percent == 0.01 })
    #expect(try SamplePortfolio.schemes().scheme(amfiCode: "118826") == nil)
  }

  @Test(arguments: [
    ("\"plan\": \"direct\"", "\"plan\": \"Direct\"", "/schemes/0/plan"),
    ("INF769K01AX2", "INF769K01AX", "/schemes/0/isin_growth"),
    ("\"lock_in_days\"", "\"lockin\"", "/schemes/0/lockin"),
    ("\"percent\": 0.01", "\"percent\": 1.01", "/schemes/0/exit_load/0/percent"),
  ])
  func whatIsWrongIsNamedByPointer(old: String, new: String, pointer: String) throws {
    let text = try SamplePortfolio.edited(SamplePortfolio.schemesText, [(old, new)])
    let json = try JSONValue(parsing: text)
    let error = #expect(throws: FinanceError.self) { try SchemeDirectory(json: json) }
    #expect(error?.pointer?.description == pointer)
  }

  @Test func aCodeOccursOnce() throws {
    let json = try JSONValue(parsing: SamplePortfolio.schemesText)
    let scheme = try #require(json["schemes"]?[0])
    let error = #expect(throws: FinanceError.self) {
      try SchemeDirectory(json: ["schema": "schemes/1", "source": "test", "schemes": [scheme, scheme]])
    }
    #expect(error?.code == .duplicate)
    #expect(error?.pointer?.description == "/schemes/1/amfi_code")
  }
}
