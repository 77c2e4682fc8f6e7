import Finance
import JSONKit

extension PortfolioView {
  /// The same figures for a program: rupees as numbers with paise, ratios as fractions of one.
  var document: JSONValue {
    [
      "schema": "portfolio_view/1",
      "user": .string(snapshot.portfolio.user.id),
      "as_of": .string(snapshot.asOf.description),
      "value": Self.rupees(snapshot.value),
      "cost": Self.rupees(snapshot.cost),
      "unrealised": Self.rupees(snapshot.unrealised),
      "absolute_return": Self.ratio(snapshot.absoluteReturn),
      "xirr": Self.ratio(snapshot.isAnnualisable ? snapshot.xirr?.rate : nil),
      "goals": .array(goals.map(Self.goal)),
      "holdings": .array(snapshot.holdings.map(Self.holding)),
      "allocation": .array(
        allocation.map {
          ["class": .string($0.assetClass), "value": Self.rupees($0.value), "share": Self.ratio($0.share)]
        }),
      "issues": .array(
        snapshot.issues.map {
          [
            "kind": .string($0.kind.rawValue), "pointer": .string($0.pointer.description),
            "message": .string($0.message),
          ]
        }),
    ]
  }

  private static func goal(_ line: GoalLine) -> JSONValue {
    let goal = line.assessment
    return [
      "id": .string(line.goal.id), "kind": .string(line.goal.kind.rawValue),
      "target_date": .string(line.goal.targetDate.description), "band": .string(goal.band.rawValue),
      "funded_ratio": ratio(goal.fundedRatio), "current_value": rupees(goal.currentValue),
      "projected": rupees(goal.projected), "target_future": rupees(goal.targetFuture),
      "shortfall": rupees(goal.shortfall), "surplus": rupees(goal.surplus),
      "required_sip": rupees(goal.requiredSIP), "assumed_return": ratio(goal.assumedReturn),
    ]
  }

  private static func holding(_ holding: HoldingValuation) -> JSONValue {
    [
      "id": .string(holding.id), "amfi_code": .string(holding.holding.amfiCode),
      "units": number(holding.units.decimalText), "nav": number(holding.nav.value.decimalText),
      "nav_date": .string(holding.nav.date.description), "stale": .bool(holding.isStale),
      "value": rupees(holding.value), "cost": rupees(holding.cost),
    ]
  }

  private static func rupees(_ money: Money?) -> JSONValue { money.map { number($0.decimalText) } ?? .null }

  private static func ratio(_ value: Double?) -> JSONValue {
    value.flatMap { JSONNumber($0) }.map { .number($0) } ?? .null
  }

  private static func number(_ text: String) -> JSONValue {
    JSONNumber(text: text).map { .number($0) } ?? .null
  }
}
