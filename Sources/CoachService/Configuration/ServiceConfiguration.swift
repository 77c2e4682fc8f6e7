/// What a service process is told by its environment.
///
/// Every variable is described in `docs/env.example`.
public struct ServiceConfiguration: Sendable {
  /// Tokens from façade to engine.
  public struct Tokens: Sendable {
    /// Whose tokens the engine believes.
    public enum Trust: Sendable {
      /// Those of the keys this process signs with.
      case ownKeys
      /// Those of given keys.
      case keys([VerificationKey])
      /// Those of keys that are published at a URL.
      case published(url: String)
    }

    /// The façade's keys: the first signs, the others are still published.
    ///
    /// Empty where there is no façade, or where façade and engine are one process, which then makes a key for its life.
    public var signingKeys: [SigningKey]
    /// Whose tokens the engine believes.
    public var trust: Trust
    /// What `iss` says.
    public var issuer: String
    /// How long a token lives, in seconds, 300 to 600.
    public var seconds: Int
  }

  /// Who signs the façade's users in.
  public enum Sessions: Sendable {
    /// Nobody: there is no façade here.
    case none
    /// Anybody who names a fixture user.
    case development
    /// An issuer whose keys are published at a URL.
    case published(url: String, issuer: String)
    /// An issuer that shares a secret with us.
    case secret(Secret, issuer: String)
  }

  /// Where notifications go.
  public enum Mail: Sendable {
    /// Nowhere: they wait in the outbox.
    case none
    /// To a file of JSON lines.
    case file(path: String)
    /// To a server, whose URL may hold a password.
    case smtp(url: Secret, from: String)
  }

  /// What clients may ask of the service.
  public struct Limits: Hashable, Sendable {
    /// Requests of one user.
    public var perUser: RateLimit
    /// Requests of one address.
    public var perAddress: RateLimit
    /// How many proxies in front of the façade add to `X-Forwarded-For`; 0 believes none of it.
    public var trustedProxies: Int
    /// Sessions that think at once; others wait for their turn.
    public var sessions: Int
    /// Connections at once.
    public var connections: Int
    /// Bytes of a request's headers.
    public var headerBytes: Int
    /// Bytes of a request's body.
    public var bodyBytes: Int
    /// Seconds a connection may stand still.
    public var idleSeconds: Int
    /// Seconds a client may take to accept what is written.
    public var writeSeconds: Int
    /// Seconds after which a stream is ended for the client to take up again.
    public var streamSeconds: Int
  }

  /// The most tokens that may be used, by account; nil for no cap.
  public struct Caps: Hashable, Sendable {
    /// One session, unless its request asks for less.
    public var session: Int?
    /// One user in a day of India, unless they ask for less.
    public var userDay: Int?
    /// All users in a day of India.
    public var globalDay: Int?
  }

  /// Which parts the process is.
  public let role: ServiceRole
  /// Tokens from façade to engine.
  public var tokens: Tokens
  /// Who signs users in.
  public var sessions: Sessions
  /// Where the façade finds the engine; nil when it is in the same process, or there is no façade.
  public var engineURL: String?
  /// The SQLite file; nil keeps everything in memory.
  public var storePath: String?
  /// The secret of scheduled calls; nil lets none in.
  public var cronSecret: CronSecret?
  /// Where notifications go.
  public var mail: Mail
  /// Where users read their coach, as mails name it.
  public var publicURL: String?
  /// What sessions may cost.
  public var caps: Caps
  /// What clients may ask of the service.
  public var limits: Limits
}
