import Finance

/// Decides what there is to say of performance: what the portfolio has returned, and of at most two holdings what is
/// notable by facts.
///
/// It ranks nothing, looks back only, and names no scheme (domain rules §3).
struct PerformanceAgent: WritingAgent {
  /// Holdings told of beside the portfolio.
  static let mostSchemes = 2

  let policy: AgentPolicy

  var name: String { AgentName.performance }

  func tools(for reading: SnapshotReading, facts: FactSet) -> [any CoachTool] {
    let snapshot = reading.snapshot
    let held = snapshot.holdings.filter { $0.units != .zero }
    return [PortfolioReader(inputs: reading.inputs)]
      + held.map { NavPrices(holding: $0, asOf: snapshot.asOf, market: reading.market) }
  }

  /// The portfolio first, then its notable holdings; nothing for a portfolio without money or flows.
  ///
  /// - Throws: `CoachError` with code `missing_fact` or `invalid_facts` naming the fact.
  func briefs(_ given: GivenFacts) throws(CoachError) -> [ArtifactBrief] {
    var findings: [SchemeFinding] = []
    for holding in given.facts.refs(in: "scheme") {
      if let finding = try SchemeFinding(holding: holding, facts: given.facts) { findings.append(finding) }
    }
    findings.sort { $0.precedes($1) }
    var briefs: [ArtifactBrief] = []
    if let portfolio = try PortfolioReturn(given.facts) {
      briefs.append(try portfolio.brief(given, policy))
    }
    for finding in findings.prefix(Self.mostSchemes) {
      briefs.append(try finding.brief(given, policy))
    }
    return briefs
  }

  /// What prose about the past may not suggest: performance knows neither a ceiling for equity, nor the tax and the load
  /// of a sale, nor the tax regime.
  static func limits(_ user: GivenFacts.User, status: String?) -> AdviceLimits {
    var forbidden: Set<AdviceLimits.Limit> = [.moreEquity, .sale, .taxDeduction]
    if user.riskProfile == RiskProfile.unknown.rawValue { forbidden.insert(.rebalance) }
    if let status, status != Scheme.Status.open.rawValue { forbidden.insert(.newMoney) }
    return AdviceLimits(forbidden)
  }

  /// The line about past performance is due wherever a past return is among the facts that may be cited.
  static func disclaimers(_ policy: AgentPolicy, for facts: [Fact]) -> [Insight.Disclaimer] {
    let tellsReturn = facts.contains { $0.unit == .ratio || $0.unit == .percentPoint }
    return policy.disclaimers + (tellsReturn ? policy.pastPerformance : [])
  }
}
