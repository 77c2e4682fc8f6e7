import Finance
import JSONKit

/// The parts of a snapshot figures depend on, as JSON without a word of free text.
///
/// Hashes are taken over these views, so that a changed amount changes them and a changed name does not. Holdings are
/// the bulk of a snapshot and a part of nearly every view, so each is hashed once, and views have its hash.
struct SnapshotInputs: Sendable {
  let snapshot: PortfolioSnapshot
  /// Each holding with the hash of its units, NAV, value, cost and lots, and each share with that of its close.
  private let hashes: [(id: String?, hash: String)]

  init(_ snapshot: PortfolioSnapshot) throws(JSONWriteError) {
    self.snapshot = snapshot
    var hashes: [(id: String?, hash: String)] = []
    for holding in snapshot.holdings {
      hashes.append((holding.id, try ContentHash.sha256(canonical: Self.holding(holding))))
    }
    for stock in snapshot.stocks {
      hashes.append((stock.stock.id, try ContentHash.sha256(canonical: Self.stock(stock))))
    }
    self.hashes = hashes
  }

  /// The hash of the whole snapshot.
  func hash() throws -> String {
    let portfolio = snapshot.portfolio
    return try ContentHash.sha256(canonical: [
      "as_of": .string(snapshot.asOf.description),
      "user": [
        "id": .string(portfolio.user.id), "risk_profile": .string(portfolio.user.riskProfile.rawValue),
        "language": .string(portfolio.user.language.rawValue),
      ],
      "goals": .array(portfolio.goals.map(Self.goal)),
      "holdings": holdings,
      "sips": .array(portfolio.sips.map(Self.sip)),
      "shares": .array(portfolio.shares.map(Self.share)),
    ])
  }

  /// The hash of every holding and share, in the snapshot's order.
  var holdings: JSONValue { .array(hashes.map { .string($0.hash) }) }

  /// The same of those with these ids.
  func holdings(among ids: Set<String>) -> JSONValue {
    .array(hashes.filter { $0.id.map(ids.contains) ?? false }.map { .string($0.hash) })
  }

  /// The hash of the fund holding with an id.
  func hash(ofHolding id: String) -> String? { hashes.first { $0.id == id }?.hash }

  private static func stock(_ stock: StockValuation) -> JSONValue {
    [
      "isin": .string(stock.stock.isin), "quantity": .string(stock.stock.quantity.decimalText),
      "close": .string(stock.close.value.decimalText), "close_date": .string(stock.close.date.description),
      "value": .string(stock.value.decimalText),
    ]
  }

  private static func holding(_ holding: HoldingValuation) -> JSONValue {
    [
      "id": .string(holding.id), "scheme": .string(holding.holding.amfiCode),
      "units": .string(holding.units.decimalText), "nav": .string(holding.nav.value.decimalText),
      "nav_date": .string(holding.nav.date.description), "value": .string(holding.value.decimalText),
      "cost": holding.cost.map { .string($0.decimalText) } ?? .null,
      "lots": .array(holding.lots.map { [.string($0.date.description), .string($0.units.decimalText)] }),
    ]
  }

  /// The investor's and the nominees' names, address, mail and mobile: what no prompt may carry.
  var personalValues: [PersonalValue] {
    let cas = snapshot.portfolio.cas
    let investor: [PersonalValue?] = [
      cas.investor?.name.map { PersonalValue(.name, $0) },
      cas.investor?.address.map { PersonalValue(.address, $0) },
      cas.investor?.email.map { PersonalValue(.email, $0) },
      cas.investor?.mobile.map { PersonalValue(.phone, $0) },
    ]
    let nominees = cas.folios.flatMap(\.schemes).flatMap(\.nominees)
    return investor.compactMap { $0 } + nominees.map { PersonalValue(.name, $0) }
  }

  /// What must stay out of prompts, events and prose.
  var privateNames: PrivateNames {
    let schemes = snapshot.holdings.map(\.scheme)
    return PrivateNames(
      personalValues: personalValues, schemeNames: Set(schemes.flatMap { [$0.name, $0.amc] }).sorted())
  }

  static func goal(_ goal: Goal) -> JSONValue {
    [
      "id": .string(goal.id), "kind": .string(goal.kind.rawValue), "status": .string(goal.status.rawValue),
      "target_today": .string(goal.targetToday.decimalText), "inflation": number(goal.inflation),
      "target_date": .string(goal.targetDate.description), "step_up": stepUp(goal.stepUp),
      "priority": .number(JSONNumber(goal.priority)), "flexible_date": .bool(goal.isDateFlexible),
      "flexible_amount": .bool(goal.isAmountFlexible),
      "allocation": .array(
        (goal.targetAllocation?.weights ?? []).map { [.string($0.assetClass.rawValue), number($0.weight)] }),
      "assumed": .array(
        goal.assumed.map {
          [
            .string($0.assetClass.rawValue), number($0.annualReturn),
            $0.volatility.map(number) ?? .null,
          ]
        }),
    ]
  }

  static func sip(_ sip: SIP) -> JSONValue {
    [
      "id": .string(sip.id), "goal": .string(sip.goal), "amount": .string(sip.amount.decimalText),
      "status": .string(sip.status.rawValue), "start": .string(sip.start.description),
      "end": sip.end.map { .string($0.description) } ?? .null,
      "step_up": stepUp(sip.stepUp),
    ]
  }

  static func share(_ share: GoalShare) -> JSONValue {
    ["goal": .string(share.goal), "holding": .string(share.holding), "share": number(share.share)]
  }

  private static func stepUp(_ stepUp: StepUp?) -> JSONValue {
    guard let stepUp else { return .null }
    return .string(String(describing: stepUp))
  }

  private static func number(_ value: Double) -> JSONValue {
    JSONNumber(value).map { .number($0) } ?? .null
  }
}
