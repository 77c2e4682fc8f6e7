public import Finance

/// One thing worth telling the investor, written from facts and proved by the rails (`insight/1`).
public struct Insight: Codable, Hashable, Sendable {
  /// What an insight is about.
  public enum Scope: String, Codable, Sendable, CaseIterable {
    case portfolio, goal, scheme, allocation, sip, tax
  }

  /// How much it matters.
  public enum Severity: String, Codable, Sendable, CaseIterable {
    case info, attention, action
  }

  /// A limit of the data or the method that the reader must know of.
  public enum Caveat: String, Codable, Sendable, CaseIterable {
    case staleNAV = "stale_nav"
    case shortHistory = "short_history"
    case estimate
    case incompleteCAS = "incomplete_cas"
    case multipleRoots = "multiple_roots"
  }

  /// An assumption the figures rest on, and the fact that states it.
  public struct Assumption: Codable, Hashable, Sendable {
    /// What is assumed, for example `rate_convention`.
    public let key: String
    /// The assumed value as a person reads it.
    public let value: String
    /// The fact that states it.
    public let factID: String

    enum CodingKeys: String, CodingKey, CaseIterable {
      case key, value
      case factID = "fact_id"
    }

    /// States an assumption.
    public init(key: String, value: String, factID: String) {
      self.key = key
      self.value = value
      self.factID = factID
    }
  }

  /// A sentence the law or the policy wants beside the text, byte for byte.
  public struct Disclaimer: Codable, Hashable, Sendable {
    /// The policy's id, for example `std_warning`.
    public let id: String
    /// The policy's exact text.
    public let text: String

    /// Carries a disclaimer of the policy.
    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// Always `insight/1`.
  public let schema: String
  /// Unique id.
  public let id: String
  /// The agent that wrote it.
  public let agent: String
  /// What it is about.
  public let scope: Scope
  /// The run-local id of what it is about (`g2`, `h1`), absent for the portfolio.
  public let scopeRef: String?
  /// The topic, for example `goal:g2:gap:at_risk`.
  public let topicKey: String
  /// How much it matters.
  public let severity: Severity
  /// At most 80 characters.
  public let title: String
  /// Markdown of at most 1,200 characters.
  public let bodyMarkdown: String
  /// The claims the body makes.
  public let claims: [Draft.Claim]
  /// The fact behind each marker.
  public let citations: [Draft.Citation]
  /// What the figures rest on.
  public let assumptions: [Assumption]
  /// The limits the reader must know of.
  public let caveats: [Caveat]
  /// The sentences the policy wants.
  public let disclaimers: [Disclaimer]
  /// The IST date it holds for.
  public let asOf: CivilDate
  /// BCP 47 language of the prose.
  public let language: String

  enum CodingKeys: String, CodingKey, CaseIterable {
    case schema, id, agent, scope
    case scopeRef = "scope_ref"
    case topicKey = "topic_key"
    case severity, title
    case bodyMarkdown = "body_md"
    case claims, citations, assumptions, caveats, disclaimers
    case asOf = "as_of"
    case language
  }

  /// Puts an insight together from what code decided and what the draft says.
  public init(id: String, brief: ArtifactBrief, draft: Draft) {
    self.schema = "insight/1"
    self.id = id
    self.agent = brief.agent
    self.scope = brief.scope
    self.scopeRef = brief.scopeRef
    self.topicKey = brief.topicKey
    self.severity = brief.severity
    self.title = draft.title
    self.bodyMarkdown = draft.bodyMarkdown
    self.claims = draft.claims
    self.citations = draft.citations
    self.assumptions = brief.assumptions
    self.caveats = brief.caveats
    self.disclaimers = brief.disclaimers
    self.asOf = brief.asOf
    self.language = brief.language
  }
}
