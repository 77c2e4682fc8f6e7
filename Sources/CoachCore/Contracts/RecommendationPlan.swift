/// What code decided about a recommendation; the model only phrases its rationale.
public struct RecommendationPlan: Hashable, Sendable {
  /// What is proposed.
  public let kind: Recommendation.Kind
  /// 1 is first, 5 is last.
  public let priority: Int
  /// The steps, at most three.
  public let actions: [Recommendation.Action]
  /// Why it suits the investor, and what did not.
  public let suitability: Recommendation.Suitability
  /// When it lapses, ISO 8601.
  public let expiresAt: String

  /// Describes a recommendation.
  public init(
    kind: Recommendation.Kind, priority: Int, actions: [Recommendation.Action],
    suitability: Recommendation.Suitability, expiresAt: String
  ) {
    self.kind = kind
    self.priority = priority
    self.actions = actions
    self.suitability = suitability
    self.expiresAt = expiresAt
  }
}
