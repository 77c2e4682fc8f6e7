/// In whose name the store is used; every statement is bound to that user, whatever the role.
public struct Principal: Hashable, Sendable {
  /// Who acts for the user.
  public enum Role: String, Sendable, CaseIterable {
    /// The user themself.
    case user
    /// The engine, for one user; it alone reaches what belongs to all users together.
    case service
  }

  /// The owner of every row read or written.
  public let user: String
  /// Who acts for them.
  public let role: Role

  /// The user themself.
  public init(user: String) {
    self.init(user: user, role: .user)
  }

  private init(user: String, role: Role) {
    self.user = user
    self.role = role
  }

  /// The engine in a user's name: even so, no other user's row can be read or written.
  public static func service(for user: String) -> Principal {
    Principal(user: user, role: .service)
  }
}
