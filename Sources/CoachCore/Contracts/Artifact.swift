public import JSONKit

/// What the coach publishes: an insight or a recommendation.
public enum Artifact: Hashable, Sendable {
  case insight(Insight)
  case recommendation(Recommendation)

  /// Puts the artifact a brief asks for together with a draft's words.
  public init(id: String, brief: ArtifactBrief, draft: Draft) {
    switch brief.form {
    case .insight:
      self = .insight(Insight(id: id, brief: brief, draft: draft))
    case .recommendation(let plan):
      self = .recommendation(Recommendation(id: id, brief: brief, plan: plan, draft: draft))
    }
  }

  /// The topic.
  public var topicKey: String {
    switch self {
    case .insight(let insight): insight.topicKey
    case .recommendation(let recommendation): recommendation.topicKey
    }
  }

  /// The prose a person reads, in Markdown.
  public var bodyMarkdown: String {
    switch self {
    case .insight(let insight): insight.bodyMarkdown
    case .recommendation(let recommendation): recommendation.rationaleMarkdown
    }
  }

  /// The fact behind each marker.
  public var citations: [Draft.Citation] {
    switch self {
    case .insight(let insight): insight.citations
    case .recommendation(let recommendation): recommendation.citations
    }
  }

  /// The sentences the policy wants.
  public var disclaimers: [Insight.Disclaimer] {
    switch self {
    case .insight(let insight): insight.disclaimers
    case .recommendation(let recommendation): recommendation.disclaimers
    }
  }

  /// What an insight's figures rest on; a recommendation states none of its own.
  public var assumptions: [Insight.Assumption] {
    if case .insight(let insight) = self { insight.assumptions } else { [] }
  }

  /// The artifact as its contract writes it.
  public func json() throws -> JSONValue {
    switch self {
    case .insight(let insight): try JSONValueEncoder().encode(insight)
    case .recommendation(let recommendation): try JSONValueEncoder().encode(recommendation)
    }
  }
}
