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

  /// Always `recommendation/1`.
  public let schema: String
  /// Unique id.
  public let id: String
  /// What is proposed.
  public let kind: Kind
  /// The topic, for example `goal:g2:step_up`.
  public let topicKey: String
  /// 1 is first, 5 is last.
  public let priority: Int
  /// Markdown of at most 1,200 characters.
  public let rationaleMarkdown: String
  /// Typed steps with `effect`, `cost` and `reversible`.
  public let actions: [JSONObject]
  /// `profile`, `horizon_months`, `rules_passed` and `rules_blocked`.
  public let suitability: JSONObject
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

  /// Makes a recommendation.
  public init(
    id: String, kind: Kind, topicKey: String, priority: Int, rationaleMarkdown: String, actions: [JSONObject],
    suitability: JSONObject, citations: [Draft.Citation], disclaimers: [Insight.Disclaimer],
    expiresAt: String,
    status: Status
  ) {
    self.schema = "recommendation/1"
    self.id = id
    self.kind = kind
    self.topicKey = topicKey
    self.priority = priority
    self.rationaleMarkdown = rationaleMarkdown
    self.actions = actions
    self.suitability = suitability
    self.citations = citations
    self.disclaimers = disclaimers
    self.expiresAt = expiresAt
    self.status = status
  }
}
