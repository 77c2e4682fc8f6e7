/// How a client shows who its user is; printing it shows nothing of it.
public enum CoachCredential: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  /// A token in `Authorization: Bearer …`.
  case bearer(String)
  /// The value of a `Cookie` field, `name=value`.
  case cookie(String)

  /// The kind alone.
  public var description: String {
    switch self {
    case .bearer: "bearer …"
    case .cookie: "cookie …"
    }
  }
  /// The kind alone.
  public var debugDescription: String { description }

  /// The header field that carries it.
  var field: (name: String, value: String) {
    switch self {
    case .bearer(let token): ("Authorization", "Bearer \(token)")
    case .cookie(let value): ("Cookie", value)
    }
  }
}
