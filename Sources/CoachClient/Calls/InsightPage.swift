public import JSONKit

/// One page of what was published for a user.
public struct InsightPage: Sendable, Hashable {
  /// What was published: insights and recommendations as the façade's contract has them.
  public let items: [JSONValue]
  /// What asks for the next page; nil on the last.
  public let nextCursor: String?
}
