/// A user and password of a server of mail; printing it shows neither.
public struct MailCredentials: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  let user: String
  let password: String

  /// Creates credentials.
  public init(user: String, password: String) {
    self.user = user
    self.password = password
  }

  /// No word of them.
  public var description: String { "MailCredentials(…)" }
  /// No word of them.
  public var debugDescription: String { description }
}
