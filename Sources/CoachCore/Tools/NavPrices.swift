import Finance
import JSONKit

/// Tells from the price history of one scheme what it has returned, and beside what benchmark (domain rules §2.2, §2.5).
///
/// A figure that the rules do not let be told is not made, and a state says why: nothing is annualised under a year,
/// statistics need 36 completed months, and no figure reaches across a change of the unit nobody adjusted for.
struct NavPrices: CoachTool {
  static let name = "nav_prices"
  static let version = "1"

  /// Completed months statistics need (practice of factsheets, domain rules §2.5).
  static let statisticMonths = 36
  /// Months under which a history is too short to say anything of (SEBI's norm for returns under one year).
  static let annualMonths = 12
  /// A price this many days old belongs to a scheme that no longer publishes one; its past is not told as a return.
  static let dormantDays = 30

  let holding: HoldingValuation
  let asOf: CivilDate
  let market: MarketData

  var arguments: JSONObject { ["holding": .string(holding.id), "as_of": .string(asOf.description)] }

  func run() throws -> [Fact] {
    let make = try maker()
    let state = returnState
    var facts = [
      try make.state(id("kind"), "kind of fund", SchemeKind(holding.scheme).rawValue),
      try make.state(id("status"), "whether the fund takes money", holding.scheme.status.rawValue),
      try make.state(id("nav.state"), "whether the price is current", navState.rawValue),
      try make.state(id("return.state"), "whether returns can be stated", state.rawValue),
    ]
    guard let series, let history = historyMonths else { return facts }
    facts.append(try make.months(id("history"), "months of prices", history))
    facts.append(
      try make.state(
        id("history.state"), "whether the prices reach back a year",
        history < Self.annualMonths ? ReturnState.tooShort.rawValue : ReturnState.ok.rawValue))
    guard state == .ok else { return facts }
    return facts + (try returns(of: series, make)) + (try statistics(of: series, make))
      + (try comparison(of: series, make))
  }

  func id(_ name: String) -> String { "scheme.\(holding.id).\(name)" }

  /// How old the price is that the holding is valued at.
  enum NavState: String {
    case fresh, stale, dormant
  }

  /// Why returns are stated or not.
  enum ReturnState: String {
    case ok
    /// The prices reach back less than a year.
    case tooShort = "too_short"
    /// Income leaves the price when it is paid out, so the price alone does not tell the return.
    case payouts
    /// The unit changed within the last year, and the prices before were not adjusted.
    case unadjusted
    /// There has been no price for long.
    case dormant
    /// No price history is known.
    case unknown
  }

  private var navState: NavState {
    guard holding.isStale else { return .fresh }
    return holding.nav.date.days(until: asOf) > Self.dormantDays ? .dormant : .stale
  }

  private var returnState: ReturnState {
    guard let last, let history = historyMonths, let series else { return .unknown }
    if last.date.days(until: asOf) > Self.dormantDays { return .dormant }
    if holding.scheme.option != .growth { return .payouts }
    if history < Self.annualMonths { return .tooShort }
    let yearBefore = last.date.adding(months: -Self.annualMonths)
    return series.unadjustedChanges(after: yearBefore, through: last.date).isEmpty ? .ok : .unadjusted
  }

  // MARK: Prices

  private var series: NAVSeries? { market.histories[holding.scheme.amfiCode] }

  /// The last value up to the day, which windows end at.
  private var last: DatedNAV? { series?.latest(onOrBefore: asOf) }

  private var historyMonths: Int? {
    guard let first = series?.values.first?.date, let last, first <= last.date else { return nil }
    return first.wholeMonths(until: last.date)
  }

  /// The returns of 1, 3 and 5 years, by AMFI's windows.
  private func returns(of series: NAVSeries, _ make: FactMaker) throws -> [Fact] {
    guard let last else { return [] }
    return try [1, 3, 5].compactMap { years in
      guard let rate = series.windowReturn(endingOn: last.date, months: 12 * years) else { return nil }
      return try make.ratio(id("return_\(years)y"), "return a year over \(years)y", rate, quality: quality)
    }
  }

  /// What the figures depend on.
  var inputs: JSONValue {
    // Long lists as one hash of their bits each: as texts they would cost more than what is computed of them.
    let navs = (series?.values ?? []).prefix { $0.date <= asOf }
      .map { (Int64($0.date.daysSince1970), UInt64(bitPattern: $0.value.hundredMillionths)) }
    let levels = (benchmark?.monthEnds(through: asOf) ?? [])
      .map { (Int64($0.date.daysSince1970), $0.value.bitPattern) }
    return [
      "scheme": .string(holding.scheme.amfiCode), "option": .string(holding.scheme.option.rawValue),
      "nav_date": .string(holding.nav.date.description),
      "benchmark": holding.scheme.benchmark.map { .string($0) } ?? .null,
      "levels": .string(ContentHash.sha256(series: levels)),
      "navs": .string(ContentHash.sha256(series: navs)),
    ]
  }

  private func maker() throws -> FactMaker {
    try FactMaker(
      Self.self, asOf: asOf, params: ["windows": "amfi", "statistics": "month_end"], inputs: inputs,
      rows: [.init(table: "holding", id: holding.id), .init(table: "nav", id: holding.id)])
  }

  /// What the figures rest on: a price that is old now makes them old.
  var quality: Fact.Quality { (last?.isStale(asOf: asOf) ?? false) ? .stale : .exact }

  var benchmark: IndexSeries? { holding.scheme.benchmark.flatMap { market.benchmarks[$0] } }
}
