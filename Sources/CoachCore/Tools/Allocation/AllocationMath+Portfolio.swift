import Finance
import JSONKit

extension AllocationMath {
  /// Holdings, instalments, overlap, concentration, charges and money at hand.
  func portfolioFacts() throws -> [Fact] {
    let costs = try PlanCost.all(in: snapshot, schemes: market.schemes, policy: policy, rules: rules)
    return try holdingFacts(costs) + overlap() + concentration() + charges(costs) + emergency() + drift()
  }

  private func overlap() throws -> [Fact] {
    let make = portfolioMaker()
    var largest: DisclosedPair?
    let pairs = try DisclosedPair.all(in: snapshot, disclosures: market.disclosures)
    var facts = try pairs.map { pair in
      if pair.overlap > (largest?.overlap ?? -1) { largest = pair }
      return try make.ratio(
        "pair.\(pair.id).overlap", "what two funds hold in common", pair.overlap, quality: .exact)
    }
    guard let largest else { return facts }
    facts += [
      try make.ratio(
        "portfolio.overlap.largest", "the most two funds hold in common", largest.overlap, quality: .exact),
      try make.state("portfolio.overlap.pair", "the two funds with the most in common", largest.id),
      try make.date("portfolio.overlap.date", "day their holdings were disclosed for", largest.asOf),
    ]
    guard let cap = try rules.overlapCap(on: snapshot.asOf) else { return facts }
    return facts + [
      try make.ratio(
        "portfolio.overlap.limit", "the overlap SEBI allows certain schemes", cap, quality: .exact),
      try make.count(
        "portfolio.overlap.count", "pairs of funds above that", pairs.filter { $0.overlap > cap }.count),
      try make.state(
        "portfolio.overlap.state", "whether funds hold too much in common",
        largest.overlap > cap ? "high" : "low"),
    ]
  }

  private func concentration() throws -> [Fact] {
    let values = snapshot.holdings.map(\.value.rupees) + snapshot.stocks.map(\.value.rupees)
    let total = values.reduce(0, +)
    guard total > 0 else { return [] }
    let concentration = try Concentration(weights: values.map { $0 / total })
    let make = portfolioMaker()
    return [
      try make.ratio(
        "portfolio.hhi", "concentration of the holdings", concentration.index, quality: portfolioQuality),
      try make.equivalent(
        "portfolio.effective_count", "equal holdings that would be as concentrated",
        concentration.effectiveCount,
        quality: portfolioQuality),
    ]
  }

  private func charges(_ costs: [PlanCost]) throws -> [Fact] {
    let make = portfolioMaker(conventions: ["rate_convention": "effective", "timing": "due"])
    var facts: [Fact] = []
    let held = snapshot.holdings.filter { $0.value > .zero }
    let ratios = held.compactMap(\.scheme.totalExpenseRatio)
    if !held.isEmpty, ratios.count == held.count {
      let ratio = try Expenses.weightedRatio(values: held.map(\.value.rupees), ratios: ratios) / 100
      facts.append(
        try make.ratio("portfolio.ter", "running costs a year by value", ratio, quality: portfolioQuality))
    }
    guard !costs.isEmpty else { return facts }
    facts.append(
      try make.money(
        "portfolio.regular_plans.value", "value of regular plans that have a cheaper direct plan",
        try Money.sum(costs.map(\.holding.value)), quality: portfolioQuality))
    let drags = costs.compactMap(\.drag?.amount)
    if drags.count == costs.count {
      facts.append(
        try make.estimate(
          "portfolio.regular_plans.expense_drag",
          "what the regular plans cost more than their direct plans until the goals' dates",
          try Money.sum(drags)))
    }
    return facts
  }

  private func emergency() throws -> [Fact] {
    let fund = try EmergencyFund(snapshot, rules: rules)
    let make = portfolioMaker()
    let id = { (name: String) in "portfolio.emergency.\(name)" }
    var facts = [
      try make.money(id("value"), "money at hand for an emergency", fund.value, quality: portfolioQuality),
      try make.state(id("state"), "whether that is enough", fund.state.rawValue),
      try make.months(
        id("target_months"), "months of expenses to have at hand",
        try rules.balanceLimits(on: snapshot.asOf).emergencyMonths, quality: .assumption),
    ]
    if let months = fund.months {
      facts.append(
        try make.tenths(
          ofMonths: months, id("months"), "months of expenses at hand, rounded down",
          quality: portfolioQuality))
    }
    if let target = fund.target, let shortfall = fund.shortfall {
      facts += [
        try make.money(id("target"), "expenses of those months", target, quality: .exact),
        try make.money(
          id("shortfall"), "shortfall of the money at hand against it", shortfall, quality: portfolioQuality),
      ]
    }
    return facts
  }

  /// The largest drift of any goal, for a portfolio of which there is nothing else to say.
  private func drift() throws -> [Fact] {
    var largest: Double?
    for goal in snapshot.portfolio.goals where goal.status == .active {
      let balance = try GoalBalance(goal, in: snapshot, policy: policy, rules: rules)
      guard balance.state != .unallocated, let furthest = balance.furthest else { continue }
      largest = max(largest ?? 0, furthest.drift.magnitude)
    }
    guard let largest else { return [] }
    let make = portfolioMaker()
    return [
      try make.points(
        "portfolio.drift.largest", "largest distance of a class from its target in any goal", largest,
        quality: portfolioQuality),
      try make.points(
        "portfolio.drift.band", "how far a class may drift from its target",
        try rules.balanceLimits(on: snapshot.asOf).bands.absolute, quality: .assumption),
    ]
  }

  private var portfolioQuality: Fact.Quality { quality(of: snapshot.holdings.map(\.id)) }

  private func portfolioMaker(conventions: JSONObject = [:]) -> FactMaker {
    let holdings = snapshot.holdings.map(\.id)
    return maker(
      rows: holdings.map { .init(table: "holding", id: $0) }, holdings: holdings, conventions: conventions)
  }
}
