import Finance
import JSONKit

/// What the figures on allocation depend on, as JSON without a word of free text, for their hash.
///
/// All calls of a session depend on the same, so it is hashed once.
struct AllocationInputs {
  private let hash: String

  init(_ reading: SnapshotReading) throws(JSONWriteError) {
    hash = try ContentHash.sha256(canonical: Self.json(reading.inputs, reading.market))
  }

  /// Everything a call with these arguments depends on.
  func json(_ arguments: JSONObject) -> JSONValue {
    ["arguments": .object(arguments), "reading": .string(hash)]
  }

  private static func json(_ inputs: SnapshotInputs, _ market: MarketData) -> JSONValue {
    let snapshot = inputs.snapshot
    let portfolio = snapshot.portfolio
    let user = portfolio.user
    let sips: [JSONValue] = portfolio.sips.map { [SnapshotInputs.sip($0), .string($0.holding)] }
    return [
      "user": [
        "risk_profile": .string(user.riskProfile.rawValue),
        "risk_profiled_at": user.riskProfiledAt.map { .string($0.description) } ?? .null,
        "slab_rate": user.slabRate.map { .string("\($0)") } ?? .null,
        "monthly_expenses": user.monthlyExpenses.map { .string($0.decimalText) } ?? .null,
      ],
      "goals": .array(portfolio.goals.map(SnapshotInputs.goal)),
      "shares": .array(portfolio.shares.map(SnapshotInputs.share)), "sips": .array(sips),
      "holdings": inputs.holdings, "sold": .array(snapshot.holdings.flatMap { sold($0, snapshot.asOf) }),
      "disclosures": .array(snapshot.holdings.compactMap { disclosure($0, market) }),
    ]
  }

  /// What was sold of a holding in the financial year, which decides what of a sale is still exempt.
  private static func sold(_ holding: HoldingValuation, _ asOf: CivilDate) -> [JSONValue] {
    holding.ledger.disposals.filter { $0.sold.financialYear == asOf.financialYear }.map {
      [.string(holding.id), .string($0.sold.description), .string($0.gain.decimalText)]
    }
  }

  private static func disclosure(_ holding: HoldingValuation, _ market: MarketData) -> JSONValue? {
    guard let disclosure = market.disclosures[holding.scheme.amfiCode] else { return nil }
    let weights = disclosure.weights.sorted { $0.key < $1.key }
    return [
      .string(holding.scheme.amfiCode), .string(disclosure.asOf.description),
      .array(weights.map { [.string($0.key), .string("\($0.value)")] }),
    ]
  }
}
