import Finance
import JSONKit

extension AllocationMath {
  /// What each holding is and costs, and what each SIP buys.
  func holdingFacts(_ costs: [PlanCost]) throws -> [Fact] {
    var facts: [Fact] = []
    for holding in snapshot.holdings {
      facts += try schemeFacts(holding)
      if let cost = costs.first(where: { $0.holding.id == holding.id }) { facts += try planFacts(cost) }
    }
    return try facts + snapshot.portfolio.sips.flatMap(sipFacts)
  }

  private func schemeFacts(_ holding: HoldingValuation) throws -> [Fact] {
    let make = maker(rows: [.init(table: "holding", id: holding.id)], holdings: [holding.id])
    let id = { (name: String) in "holding.\(holding.id).\(name)" }
    let scheme = holding.scheme
    var facts = [
      try make.state(id("status"), "whether the fund takes money", scheme.status.rawValue),
      try make.state(id("asset_class"), "what the fund invests in", scheme.assets.rawValue),
      try make.state(id("plan"), "whether the plan is direct or regular", scheme.plan.rawValue),
    ]
    if let percent = scheme.totalExpenseRatio {
      facts.append(try make.ratio(id("ter"), "running costs a year", percent / 100, quality: .exact))
    }
    return facts
  }

  private func planFacts(_ cost: PlanCost) throws -> [Fact] {
    let make = maker(
      rows: [.init(table: "holding", id: cost.holding.id)], holdings: [cost.holding.id],
      conventions: ["rate_convention": "effective", "timing": "due"])
    let id = { (name: String) in "holding.\(cost.holding.id).\(name)" }
    var facts = [
      try make.ratio(
        id("direct_ter"), "running costs a year of the direct plan", cost.directRatio, quality: .exact)
    ]
    if let drag = cost.drag {
      facts += [
        try make.ratio(
          id("gross_return"), "assumed return a year before costs", drag.gross, quality: .assumption),
        try make.estimate(
          id("expense_drag"), "what the regular plan costs more than the direct one until the goal's date",
          drag.amount),
      ]
    }
    return facts
  }

  private func sipFacts(_ sip: SIP) throws -> [Fact] {
    let make = maker(rows: [.init(table: "sip", id: sip.id)], holdings: [])
    return [
      try make.money("sip.\(sip.id).amount", "instalment", sip.amount, quality: .exact),
      try make.state("sip.\(sip.id).holding", "the holding it buys", sip.holding),
      try make.state("sip.\(sip.id).goal", "the goal it is for", sip.goal),
      try make.state("sip.\(sip.id).status", "whether it runs", sip.status.rawValue),
    ]
  }
}
