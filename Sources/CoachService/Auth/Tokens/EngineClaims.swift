/// What the façade tells the engine about who asks, in a token of 5 to 10 minutes (domain rules §8).
public struct EngineClaims: Hashable, Sendable {
  /// The scope of every route of the engine that acts for a user.
  public static let runScope = "coach:run"

  /// Who issued the token.
  public let issuer: String
  /// Whom it is for.
  public let audience: [String]
  /// The user: a UUID in lower case.
  public let subject: String
  /// What the bearer may do.
  public let scope: [String]
  /// The one session the token is about, nil when it is about all of the user's.
  public let session: String?
  /// The token's own name.
  public let id: String
  /// When it was issued, in seconds since 1970, as the other times are.
  public let issued: Int
  /// Before when it is not good.
  public let notBefore: Int
  /// From when on it is not good any more.
  public let expiry: Int

  /// Refuses a session that is another user's, or not the one the token is about, as if there were none.
  ///
  /// - Throws: `AuthError` with `not_found`: whether another user has the session is nobody's business.
  public func requireAccess(toSession session: String, ownedBy owner: String) throws(AuthError) {
    guard owner.utf8.elementsEqual(subject.utf8), self.session?.utf8.elementsEqual(session.utf8) ?? true
    else { throw AuthError(.notFound) }
  }
}
