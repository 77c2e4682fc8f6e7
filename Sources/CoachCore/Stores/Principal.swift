/// In whose name the store is used; every statement is bound to that user.
public struct Principal: Hashable, Sendable {
  /// The owner of every row read or written.
  public let user: String

  /// The user themself.
  public init(user: String) {
    self.user = user
  }
}
