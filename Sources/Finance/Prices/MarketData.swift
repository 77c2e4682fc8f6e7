/// What is known of the markets beside the prices a portfolio is valued at.
public struct MarketData: Sendable {
  /// Names, categories, plans and charges of schemes.
  public let schemes: SchemeDirectory
  /// NAV histories by AMFI code.
  public let histories: [String: NAVSeries]
  /// Total-return indices by id, for example `nifty50_tri`.
  public let benchmarks: [String: IndexSeries]
  /// Disclosed holdings by AMFI code.
  public let disclosures: [String: SchemeDisclosure]

  /// Nothing is known.
  public static let none = MarketData(schemes: .none)

  /// Gathers what is known.
  public init(
    schemes: SchemeDirectory, histories: [String: NAVSeries] = [:], benchmarks: [String: IndexSeries] = [:],
    disclosures: [String: SchemeDisclosure] = [:]
  ) {
    self.schemes = schemes
    self.histories = histories
    self.benchmarks = benchmarks
    self.disclosures = disclosures
  }
}
