public import Finance

/// Where pipelines get investors and their portfolios from.
///
/// All calls may throw any error; a pipeline reports it for the user concerned and goes on with the others.
public protocol PortfolioSource: Sendable {
  /// Every user there is, by run-local id, in any order.
  func users() async throws -> [String]
  /// The users who hold any of some schemes, by AMFI code.
  func holders(of schemes: Set<String>) async throws -> [String]
  /// A user's portfolio, valued on an IST date; nil when there is none.
  func snapshot(of user: String, asOf day: CivilDate) async throws -> PortfolioSnapshot?
}
