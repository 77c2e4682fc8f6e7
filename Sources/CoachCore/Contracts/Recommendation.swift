public import JSONKit

/// A proposed action with its effect, its cost and why it suits the investor (`recommendation/1`).
public struct Recommendation: Codable, Hashable, Sendable {
  /// What is proposed.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    case increaseSIP = "increase_sip"
    case startStepUp = "start_step_up"
    case extendHorizon = "extend_horizon"
    case lowerTarget = "lower_target"
    case rebalance
    case redirectNewSIP = "redirect_new_sip"
    case consolidateOverlap = "consolidate_overlap"
    case reviewScheme = "review_scheme"
    case buildEmergencyFund = "build_emergency_fund"
    case noAction = "no_action"
  }

  /// Where a recommendation stands with the investor.
  public enum Status: String, Codable, Sendable, CaseIterable {
    case proposed, accepted, dismissed, snoozed, done, expired
  }

  /// One step, with the figure it moves and what it costs.
  public struct Action: Codable, Hashable, Sendable {
    /// The fact an action moves, as it is and as it would be.
    public struct Effect: Codable, Hashable, Sendable {
      /// Id of the fact as things are.
      public let beforeFact: String
      /// Id of the fact with the action taken, computed by the same tool.
      public let afterFact: String

      enum CodingKeys: String, CodingKey, CaseIterable {
        case beforeFact = "before_fact"
        case afterFact = "after_fact"
      }

      /// Names the two facts.
      public init(beforeFact: String, afterFact: String) {
        self.beforeFact = beforeFact
        self.afterFact = afterFact
      }
    }

    /// What an action costs at once; absent where it costs nothing.
    public struct Cost: Codable, Hashable, Sendable {
      /// Id of the fact with the tax.
      public let taxFact: String?
      /// Id of the fact with the exit load.
      public let exitLoadFact: String?

      enum CodingKeys: String, CodingKey, CaseIterable {
        case taxFact = "tax_fact"
        case exitLoadFact = "exit_load_fact"
      }

      /// Names the facts; none for an action without cost.
      public init(taxFact: String? = nil, exitLoadFact: String? = nil) {
        self.taxFact = taxFact
        self.exitLoadFact = exitLoadFact
      }
    }

    /// The kind of step; equal to the recommendation's kind unless a step prepares another.
    public let type: Kind
    /// Run-local ids and fact ids the step needs, typed by kind as the schema says.
    public let params: JSONObject
    /// The figure it moves.
    public let effect: Effect
    /// What it costs at once.
    public let cost: Cost
    /// Whether it can be undone without cost.
    public let reversible: Bool

    /// Describes a step.
    public init(type: Kind, params: JSONObject, effect: Effect, cost: Cost = Cost(), reversible: Bool) {
      self.type = type
      self.params = params
      self.effect = effect
      self.cost = cost
      self.reversible = reversible
    }
  }

  /// Which rules of suitability were asked and what they said.
  public struct Suitability: Codable, Hashable, Sendable {
    /// The investor's risk profile.
    public let profile: String
    /// Whole months to the date that matters; 0 when none does.
    public let horizonMonths: Int
    /// Rules that allow it, by name.
    public let rulesPassed: [String]
    /// Rules that kept something else from being proposed, by name.
    public let rulesBlocked: [String]

    enum CodingKeys: String, CodingKey, CaseIterable {
      case profile
      case horizonMonths = "horizon_months"
      case rulesPassed = "rules_passed"
      case rulesBlocked = "rules_blocked"
    }

    /// Records what the rules said.
    public init(profile: String, horizonMonths: Int, rulesPassed: [String], rulesBlocked: [String]) {
      self.profile = profile
      self.horizonMonths = horizonMonths
      self.rulesPassed = rulesPassed
      self.rulesBlocked = rulesBlocked
    }
  }

  /// Always `recommendation/1`.
  public let schema: String
  /// Unique id.
  public let id: String
  /// What is proposed.
  public let kind: Kind
  /// The topic, for example `goal:g2:advice:start_step_up`.
  public let topicKey: String
  /// 1 is first, 5 is last.
  public let priority: Int
  /// Markdown of at most 1,200 characters.
  public let rationaleMarkdown: String
  /// The steps, at most three; none for `no_action`.
  public let actions: [Action]
  /// Why it suits the investor.
  public let suitability: Suitability
  /// The fact behind each marker.
  public let citations: [Draft.Citation]
  /// The sentences the policy wants.
  public let disclaimers: [Insight.Disclaimer]
  /// When it lapses, ISO 8601.
  public let expiresAt: String
  /// Where it stands.
  public let status: Status

  enum CodingKeys: String, CodingKey, CaseIterable {
    case schema, id, kind
    case topicKey = "topic_key"
    case priority
    case rationaleMarkdown = "rationale_md"
    case actions, suitability, citations, disclaimers
    case expiresAt = "expires_at"
    case status
  }

  /// Puts a recommendation together from what code decided and what the draft says.
  ///
  /// The draft's title and claims serve the rails and end there: the kind is the title a person reads.
  public init(id: String, brief: ArtifactBrief, plan: RecommendationPlan, draft: Draft) {
    self.schema = "recommendation/1"
    self.id = id
    self.kind = plan.kind
    self.topicKey = brief.topicKey
    self.priority = plan.priority
    self.rationaleMarkdown = draft.bodyMarkdown
    self.actions = plan.actions
    self.suitability = plan.suitability
    self.citations = draft.citations
    self.disclaimers = brief.disclaimers
    self.expiresAt = plan.expiresAt
    self.status = .proposed
  }
}
