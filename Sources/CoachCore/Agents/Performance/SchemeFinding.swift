/// What is notable of one holding, by facts alone.
struct SchemeFinding {
  /// What was found, most important first.
  enum State: String, CaseIterable {
    /// There has been no price for long.
    case dormant
    /// Behind its benchmark by more than ``SchemeFinding/notablePoints``.
    case behind
    /// Deep below an earlier high it has not come back to.
    case drawdown
    /// The price is a few days old.
    case stale
    /// The prices reach back less than a year.
    case tooShort = "too_short"
    /// Ahead of its benchmark by more than ``SchemeFinding/notablePoints``.
    case ahead

    var severity: Insight.Severity {
      switch self {
      case .dormant, .behind, .drawdown, .stale: .attention
      case .tooShort, .ahead: .info
      }
    }
  }

  /// Percentage points a year beside the benchmark that are worth a word.
  static let notablePoints = 2.0
  /// A fall from the high that is worth a word while it lasts.
  static let deepFall = 0.2

  let holding: String
  let state: State
  private let scheme: PerformanceFacts
  private let value: Fact
  private let position: Int

  /// Looks for what is notable of a holding.
  ///
  /// - Returns: nil when nothing is.
  /// - Throws: `CoachError` with code `missing_fact` when the holding's value is not among the facts.
  init?(holding: String, facts: FactSet) throws(CoachError) {
    let scheme = PerformanceFacts(prefix: "scheme.\(holding).", facts: facts)
    guard let state = try Self.state(scheme) else { return nil }
    self.holding = holding
    self.state = state
    self.scheme = scheme
    value = try PerformanceFacts(prefix: "holding.\(holding).", facts: facts).required("value")
    position = State.allCases.firstIndex(of: state) ?? 0
  }

  private static func state(_ scheme: PerformanceFacts) throws(CoachError) -> State? {
    let price = try scheme.text("nav.state")
    if price == "dormant" { return .dormant }
    if try (scheme.number("benchmark.lag_3y") ?? 0) > notablePoints { return .behind }
    if try scheme.text("drawdown.state") == "open", try (scheme.number("drawdown") ?? 0) >= deepFall {
      return .drawdown
    }
    if price == "stale" { return .stale }
    if try scheme.text("history.state") == "too_short" { return .tooShort }
    return try (scheme.number("benchmark.lead_3y") ?? 0) > notablePoints ? .ahead : nil
  }

  /// The more important state comes first, then the holding that is worth more, then the one listed first.
  func precedes(_ other: SchemeFinding) -> Bool {
    if position != other.position { return position < other.position }
    let (mine, theirs) = (value.value.double ?? 0, other.value.value.double ?? 0)
    if mine != theirs { return mine > theirs }
    return (holding.count, holding) < (other.holding.count, other.holding)
  }

  /// The brief: one insight on the holding.
  func brief(_ given: GivenFacts, _ policy: AgentPolicy) throws(CoachError) -> ArtifactBrief {
    let offered = try offered(given.facts)
    let cited = offered.map(\.id).filter(mustCite.contains)
    return ArtifactBrief(
      agent: AgentName.performance, scope: .scheme, scopeRef: holding,
      topicKey: "scheme:\(holding):return:\(state.rawValue)", severity: state.severity, state: state.rawValue,
      lever: "none", subjectKind: try scheme.text("kind") ?? "fund", facts: try FactSet(offered),
      mustCite: cited, assumptions: [], caveats: try caveats(offered),
      disclaimers: PerformanceAgent.disclaimers(policy, for: offered),
      asOf: given.asOf, language: given.user.language,
      limits: PerformanceAgent.limits(given.user, status: try scheme.text("status")))
  }

  /// The value always: it tells two holdings of a kind apart.
  private func offered(_ facts: FactSet) throws(CoachError) -> [Fact] {
    let names: [String] =
      switch state {
      case .dormant, .stale: []
      case .behind: ["benchmark.lag_3y"] + window
      case .ahead: ["benchmark.lead_3y"] + window
      case .drawdown: ["drawdown", "drawdown.from", "drawdown.low"]
      case .tooShort: ["history"]
      }
    let priced = PerformanceFacts(prefix: "holding.\(holding).", facts: facts)
    let price = isOld ? [try priced.required("nav_date")] : []
    return [value] + price + scheme.sayable(names)
  }

  /// Whether the price is to be called old.
  private var isOld: Bool { state == .dormant || state == .stale || value.quality == .stale }

  private var window: [String] {
    ["benchmark.fund_return_3y", "benchmark.return_3y", "benchmark.window_start", "benchmark.window_end"]
  }

  private var mustCite: Set<String> {
    let figures: [String] =
      switch state {
      case .dormant, .stale: []
      case .behind: ["benchmark.lag_3y", "benchmark.window_end"]
      case .ahead: ["benchmark.lead_3y", "benchmark.window_end"]
      case .drawdown: ["drawdown", "drawdown.from"]
      case .tooShort: ["history"]
      }
    return Set(figures.map(scheme.id) + ["holding.\(holding).value", "holding.\(holding).nav_date"])
  }

  private func caveats(_ offered: [Fact]) throws(CoachError) -> [Insight.Caveat] {
    var caveats: [Insight.Caveat] = []
    if isOld || offered.contains(where: { $0.quality == .stale }) { caveats.append(.staleNAV) }
    if let months = try scheme.number("history"), months < Double(NavPrices.statisticMonths) {
      caveats.append(.shortHistory)
    }
    return caveats
  }
}
