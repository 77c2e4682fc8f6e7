import CoachCore
import Finance

/// A source of one portfolio, valued on one day.
struct SinglePortfolio: PortfolioSource {
  let snapshot: PortfolioSnapshot

  private var user: String { snapshot.portfolio.user.id }

  func users() -> [String] { [user] }

  func holders(of schemes: Set<String>) -> [String] {
    snapshot.portfolio.holdings.contains { schemes.contains($0.amfiCode) } ? [user] : []
  }

  func snapshot(of user: String, asOf day: CivilDate) -> PortfolioSnapshot? {
    user == self.user && day == snapshot.asOf ? snapshot : nil
  }
}
