import Finance
import JSONKit

@testable import CoachCore

/// Facts made up by name, to put one situation at a time before the recommendation agent.
struct AdviceScenario {
  static let asOf = CivilDate(iso: "2026-08-14") ?? .minimum

  var profile = "moderate"
  var language = "en"
  private(set) var goals: [GivenFacts.Goal] = []
  private var facts: [String: Fact] = [:]

  mutating func money(_ id: String, _ rupees: Int) {
    add(id, .number(JSONNumber(rupees)), .inr, FactDisplay.money(Money(rupees: Int64(rupees))))
  }

  mutating func ratio(_ id: String, _ value: Double) {
    add(id, number(value), .ratio, FactDisplay.ratio(value))
  }

  mutating func points(_ id: String, _ value: Double) {
    add(id, number(value), .percentPoint, FactDisplay.percentPoint(value))
  }

  mutating func months(_ id: String, _ value: Int) {
    add(id, .number(JSONNumber(value)), .months, FactDisplay.months(value))
  }

  mutating func count(_ id: String, _ value: Int) {
    add(id, .number(JSONNumber(value)), .count, FactDisplay.count(value))
  }

  mutating func date(_ id: String, _ iso: String) {
    add(id, .text(iso), .date, FactDisplay.date(CivilDate(iso: iso) ?? .minimum))
  }

  mutating func state(_ id: String, _ value: String) {
    add(id, .text(value), .enumeration, FactDisplay.state(value))
  }

  mutating func remove(_ prefix: String) {
    facts = facts.filter { !$0.key.hasPrefix(prefix) }
  }

  func has(_ id: String) -> Bool { facts[id] != nil }

  func given() throws -> GivenFacts {
    GivenFacts(
      asOf: Self.asOf, user: .init(riskProfile: profile, language: language), goals: goals,
      facts: try FactSet(facts.sorted { $0.key < $1.key }.map(\.value)))
  }

  private mutating func add(_ id: String, _ value: FactValue, _ unit: Fact.Unit, _ display: Fact.Display) {
    let rows = id.hasSuffix(".current_value") ? rows(of: id) : []
    facts[id] = Fact(
      id: id, name: "made up", value: value, unit: unit, asOf: Self.asOf, tool: "test", toolVersion: "1",
      params: [:], inputsHash: "", rows: rows, quality: .estimate, display: display)
  }

  private func rows(of id: String) -> [Fact.Row] {
    id.split(separator: ".")[1] == "g1" ? [.init(table: "holding", id: "h1")] : []
  }

  private func number(_ value: Double) -> FactValue { .number(JSONNumber(value) ?? JSONNumber(0)) }
}

extension AdviceScenario {
  /// A goal at a funded ratio, with every effect goal math can tell of it.
  mutating func goal(
    _ id: String, kind: String = "education", band: String, ratio: Double, priority: Int = 1,
    stepUp: Double? = nil, needsMoreThanCap: Bool = false, flexibleDate: Bool = false,
    flexibleAmount: Bool = false
  ) {
    goals.append(.init(id: id, kind: kind))
    let prefix = "goal.\(id)."
    state(prefix + "band", band)
    self.ratio(prefix + "funded_ratio", ratio)
    count(prefix + "priority", priority)
    months(prefix + "horizon", band == "matured" ? -2 : 96)
    date(prefix + "target_date", band == "matured" ? "2026-06-14" : "2034-08-14")
    self.ratio(prefix + "assumed_return", 0.11)
    money(prefix + "target_today", 1_700_000)
    money(prefix + "current_value", 300_000)
    money(prefix + "monthly_sip", 10_000)
    money(prefix + "shortfall", ratio < 1 ? 722_980 : 0)
    money(prefix + "required_sip.rounded", 14_800)
    state(prefix + "required_step_up.status", stepUp == nil ? "unreachable" : "ok")
    if let stepUp { self.ratio(prefix + "required_step_up", stepUp) }
    state(prefix + "required_return.status", needsMoreThanCap ? "above_cap" : "within_cap")
    state(prefix + "flexible_date", flexibleDate ? "yes" : "no")
    state(prefix + "flexible_amount", flexibleAmount ? "yes" : "no")
    effects(prefix, stepUp: stepUp, flexibleDate: flexibleDate, flexibleAmount: flexibleAmount)
  }

  private mutating func effects(
    _ prefix: String, stepUp: Double?, flexibleDate: Bool, flexibleAmount: Bool
  ) {
    ratio(prefix + "after.increase_sip.funded_ratio", 1.0004)
    if let stepUp {
      ratio(prefix + "after.start_step_up.funded_ratio", 1.0001)
      ratio(prefix + "after.start_step_up.step_up", stepUp)
    }
    if flexibleDate {
      ratio(prefix + "after.extend_horizon.funded_ratio", 1.003)
      date(prefix + "after.extend_horizon.target_date", "2037-04-14")
      months(prefix + "after.extend_horizon.extension", 32)
    }
    if flexibleAmount {
      ratio(prefix + "after.lower_target.funded_ratio", 1.0002)
      money(prefix + "after.lower_target.target_today", 1_279_200)
    }
  }

  /// A SIP of a goal into a holding.
  mutating func sip(_ id: String, goal: String, holding: String, status: String = "active") {
    money("sip.\(id).amount", 10_000)
    state("sip.\(id).holding", holding)
    state("sip.\(id).goal", goal)
    state("sip.\(id).status", status)
  }

  mutating func holding(
    _ id: String, status: String = "open", assetClass: String = "equity", plan: String = "direct"
  ) {
    state("holding.\(id).status", status)
    state("holding.\(id).asset_class", assetClass)
    state("holding.\(id).plan", plan)
    money("holding.\(id).value", 300_000)
  }

  /// A mix out of its band, with what new money and a sale would do about it.
  mutating func drift(_ goal: String, over: String, under: String, redirect: Bool, sale: Bool, later: Bool) {
    let prefix = "goal.\(goal)."
    for name in ["equity", "debt", "gold", "cash"] {
      ratio(prefix + "weight.\(name)", name == over ? 0.72 : (name == under ? 0.28 : 0))
      ratio(prefix + "target.\(name)", name == over ? 0.6 : (name == under ? 0.4 : 0))
    }
    points(prefix + "drift.largest", 12)
    state(prefix + "drift.class", over)
    state(prefix + "drift.direction", "over")
    state(prefix + "allocation.state", "drifted")
    if redirect {
      money(prefix + "redirect.amount", 8_000)
      state(prefix + "redirect.class", under)
      months(prefix + "redirect.months", 14)
      points(prefix + "redirect.drift", 5.4)
    }
    if sale { self.sale(prefix, later: later) }
  }

  private mutating func sale(_ prefix: String, later: Bool) {
    money(prefix + "sale.amount", 120_000)
    money(prefix + "sale.tax", 4_250)
    money(prefix + "sale.exit_load", 900)
    points(prefix + "sale.drift", 0)
    if later {
      date(prefix + "sale.wait_until", "2026-09-28")
      money(prefix + "sale.tax.later", 0)
      money(prefix + "sale.exit_load.later", 0)
    }
  }

  mutating func ceiling(_ goal: String, _ state: String, weight: Double = 0.6) {
    self.state("goal.\(goal).ceiling.state", state)
    ratio("goal.\(goal).equity_weight", weight)
    if state != "unknown" { ratio("goal.\(goal).equity_ceiling", 0.65) }
  }

  mutating func emergency(_ state: String) {
    self.state("portfolio.emergency.state", state)
    money("portfolio.emergency.value", 40_000)
    money("portfolio.emergency.target", 150_000)
    money("portfolio.emergency.shortfall", 110_000)
    months("portfolio.emergency.months", 1)
  }

  mutating func overlap(_ state: String, after: Double? = 0.21) {
    self.state("portfolio.overlap.state", state)
    self.state("portfolio.overlap.pair", "h1_h2")
    ratio("portfolio.overlap.largest", 0.62)
    if let after { ratio("portfolio.after.consolidate_overlap.overlap", after) }
  }

  mutating func costs(_ holding: String) {
    ratio("holding.\(holding).ter", 0.0175)
    ratio("holding.\(holding).direct_ter", 0.0065)
    money("holding.\(holding).expense_drag", 184_000)
  }
}
