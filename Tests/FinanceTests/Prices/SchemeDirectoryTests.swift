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

  @Test(
    "a regular plan's twin is the only direct plan of the same words, house, category and option",
    arguments: [
      ("Large Cap Fund - Direct Plan - Growth", "AMC", "growth", true),
      ("LARGE CAP FUND - DIRECT - Growth Option", "AMC", "growth", true),
      ("Large and Mid Cap Fund - Direct Plan - Growth", "AMC", "growth", false),
      ("Large Cap Fund - Direct Plan - Growth", "Another", "growth", false),
      ("Large Cap Fund - Direct Plan - IDCW Payout", "AMC", "idcw_payout", false),
    ])
  func directTwin(name: String, house: String, option: String, isTwin: Bool) throws {
    let base = try #require(try JSONValue(parsing: SamplePortfolio.schemesText)["schemes"]?[0]?.object)
    func entry(_ code: String, _ name: String, _ house: String, _ plan: String, _ option: String) -> JSONValue
    {
      var entry = base
      entry["amfi_code"] = .string(code)
      entry["name"] = .string(name)
      entry["amc"] = .string(house)
      entry["plan"] = .string(plan)
      entry["option"] = .string(option)
      return .object(entry)
    }
    let regular = entry("1", "Large Cap Fund - Regular Plan - Growth", "AMC", "regular", "growth")
    let direct = entry("2", name, house, "direct", option)
    let directory = try SchemeDirectory(
      json: ["schema": "schemes/1", "source": "test", "schemes": [regular, direct]])
    let scheme = try #require(directory.scheme(amfiCode: "1"))
    #expect(directory.directTwin(of: scheme)?.amfiCode == (isTwin ? "2" : nil))
    let two = try SchemeDirectory(
      json: [
        "schema": "schemes/1", "source": "test",
        "schemes": [regular, direct, entry("3", name, house, "direct", option)],
      ])
    #expect(two.directTwin(of: scheme) == nil, "of two nobody knows which")
  }
}
