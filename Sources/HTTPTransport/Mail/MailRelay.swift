/// The server mail is handed to.
public struct MailRelay: Sendable {
  /// How the connection is kept private.
  public enum Security: Sendable {
    /// Not at all: for a relay on this machine.
    case none
    /// TLS is asked for after the greeting and required (RFC 3207).
    case startTLS
    /// TLS from the first byte (`smtps`).
    case tls
  }

  /// Its name or address.
  public var host: String
  /// Its port.
  public var port: Int
  /// How the connection is kept private.
  public var security: Security
  /// Who to sign in as, if it asks for that.
  public var credentials: MailCredentials?
  /// How long each phase may last; the whole delivery one minute by default.
  public var limits: TransportLimits

  /// Creates a relay.
  public init(
    host: String, port: Int, security: Security = .startTLS, credentials: MailCredentials? = nil,
    limits: TransportLimits = .init(whole: .seconds(60))
  ) {
    self.host = host
    self.port = port
    self.security = security
    self.credentials = credentials
    self.limits = limits
  }
}
