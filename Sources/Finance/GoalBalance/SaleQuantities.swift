/// How many units of which holdings a goal would sell to bring a class back to its target.
struct SaleQuantities {
  /// What is sold of one holding.
  struct Part {
    let holding: HoldingValuation
    let units: Units
  }

  /// What the sale brings before costs.
  let amount: Money
  let parts: [Part]

  /// Spreads a sale of `excess` over the goal's holdings of `assetClass` by what can be sold of each.
  ///
  /// A goal sells no more than its share; locked-in units, wound-up schemes, hybrids (which are more than one class) and
  /// shares (never advised on) stay. Where less can be sold than is over, all of it is.
  ///
  /// - Returns: nil when nothing can be sold.
  init?(_ excess: Money, of assetClass: AssetClass, for goal: Goal, in snapshot: PortfolioSnapshot)
    throws(FinanceError)
  {
    var sellable: [(holding: HoldingValuation, units: Units, value: Money)] = []
    for share in snapshot.portfolio.shares where share.goal == goal.id {
      guard let holding = snapshot.holding(share.holding),
        holding.scheme.assets.rawValue == assetClass.rawValue, holding.scheme.status != .woundUp
      else { continue }
      let units = try Self.sellable(holding, share: share.share, on: snapshot.asOf)
      let value = try units.value(at: holding.nav.value)
      if value > .zero { sellable.append((holding, units, value)) }
    }
    let available = try Money.sum(sellable.map(\.value))
    let amount = min(excess, available)
    guard amount > .zero else { return nil }
    let moneys = amount.apportioned(by: sellable.map(\.value.rupees))
    self.amount = amount
    parts = zip(sellable, moneys).compactMap { holding, money in
      let units = min(holding.units, Self.units(worth: money, at: holding.holding.nav.value))
      return units > .zero ? Part(holding: holding.holding, units: units) : nil
    }
    if parts.isEmpty { return nil }
  }

  /// The units a goal may sell of a holding: its share, as far as they are not locked in.
  private static func sellable(_ holding: HoldingValuation, share: Double, on day: CivilDate)
    throws(FinanceError) -> Units
  {
    let free = holding.lots.filter { $0.date.adding(days: holding.scheme.lockInDays) <= day }
    let unlocked = try Units.sum(free.map(\.units))
    let own = (Double(holding.units.tenThousandths) * share).rounded(.down)
    return min(unlocked, Units(wide: Int128(own)) ?? .zero)
  }

  private static func units(worth money: Money, at nav: NAV) -> Units {
    Units(
      wide: (Int128(money.paise) * 10_000_000_000).dividedHalfAway(by: Int128(nav.hundredMillionths)))
      ?? .zero
  }
}
