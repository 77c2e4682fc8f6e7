/// Why a caller is not let in: a bounded code for logs and tests, and a text that is safe to send.
///
/// The text is the same for every fault of one kind, so that a caller who guesses learns nothing from it, and neither
/// holds any part of what was sent.
public struct AuthError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Bounded codes, safe as metric labels and in logs.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    fileprivate enum Value: String {
      case missingCredentials = "missing_credentials"
      case malformedToken = "malformed_token"
      case unsupportedToken = "unsupported_token"
      case unknownKey = "unknown_key"
      case invalidSignature = "invalid_signature"
      case wrongIssuer = "wrong_issuer"
      case wrongAudience = "wrong_audience"
      case expiredToken = "expired_token"
      case futureToken = "future_token"
      case invalidClaims = "invalid_claims"
      case replayedToken = "replayed_token"
      case invalidTicket = "invalid_ticket"
      case wrongSecret = "wrong_secret"
      case insufficientScope = "insufficient_scope"
      case anonymousUser = "anonymous_user"
      case notFound = "not_found"
      case unavailable = "auth_unavailable"
    }

    fileprivate let value: Value
    private init(_ value: Value) { self.value = value }

    /// The code as it stands in logs.
    public var description: String { value.rawValue }

    /// The request carries nothing that says who asks.
    public static let missingCredentials = Code(.missingCredentials)
    /// The token is too long, is not three parts of base64url, or holds JSON that does not parse.
    public static let malformedToken = Code(.malformedToken)
    /// The token's header asks for what is not done here: another type, algorithm or extension.
    public static let unsupportedToken = Code(.unsupportedToken)
    /// No key has the token's `kid`.
    public static let unknownKey = Code(.unknownKey)
    /// The signature is not that of the key.
    public static let invalidSignature = Code(.invalidSignature)
    /// The token was issued by somebody else.
    public static let wrongIssuer = Code(.wrongIssuer)
    /// The token was issued for somebody else.
    public static let wrongAudience = Code(.wrongAudience)
    /// The token's time is over.
    public static let expiredToken = Code(.expiredToken)
    /// The token's time has not begun.
    public static let futureToken = Code(.futureToken)
    /// A claim is missing or has the wrong form.
    public static let invalidClaims = Code(.invalidClaims)
    /// The token is for one use and was used.
    public static let replayedToken = Code(.replayedToken)
    /// The stream ticket is unknown, used, over, or of another session or owner.
    public static let invalidTicket = Code(.invalidTicket)
    /// The secret of a scheduled call is not ours.
    public static let wrongSecret = Code(.wrongSecret)
    /// The token is good and does not allow this route.
    public static let insufficientScope = Code(.insufficientScope)
    /// The session is of a user who has not signed in.
    public static let anonymousUser = Code(.anonymousUser)
    /// There is no such thing, or it is another user's.
    public static let notFound = Code(.notFound)
    /// Keys or used tokens cannot be read just now, so nobody is let in.
    public static let unavailable = Code(.unavailable)
  }

  /// What kind of thing is wrong, for logs, metrics and tests.
  public let code: Code

  /// Makes an error.
  public init(_ code: Code) { self.code = code }

  /// The status to answer with: 401, 403, 404, or 503 when the fault is ours and passes.
  public var status: Int {
    switch code.value {
    case .insufficientScope, .anonymousUser: 403
    case .notFound: 404
    case .unavailable: 503
    default: 401
    }
  }

  /// A text to send: what is wrong and what to do.
  public var message: String {
    switch code.value {
    case .missingCredentials: "Nobody is signed in. Send a bearer token or sign in first."
    case .invalidTicket: "The stream ticket is not valid. Ask for a new one."
    case .wrongSecret: "The call does not carry the secret of scheduled calls."
    case .insufficientScope: "The token does not allow this call."
    case .anonymousUser: "This needs a user who has signed in."
    case .notFound: "There is no such session."
    case .unavailable: "Who is asking cannot be checked just now. Try again shortly."
    default: "The token is not valid. Ask for a new one."
    }
  }

  /// The `error` word of RFC 6750 §3.1: nil when nothing was sent, or when the fault is not one of credentials.
  public var challengeWord: String? {
    switch code.value {
    case .missingCredentials, .notFound, .unavailable: nil
    case .insufficientScope, .anonymousUser: "insufficient_scope"
    default: "invalid_token"
    }
  }

  /// The value of a `WWW-Authenticate` header, nil when the answer needs none.
  public var challenge: String? {
    guard status == 401 || status == 403 else { return nil }
    guard let challengeWord else { return #"Bearer realm="coach""# }
    return #"Bearer realm="coach", error="\#(challengeWord)""#
  }

  /// The code and the text.
  public var description: String { "\(code): \(message)" }
}
