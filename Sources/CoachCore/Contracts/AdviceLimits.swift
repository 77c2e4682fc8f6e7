/// What prose may not suggest to one investor about one topic (domain rules §3, §4.4 rail R6).
///
/// Code decides these from facts; the model sees none of them and rail R6 holds its words against all of them.
public struct AdviceLimits: Hashable, Sendable {
  /// A thing that may not be suggested, and why.
  public enum Limit: String, Hashable, Sendable, CaseIterable {
    /// More equity: the profile is unknown, or the share held is at the ceiling for profile and horizon.
    case moreEquity = "more_equity"
    /// Moving money between funds: the profile is unknown.
    case rebalance
    /// New money into the fund in question: it is closed to new money, merged or wound up.
    case newMoney = "new_money"
    /// A sale: its tax and exit load are not among the facts.
    case sale
    /// A saving of tax by way of a deduction: the investor's tax regime is not known.
    case taxDeduction = "tax_deduction"
  }

  /// What may not be suggested.
  public let forbidden: Set<Limit>

  /// Forbids some things.
  public init(_ forbidden: Set<Limit>) {
    self.forbidden = forbidden
  }

  /// Forbids nothing.
  public static let none = AdviceLimits([])

  /// Whether a thing may not be suggested.
  public func forbids(_ limit: Limit) -> Bool { forbidden.contains(limit) }
}
