public import JSONKit

/// Something about the inputs of a snapshot that a reader must be told.
public struct SnapshotIssue: Hashable, Sendable {
  /// The kind of issue.
  public enum Kind: String, Sendable, CaseIterable {
    /// The statement opens with units whose lots it does not show: cost and rates are unknown.
    case incompleteStatement = "incomplete_statement"
    /// The units of the lines do not lead from the opening to the closing balance.
    case unreconciled
    /// The net asset value is too old.
    case staleNAV = "stale_nav"
    /// Units came by a gift or a merger the statement does not show: cost, rates and tax are unknown.
    case unknownLots = "unknown_lots"
    /// Shares have no dated flows, so no rate of return covers the whole portfolio.
    case stocksWithoutFlows = "stocks_without_flows"
    /// The statement has a scheme that is not among the holdings and is not counted.
    case unlistedScheme = "unlisted_scheme"
  }

  /// The kind of issue.
  public let kind: Kind
  /// The holding it is about, if any.
  public let holding: String?
  /// What is the matter.
  public let message: String
  /// The place in the portfolio document.
  public let pointer: JSONPointer
}
