import Finance
import JSONKit

/// Reads the valued portfolio: what it is worth, what it cost, and what it has returned.
struct PortfolioReader: CoachTool {
  static let name = "portfolio_reader"
  static let version = "1"

  let inputs: SnapshotInputs

  var snapshot: PortfolioSnapshot { inputs.snapshot }

  var arguments: JSONObject { ["as_of": .string(snapshot.asOf.description)] }

  func run() throws -> [Fact] {
    // Every figure is of the same inputs, which are hashed once.
    let make = try FactMaker(
      Self.self, asOf: snapshot.asOf, inputs: inputs.holdings,
      rows: snapshot.holdings.map { .init(table: "holding", id: $0.id) })
    return try portfolioFacts(make) + snapshot.holdings.flatMap { try holdingFacts($0, make) }
  }

  private func portfolioFacts(_ make: FactMaker) throws -> [Fact] {
    let quality: Fact.Quality = snapshot.holdings.contains(where: \.isStale) ? .stale : .exact
    var facts = [try make.money("portfolio.value", "value of all holdings", snapshot.value, quality: quality)]
    // An incomplete statement leaves the cost unknown; a fact that is not known is not made.
    if let cost = snapshot.cost, let unrealised = snapshot.unrealised {
      facts.append(try make.money("portfolio.cost", "cost of the units still held", cost, quality: .exact))
      facts.append(
        try make.money("portfolio.unrealised", "gain or loss not yet realised", unrealised, quality: quality))
    }
    if let absolute = snapshot.absoluteReturn {
      facts += try signed(
        absolute, gain: ("portfolio.absolute_return", "absolute return on cost"),
        loss: ("portfolio.absolute_loss", "loss on cost, without a sign"), make, quality)
    }
    if let oldest = snapshot.oldestNAVDate {
      facts.append(try make.date("portfolio.nav_date", "date of the oldest NAV used", oldest))
    }
    let status = xirrStatus
    facts.append(try make.state("portfolio.xirr.status", "whether a yearly return can be stated", status))
    if case .ok(let rate, _) = snapshot.xirr, status == "ok" {
      facts += try signed(
        rate, gain: ("portfolio.xirr", "yearly return by cash flows (XIRR)"),
        loss: ("portfolio.yearly_loss", "loss a year by cash flows (XIRR), without a sign"), make, quality)
    }
    if snapshot.xirr != nil, let first = snapshot.firstFlowDate {
      facts.append(try make.date("portfolio.first_flow", "day of the first payment", first))
    }
    return facts
  }

  /// The signed return, for code and goldens, and beside a negative one the loss that prose may cite.
  private func signed(
    _ value: Double, gain: (id: String, name: String), loss: (id: String, name: String), _ make: FactMaker,
    _ quality: Fact.Quality
  ) throws -> [Fact] {
    let fact = try make.ratio(gain.id, gain.name, value, quality: quality)
    return value < 0 ? [fact, try make.ratio(loss.id, loss.name, -value, quality: quality)] : [fact]
  }

  private func holdingFacts(_ holding: HoldingValuation, _ make: FactMaker) throws -> [Fact] {
    let make = make.resting(on: [.init(table: "holding", id: holding.id)])
    let prefix = "holding.\(holding.id)"
    let quality: Fact.Quality = holding.isStale ? .stale : .exact
    let known = [
      try make.units("\(prefix).units", "units held", holding.units),
      try make.nav("\(prefix).nav", "NAV used", holding.nav.value, quality: quality),
      try make.date("\(prefix).nav_date", "date of the NAV used", holding.nav.date),
      try make.money("\(prefix).value", "value of the holding", holding.value, quality: quality),
    ]
    guard let cost = holding.cost else { return known }
    return known + [try make.money("\(prefix).cost", "cost of the units still held", cost, quality: .exact)]
  }

  /// A yearly return is stated only for a year or more (SEBI's norm for returns under one year).
  private var xirrStatus: String {
    guard let xirr = snapshot.xirr else { return "incomplete_cas" }
    if snapshot.firstFlowDate != nil, !snapshot.isAnnualisable { return "too_short" }
    return switch xirr {
    case .ok: "ok"
    case .noFlows: "no_flows"
    case .noSignChange: "no_sign_change"
    case .noRealRoot: "no_real_root"
    case .multipleRoots: "multiple_roots"
    case .outOfRange: "out_of_range"
    }
  }
}
