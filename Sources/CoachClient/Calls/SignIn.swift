/// A development sign-in.
public struct SignIn: Sendable, Hashable {
  /// The token to send as a bearer.
  public let accessToken: String
  /// When it is void, in seconds since 1970.
  public let expiresAt: Int
  /// Whom it stands for.
  public let subject: String
}
