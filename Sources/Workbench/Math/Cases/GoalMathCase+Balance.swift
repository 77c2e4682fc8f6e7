import Finance
import JSONKit

extension GoalMathCase {
  func balance() throws -> JSONValue? {
    switch kind {
    case "allocation_drift": return try drift()
    case "rebalance_full":
      let positions = try positions()
      let trades = try Rebalancing.full(positions)
      let total = positions.reduce(0) { $0 + $1.value }
      return [
        "trades": byName(positions, trades), "turnover": .double(try Rebalancing.turnover(trades, of: total)),
      ]
    case "rebalance_cashflow":
      let positions = try positions()
      return [
        "allocation": byName(positions, try Rebalancing.cashFlow(positions, cash: try double("new_cash")))
      ]
    case "overlap":
      let overlap = try PortfolioOverlap(weights("a"), weights("b"))
      return [
        "overlap_percent": .double(overlap.percent), "common": .array(overlap.common.map { .string($0) }),
      ]
    case "concentration_hhi":
      let concentration = try Concentration(weights: try doubles("weights"))
      return ["hhi": .double(concentration.index), "effective_n": .double(concentration.effectiveCount)]
    case "weighted_expense_ratio":
      return .double(
        try Expenses.weightedRatio(values: try doubles("values"), ratios: try doubles("ter_percent")))
    case "expense_drag":
      return ["direct": try net("ter_direct"), "regular": try net("ter_regular")]
    default: return nil
    }
  }

  private func net(_ ratio: String) throws -> JSONValue {
    .double(
      try Expenses.sipValue(
        try double("sip"), months: try months(), gross: try double("gross_annual"), ratio: try double(ratio),
        convention: try convention(), timing: timing()))
  }

  /// What is held and what is meant to be; a name in one list only counts as 0 in the other.
  private func positions() throws -> [TargetPosition] {
    let values = inputs["values"]?.object ?? [:]
    let targets = inputs["targets"]?.object ?? [:]
    let names = values.keys + targets.keys.filter { values[$0] == nil }
    return names.map {
      TargetPosition(name: $0, value: values[$0]?.double ?? 0, target: targets[$0]?.double ?? 0)
    }
  }

  private func byName(_ positions: [TargetPosition], _ amounts: [Double]) -> JSONValue {
    var object: JSONObject = [:]
    for (position, amount) in zip(positions, amounts) { object[position.name] = .double(amount) }
    return .object(object)
  }

  private func drift() throws -> JSONValue {
    let positions = try positions()
    let drift = try AllocationDrift(
      positions,
      bands: AllocationDrift.Bands(
        absolute: try double("absolute_band", default: 0.05),
        relative: try double("relative_band", default: 0.25)))
    return [
      "total": .double(drift.total), "weights": byName(positions, drift.lines.map(\.weight)),
      "drift": byName(positions, drift.lines.map(\.drift)),
      "breached": .array(drift.breached.map { .string($0) }), "max_abs_drift": .double(drift.largest),
    ]
  }

  private func weights(_ key: String) -> [String: Double] {
    var weights: [String: Double] = [:]
    for (name, weight) in inputs[key]?.object ?? [:] { weights[name] = weight.double }
    return weights
  }
}
