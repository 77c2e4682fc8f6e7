import Finance
import Foundation
import JSONKit
import Testing

@testable import Workbench

/// The project's own portfolios, whose facts were worked out apart from this library.
@Suite struct FixturePortfolioTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures")

  static let portfolios: [String] = {
    let folder = fixtures.appending(path: "portfolios").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  @Test("expected facts agree", arguments: portfolios)
  func expectedFactsAgree(name: String) async throws {
    let portfolio = try Portfolio(json: try Self.json("portfolios/\(name)"))
    let csv = try String(contentsOf: Self.fixtures.appending(path: "prices/nav.csv"), encoding: .utf8)
    let snapshot = try PortfolioSnapshot(
      portfolio: portfolio, prices: try PriceTable(csv: csv, file: "nav.csv"),
      schemes: try SchemeDirectory(json: try Self.json("schemes.json")), asOf: portfolio.asOf)
    let facts = try await Self.facts(of: snapshot)
    let tolerance = Tolerance(absolute: 1e-6, relative: 1e-9)
    for (id, expected) in portfolio.expected.facts where !Self.isOfAllocation(id) {
      let difference = facts[id].map { tolerance.difference($0, expected) ?? "" } ?? "no such fact"
      #expect(difference.isEmpty, "\(name) \(id)")
    }
  }

  /// Facts on allocation are compared where they are made, in the tests of that tool.
  private static func isOfAllocation(_ id: String) -> Bool {
    let parts = id.split(separator: ".").map(String.init)
    return switch parts.first {
    case "sip", "pair": true
    case "goal": parts.count > 2 && goalParts.contains(parts[2])
    case "holding": parts.count > 2 && holdingParts.contains(parts[2])
    default: parts.count > 1 && portfolioParts.contains(parts[1])
    }
  }

  private static let goalParts: Set = [
    "weight", "target", "drift", "allocation", "equity_weight", "equity_ceiling", "ceiling", "redirect",
    "sale",
  ]
  private static let holdingParts: Set = [
    "status", "asset_class", "plan", "ter", "direct_ter", "gross_return", "expense_drag",
  ]
  private static let portfolioParts: Set = [
    "overlap", "hhi", "effective_count", "ter", "regular_plans", "emergency", "drift",
  ]

  private static func json(_ path: String) throws -> JSONValue {
    try JSONValue(parsing: try Data(contentsOf: fixtures.appending(path: path)))
  }

  private static func facts(of snapshot: PortfolioSnapshot) async throws -> JSONObject {
    var facts: JSONObject = [:]
    facts["portfolio.value"] = .double(snapshot.value.rupees)
    facts["portfolio.cost"] = snapshot.cost.map { .double($0.rupees) }
    facts["portfolio.unrealised"] = snapshot.unrealised.map { .double($0.rupees) }
    facts["portfolio.absolute_return"] = snapshot.absoluteReturn.map { .double($0) }
    facts["portfolio.nav_date"] = snapshot.oldestNAVDate.map { .string($0.description) }
    let isShort = snapshot.firstFlowDate != nil && !snapshot.isAnnualisable
    let status = snapshot.xirr.map { isShort ? "too_short" : $0.status } ?? "incomplete_cas"
    facts["portfolio.xirr.status"] = .string(status)
    let rate = snapshot.isAnnualisable ? snapshot.xirr?.rate : nil
    facts["portfolio.xirr"] = rate.map { .double($0) }
    facts["portfolio.yearly_loss"] = rate.flatMap { $0 < 0 ? .double(-$0) : nil }
    facts["portfolio.absolute_loss"] = snapshot.absoluteReturn.flatMap { $0 < 0 ? .double(-$0) : nil }
    facts["portfolio.first_flow"] =
      snapshot.xirr == nil ? nil : snapshot.firstFlowDate.map { .string($0.description) }
    for holding in snapshot.holdings {
      let prefix = "holding.\(holding.id)."
      facts[prefix + "units"] = .double(holding.units.value)
      facts[prefix + "nav"] = .double(holding.nav.value.value)
      facts[prefix + "nav_date"] = .string(holding.nav.date.description)
      facts[prefix + "value"] = .double(holding.value.rupees)
      facts[prefix + "cost"] = holding.cost.map { .double($0.rupees) }
    }
    let policy = try PolicyTables.embedded()
    for goal in snapshot.portfolio.goals {
      let assessment = try GoalAssessment.assess(goal, in: snapshot, policy: policy)
      for (key, value) in Self.facts(of: assessment) { facts["goal.\(goal.id).\(key)"] = value }
      facts["goal.\(goal.id).target_date"] = .string(goal.targetDate.description)
      let simulated = try await GoalProbability.assess(goal, in: snapshot, policy: policy, by: .standard)
      facts["goal.\(goal.id).probability"] = simulated.map { .double($0.probability) }
      facts["goal.\(goal.id).probability.paths"] = simulated.map { _ in 10_000 }
    }
    return facts
  }

  private static func facts(of goal: GoalAssessment) -> JSONObject {
    var facts: JSONObject = [
      "assumed_return": .double(goal.assumedReturn), "inflation": .double(goal.inflation),
      "assumed_return.unclamped": .double(goal.unclampedReturn),
      "target_today": .double(goal.targetToday.rupees), "target_future": .double(goal.targetFuture.rupees),
      "horizon": .double(Double(goal.horizonMonths)), "current_value": .double(goal.currentValue.rupees),
      "monthly_sip": .double(goal.monthlySIP.rupees), "projected": .double(goal.projected.rupees),
      "gap": .double(goal.gap.rupees), "shortfall": .double(goal.shortfall.rupees),
      "surplus": .double(goal.surplus.rupees), "funded_ratio": .double(goal.fundedRatio),
      "band": .string(goal.band.rawValue), "params": "effective/due",
      "required_step_up.status": .string(goal.requiredStepUp.status),
    ]
    facts["required_sip"] = goal.requiredSIP.map { .double($0.rupees) }
    facts["required_sip.rounded"] = goal.requiredSIPRounded.map { .double($0.rupees) }
    if case .ok(let rise) = goal.requiredStepUp { facts["required_step_up"] = .double(rise) }
    facts["months_to_goal"] = goal.monthsToGoal.map { .double(Double($0)) }
    return facts
  }
}
