import Finance
import JSONKit

/// What the figures on allocation depend on, as JSON without a word of free text, for their hash.
struct AllocationInputs {
  let snapshot: PortfolioSnapshot
  let market: MarketData

  /// Everything a call depends on, with its arguments.
  func json(_ arguments: JSONObject) -> JSONValue {
    let portfolio = snapshot.portfolio
    let user = portfolio.user
    let sips: [JSONValue] = portfolio.sips.map { [SnapshotInputs.sip($0), .string($0.holding)] }
    return [
      "arguments": .object(arguments),
      "user": [
        "risk_profile": .string(user.riskProfile.rawValue),
        "risk_profiled_at": user.riskProfiledAt.map { .string($0.description) } ?? .null,
        "slab_rate": user.slabRate.map { .string("\($0)") } ?? .null,
        "monthly_expenses": user.monthlyExpenses.map { .string($0.decimalText) } ?? .null,
      ],
      "goals": .array(portfolio.goals.map(SnapshotInputs.goal)),
      "shares": .array(portfolio.shares.map(SnapshotInputs.share)), "sips": .array(sips),
      "holdings": SnapshotInputs(snapshot).holdings, "sold": .array(snapshot.holdings.flatMap(sold)),
      "disclosures": .array(snapshot.holdings.compactMap(disclosure)),
    ]
  }

  /// What was sold of a holding in the financial year, which decides what of a sale is still exempt.
  private func sold(_ holding: HoldingValuation) -> [JSONValue] {
    holding.ledger.disposals.filter { $0.sold.financialYear == snapshot.asOf.financialYear }.map {
      [.string(holding.id), .string($0.sold.description), .string($0.gain.decimalText)]
    }
  }

  private func disclosure(_ holding: HoldingValuation) -> JSONValue? {
    guard let disclosure = market.disclosures[holding.scheme.amfiCode] else { return nil }
    let weights = disclosure.weights.sorted { $0.key < $1.key }
    return [
      .string(holding.scheme.amfiCode), .string(disclosure.asOf.description),
      .array(weights.map { [.string($0.key), .string("\($0.value)")] }),
    ]
  }
}
