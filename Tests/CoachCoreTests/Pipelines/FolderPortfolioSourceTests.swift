import Finance
import Foundation
import Testing

@testable import CoachCore

@Suite("Portfolios from a folder")
struct FolderPortfolioSourceTests {
  private func source(_ folder: String) throws -> FolderPortfolioSource {
    let root = ProjectFolder.root
    let prices = try String(contentsOf: root.appending(path: "fixtures/prices/nav.csv"), encoding: .utf8)
    return try FolderPortfolioSource(
      folder: root.appending(path: folder), prices: try PriceTable(csv: prices, file: "nav.csv"),
      schemes: try SchemeDirectory(json: try ProjectFolder.json("fixtures/schemes.json")))
  }

  @Test("every file is a user; holders are found by scheme; nobody's portfolio is nil")
  func fixtures() throws {
    let source = try source("fixtures/portfolios")
    #expect(try source.users().count == EngineFixture.allPortfolios().count)
    #expect(source.holders(of: ["120716"]).contains("u02") && source.holders(of: []).isEmpty)
    let day = try #require(CivilDate(iso: "2026-08-14"))
    #expect(try source.snapshot(of: "u02", asOf: day)?.asOf == day)
    #expect(try source.snapshot(of: "nobody", asOf: day)?.asOf == nil)
  }

  @Test(
    "a folder that is not there, or holds something else, is a typed error",
    arguments: ["nowhere", "fixtures"])
  func broken(folder: String) {
    let error = #expect(throws: CoachError.self) { try source(folder) }
    #expect(error?.code == .finance)
  }
}
