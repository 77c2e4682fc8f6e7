public import Finance

/// One account that calls are charged to, and its cap.
public struct BudgetScope: Hashable, Sendable {
  /// What is capped.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// One session.
    case session
    /// One user on one day in India.
    case userDay = "user_day"
    /// Everybody on one day in India.
    case globalDay = "global_day"
  }

  /// What is capped.
  public let kind: Kind
  /// The account's key; two scopes with one key are one account.
  public let key: String
  /// The most it may hold, committed and reserved together.
  public let cap: BudgetCap

  /// The account of a session.
  public static func session(_ id: String, cap: BudgetCap) -> BudgetScope {
    BudgetScope(kind: .session, key: "session:\(id)", cap: cap)
  }

  /// The account of a user for an IST day.
  public static func user(_ id: String, on day: CivilDate, cap: BudgetCap) -> BudgetScope {
    BudgetScope(kind: .userDay, key: "user:\(id):\(day)", cap: cap)
  }

  /// The account of all users for an IST day.
  public static func global(on day: CivilDate, cap: BudgetCap) -> BudgetScope {
    BudgetScope(kind: .globalDay, key: "global:\(day)", cap: cap)
  }
}
