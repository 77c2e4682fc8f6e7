public import Finance

/// Everything code decides about an artifact before a model is asked to phrase it.
///
/// The prompt, the rails, the template renderer and the finished artifact all read the same brief, so a model can
/// change how a thing is said and never what is said.
public struct ArtifactBrief: Hashable, Sendable {
  /// The agent that writes.
  public let agent: String
  /// What the artifact is about.
  public let scope: Insight.Scope
  /// The run-local id of what it is about.
  public let scopeRef: String?
  /// The topic, for example `goal:g2:gap:at_risk`.
  public let topicKey: String
  /// How much it matters.
  public let severity: Insight.Severity
  /// The state the topic reports, for example `at_risk`.
  public let state: String
  /// The one thing that would help most: `step_up`, `sip`, `horizon` or `none`.
  public let lever: String
  /// The kind of the thing it is about, for example `education`; never the investor's own words.
  public let subjectKind: String
  /// The facts the model may cite, sorted by id.
  public let facts: FactSet
  /// Ids of facts the prose must cite.
  public let mustCite: [String]
  /// What the figures rest on.
  public let assumptions: [Insight.Assumption]
  /// The limits the reader must know of.
  public let caveats: [Insight.Caveat]
  /// The sentences the policy wants, in the policy's order.
  public let disclaimers: [Insight.Disclaimer]
  /// The IST date it holds for.
  public let asOf: CivilDate
  /// BCP 47 language of the prose.
  public let language: String
  /// Whether an insight or a recommendation is written, and what code has decided of the latter.
  public let form: Form
  /// What the prose may not suggest to this investor.
  public let limits: AdviceLimits
  /// The end of the topic's cool-down when it was told not long ago and nothing has worsened; nil when it may be told.
  public let restingUntil: CivilDate?

  /// The kinds of artifact a brief can ask for.
  public enum Form: Hashable, Sendable {
    /// One thing worth telling.
    case insight
    /// A proposed action.
    case recommendation(RecommendationPlan)
  }

  /// Makes a brief.
  public init(
    agent: String, scope: Insight.Scope, scopeRef: String?, topicKey: String, severity: Insight.Severity,
    state: String, lever: String, subjectKind: String, facts: FactSet, mustCite: [String],
    assumptions: [Insight.Assumption], caveats: [Insight.Caveat], disclaimers: [Insight.Disclaimer],
    asOf: CivilDate, language: String, form: Form = .insight, limits: AdviceLimits = .none,
    restingUntil: CivilDate? = nil
  ) {
    self.agent = agent
    self.scope = scope
    self.scopeRef = scopeRef
    self.topicKey = topicKey
    self.severity = severity
    self.state = state
    self.lever = lever
    self.subjectKind = subjectKind
    self.facts = facts
    self.mustCite = mustCite
    self.assumptions = assumptions
    self.caveats = caveats
    self.disclaimers = disclaimers
    self.asOf = asOf
    self.language = language
    self.form = form
    self.limits = limits
    self.restingUntil = restingUntil
  }
}
