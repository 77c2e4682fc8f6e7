import Finance
import JSONKit

@testable import CoachCore

/// Facts of a portfolio of one holding, in any state the agent knows.
struct PerformanceSample {
  static let date = CivilDate(iso: "2026-08-14") ?? .minimum
  static let portfolioStates = [
    "ok", "too_short", "incomplete_cas", "multiple_roots", "no_flows", "no_sign_change", "no_real_root",
    "out_of_range",
  ]

  var status = "ok"
  var rate = 0.1
  var cost = Money(rupees: 400_000)
  var value = Money(rupees: 500_000)
  var isStale = false
  /// Facts after `scheme.h1.`.
  var scheme: (FactMaker) throws -> [Fact] = { _ in [] }
  var risk = "moderate"
  var language = "en"

  func given() throws -> GivenFacts {
    let make = try FactMaker(PortfolioReader.self, asOf: Self.date, inputs: .null, rows: [])
    let quality: Fact.Quality = isStale ? .stale : .exact
    let priced = isStale ? Self.date.adding(days: -9) : Self.date
    var facts = [
      try make.money("portfolio.value", "value", value, quality: quality),
      try make.date("portfolio.nav_date", "date of the oldest NAV used", priced),
      try make.state("portfolio.xirr.status", "whether a yearly return can be stated", status),
      try make.money("holding.h1.value", "value", value, quality: quality),
      try make.date("holding.h1.nav_date", "date of the NAV used", priced),
    ]
    if status != "incomplete_cas" { facts += try known(make) }
    facts += try scheme(make)
    return GivenFacts(
      asOf: Self.date, user: .init(riskProfile: risk, language: language), goals: [],
      facts: try FactSet(facts))
  }

  private func known(_ make: FactMaker) throws -> [Fact] {
    let first = Self.date.adding(months: status == "too_short" ? -3 : -60)
    var facts = [try make.date("portfolio.first_flow", "day of the first payment", first)]
    if status == "ok" {
      facts.append(try make.ratio("portfolio.xirr", "yearly return by cash flows (XIRR)", rate))
      if rate < 0 { facts.append(try make.ratio("portfolio.yearly_loss", "loss a year", -rate)) }
    }
    guard cost != .zero else { return facts }
    let gain = value.rupees / cost.rupees - 1
    facts.append(try make.money("portfolio.cost", "cost", cost))
    facts.append(try make.ratio("portfolio.absolute_return", "absolute return on cost", gain))
    if gain < 0 { facts.append(try make.ratio("portfolio.absolute_loss", "loss on cost", -gain)) }
    return facts
  }
}
