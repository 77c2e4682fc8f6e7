/// What there is to say of the return of the whole portfolio.
struct PortfolioReturn {
  /// Why a yearly return is stated or not: the status of the XIRR.
  let state: String
  private let offered: [Fact]
  private let mustCite: [String]

  /// Reads the facts of a portfolio.
  ///
  /// - Returns: nil when there is neither money nor a return to tell of.
  /// - Throws: `CoachError` with code `missing_fact` when the facts of the portfolio are not there.
  init?(_ facts: FactSet) throws(CoachError) {
    let facts = PerformanceFacts(prefix: "portfolio.", facts: facts)
    let value = try facts.required("value")
    let state = try facts.requiredText("xirr.status")
    var names = ["value", "cost", "absolute_return", "absolute_loss"]
    if state != "incomplete_cas" { names.append("first_flow") }
    if state == "ok" { names += ["xirr", "yearly_loss"] }
    if value.quality == .stale { names.append("nav_date") }
    let offered = facts.sayable(names)
    let leading = state == "ok" ? ["xirr", "yearly_loss"] : ["absolute_return", "absolute_loss"]
    let cited = (leading + ["value", "nav_date"]).map(facts.id).filter { id in
      offered.contains { $0.id == id }
    }
    guard !cited.isEmpty else { return nil }
    self.state = state
    self.offered = offered
    mustCite = cited
  }

  /// The brief: one insight on the portfolio.
  func brief(_ given: GivenFacts, _ policy: AgentPolicy) throws(CoachError) -> ArtifactBrief {
    ArtifactBrief(
      agent: AgentName.performance, scope: .portfolio, scopeRef: nil, topicKey: "portfolio:return:\(state)",
      // A statement that lacks payments is the one state the investor can mend.
      severity: state == "incomplete_cas" ? .attention : .info,
      state: state, lever: "none", subjectKind: "portfolio", facts: try FactSet(offered), mustCite: mustCite,
      assumptions: [], caveats: caveats, disclaimers: PerformanceAgent.disclaimers(policy, for: offered),
      asOf: given.asOf, language: given.user.language,
      limits: PerformanceAgent.limits(given.user, status: nil))
  }

  private var caveats: [Insight.Caveat] {
    let stale: [Insight.Caveat] = offered.contains { $0.quality == .stale } ? [.staleNAV] : []
    return switch state {
    case "too_short": stale + [.shortHistory]
    case "incomplete_cas": stale + [.incompleteCAS]
    case "multiple_roots": stale + [.multipleRoots]
    default: stale
    }
  }
}
