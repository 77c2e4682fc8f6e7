import Finance
import JSONKit

extension AllocationMath {
  /// Weights and targets by class, the drift, the ceiling on equity, and what would bring the spread back.
  func goalFacts(_ goal: Goal) throws -> [Fact] {
    let balance = try GoalBalance(goal, in: snapshot, policy: policy, rules: rules)
    let equity = balance[.equity]?.weight ?? 0
    let ceiling = try EquityCeiling(
      equity: equity, of: goal, user: snapshot.portfolio.user, rules: rules, on: snapshot.asOf)
    let facts = try spread(goal, balance) + ceilingFacts(goal, balance, ceiling)
    guard balance.state == .drifted else { return facts }
    return try facts + redirection(goal, balance) + sale(goal, balance)
  }

  private func spread(_ goal: Goal, _ balance: GoalBalance) throws -> [Fact] {
    let make = maker(goal)
    let quality = quality(of: holdings(of: goal))
    let id = { (name: String) in "goal.\(goal.id).\(name)" }
    var facts = [
      try make.state(
        id("allocation.state"), "whether the spread is the one that is meant", balance.state.rawValue),
      try make.points(
        id("drift.band"), "how far a class may drift from its target", balance.bands.absolute,
        quality: .assumption),
    ]
    for line in balance.lines {
      let name = line.assetClass.rawValue
      facts.append(
        try make.ratio(
          id("target.\(name)"), "the part \(name) is meant to have", line.target,
          quality: goal.targetAllocation == nil ? .assumption : .exact))
      guard balance.state != .unallocated else { continue }
      facts.append(
        try make.ratio(id("weight.\(name)"), "the part \(name) has", line.weight, quality: quality))
    }
    guard balance.state != .unallocated, let furthest = balance.furthest else { return facts }
    return facts + [
      try make.points(
        id("drift.largest"), "distance of the class furthest from its target", furthest.drift.magnitude,
        quality: quality),
      try make.assetClass(id("drift.class"), "the class furthest from its target", furthest.assetClass),
      try make.state(
        id("drift.direction"), "whether that class is over or under its target",
        furthest.drift > 0 ? "over" : "under"),
    ]
  }

  private func ceilingFacts(_ goal: Goal, _ balance: GoalBalance, _ ceiling: EquityCeiling) throws -> [Fact] {
    let make = maker(goal)
    let id = { (name: String) in "goal.\(goal.id).\(name)" }
    var facts = [
      try make.state(
        id("ceiling.state"), "whether equity is within what suits profile and horizon", ceiling.state.rawValue
      ),
      try make.months(id("ceiling.horizon"), "months to the target date", ceiling.horizonMonths),
    ]
    if let equity = balance[.equity], balance.state != .unallocated {
      facts.append(
        try make.ratio(
          id("equity_weight"), "the part in equity", equity.weight, quality: quality(of: holdings(of: goal))))
    }
    if let limit = ceiling.ceiling {
      facts.append(
        try make.ratio(
          id("equity_ceiling"), "the most equity that suits profile and horizon", limit, quality: .assumption)
      )
    }
    return facts
  }

  private func redirection(_ goal: Goal, _ balance: GoalBalance) throws -> [Fact] {
    guard let way = try Redirection(balance, of: goal, in: snapshot, rules: rules) else { return [] }
    let make = maker(goal, conventions: ["prices": "unchanged"])
    let id = { (name: String) in "goal.\(goal.id).redirect.\(name)" }
    var facts = [
      try make.estimate(
        id("amount"), "what of a month's SIPs would go to the class furthest under its target", way.amount),
      try make.assetClass(id("class"), "the class furthest under its target", way.assetClass),
      try make.points(
        id("drift"), "largest distance from a target after that time of redirected SIPs",
        way.driftAfterOutlook),
      try make.months(
        id("outlook"), "months the SIPs are redirected for", way.outlook, quality: .assumption),
    ]
    if let months = way.monthsToBand {
      facts.append(
        try make.months(
          id("months"), "months of redirected SIPs until every class is within its band", months,
          quality: .estimate))
    }
    return facts
  }

  private func sale(_ goal: Goal, _ balance: GoalBalance) throws -> [Fact] {
    let way = try GoalSale.plan(balance, for: goal, in: snapshot, rules: rules) { code in
      market.histories[code]?.latest(onOrBefore: GoalSale.fairValueDay)?.value
    }
    guard let way else { return [] }
    let make = maker(goal, conventions: ["prices": "unchanged", "tax": "without cess and surcharge"])
    let id = { (name: String) in "goal.\(goal.id).sale.\(name)" }
    var facts = [
      try make.assetClass(id("class"), "the class furthest over its target", way.assetClass),
      try make.estimate(id("amount"), "sale that brings that class to its target", way.amount),
      try make.estimate(id("tax"), "estimated tax on the sale if made at once", way.cost.tax),
      try make.estimate(id("exit_load"), "exit load on the sale if made at once", way.cost.exitLoad),
      try make.points(id("drift"), "largest distance from a target after the sale", way.driftAfter),
    ]
    if let later = way.later {
      facts += [
        try make.date(
          id("wait_until"), "day from which the sale costs least", later.date, quality: .estimate),
        try make.estimate(id("tax.later"), "estimated tax on the sale on that day", later.cost.tax),
        try make.estimate(id("exit_load.later"), "exit load on the sale on that day", later.cost.exitLoad),
      ]
    }
    return facts
  }

  private func holdings(of goal: Goal) -> [String] {
    snapshot.portfolio.shares.filter { $0.goal == goal.id }.map(\.holding)
  }

  private func maker(_ goal: Goal, conventions: JSONObject = [:]) -> FactMaker {
    let holdings = holdings(of: goal)
    let sips = snapshot.portfolio.sips.filter { $0.goal == goal.id }
    return maker(
      rows: [.init(table: "goal", id: goal.id)] + sips.map { .init(table: "sip", id: $0.id) }
        + holdings.map { .init(table: "holding", id: $0) },
      holdings: holdings, conventions: conventions)
  }
}
