public import Finance
public import Foundation
import JSONKit

/// Portfolios from a folder of `portfolio/1` files, valued at one table of prices.
public struct FolderPortfolioSource: PortfolioSource {
  private let portfolios: [String: Portfolio]
  private let prices: PriceTable
  private let schemes: SchemeDirectory
  private let closes: StockCloses

  /// Reads every `.json` file of a folder.
  ///
  /// - Throws: `CoachError` with code `finance` naming the file that cannot be read, or `conflict` when two files are of
  ///   one user.
  public init(
    folder: URL, prices: PriceTable, schemes: SchemeDirectory, closes: StockCloses = .none
  ) throws(CoachError) {
    var portfolios: [String: Portfolio] = [:]
    for file in try Self.files(in: folder) {
      let portfolio: Portfolio
      do {
        portfolio = try Portfolio(json: JSONValue(parsing: String(contentsOf: file, encoding: .utf8)))
      } catch {
        throw CoachError(.finance, "\(file.lastPathComponent) cannot be read: \(error)", cause: error)
      }
      guard portfolios.updateValue(portfolio, forKey: portfolio.user.id) == nil else {
        throw CoachError(
          .conflict, "\(file.lastPathComponent) is another file of user \(portfolio.user.id); keep one")
      }
    }
    self.portfolios = portfolios
    self.prices = prices
    self.schemes = schemes
    self.closes = closes
  }

  private static func files(in folder: URL) throws(CoachError) -> [URL] {
    do {
      return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        .filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    } catch {
      throw CoachError(.finance, "the folder \(folder.lastPathComponent) cannot be read", cause: error)
    }
  }

  /// The users of the folder, in order of id.
  public func users() -> [String] { portfolios.keys.sorted() }

  /// The users who hold any of the schemes, in order of id.
  public func holders(of schemes: Set<String>) -> [String] {
    portfolios.filter { $0.value.holdings.contains { schemes.contains($0.amfiCode) } }.keys.sorted()
  }

  /// The user's portfolio as it is in its file, without a valuation.
  public func portfolio(of user: String) -> Portfolio? { portfolios[user] }

  /// The user's portfolio, valued at the last prices on or before the day.
  public func snapshot(of user: String, asOf day: CivilDate) throws -> PortfolioSnapshot? {
    guard let portfolio = portfolios[user] else { return nil }
    return try PortfolioSnapshot(
      portfolio: portfolio, prices: prices, schemes: schemes, closes: closes, asOf: day)
  }
}
