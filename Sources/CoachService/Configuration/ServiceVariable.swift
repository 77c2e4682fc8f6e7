/// A variable of the environment that the service reads.
struct ServiceVariable: Hashable {
  /// Who reads it.
  enum Reader: String {
    case facade = "façade"
    case engine
    case both = "façade and engine"
  }

  let name: String
  let reader: Reader
  let isSecret: Bool

  private init(_ name: String, _ reader: Reader, secret isSecret: Bool = false) {
    self.name = name
    self.reader = reader
    self.isSecret = isSecret
  }

  static let privateKey = ServiceVariable("AICOACH_JWT_PRIVATE_KEY", .facade, secret: true)
  static let publicKey = ServiceVariable("AICOACH_JWT_PUBLIC_KEY", .engine)
  static let keySetURL = ServiceVariable("AICOACH_JWKS_URL", .engine)
  static let tokenIssuer = ServiceVariable("AICOACH_JWT_ISSUER", .both)
  static let tokenSeconds = ServiceVariable("AICOACH_JWT_SECONDS", .facade)
  static let sessionKeySetURL = ServiceVariable("AICOACH_SESSION_JWKS_URL", .facade)
  static let sessionSecret = ServiceVariable("AICOACH_SESSION_JWT_SECRET", .facade, secret: true)
  static let sessionIssuer = ServiceVariable("AICOACH_SESSION_ISSUER", .facade)
  static let developmentSignIn = ServiceVariable("AICOACH_DEVELOPMENT_SIGN_IN", .facade)
  static let engineURL = ServiceVariable("AICOACH_ENGINE_URL", .facade)
  static let storePath = ServiceVariable("AICOACH_STORE_PATH", .engine)
  static let cronSecret = ServiceVariable("CRON_SECRET", .both, secret: true)
  static let smtpURL = ServiceVariable("AICOACH_SMTP_URL", .engine, secret: true)
  static let mailFrom = ServiceVariable("AICOACH_MAIL_FROM", .engine)
  static let publicURL = ServiceVariable("AICOACH_PUBLIC_URL", .engine)
  static let outboxPath = ServiceVariable("AICOACH_OUTBOX_PATH", .engine)
  static let sessionTokens = ServiceVariable("AICOACH_BUDGET_SESSION_TOKENS", .engine)
  static let userDayTokens = ServiceVariable("AICOACH_BUDGET_USER_DAY_TOKENS", .engine)
  static let globalDayTokens = ServiceVariable("AICOACH_BUDGET_GLOBAL_DAY_TOKENS", .engine)
  static let userBurst = ServiceVariable("AICOACH_RATE_USER_BURST", .facade)
  static let userPerMinute = ServiceVariable("AICOACH_RATE_USER_PER_MINUTE", .facade)
  static let addressBurst = ServiceVariable("AICOACH_RATE_ADDRESS_BURST", .facade)
  static let addressPerMinute = ServiceVariable("AICOACH_RATE_ADDRESS_PER_MINUTE", .facade)
  static let trustedProxies = ServiceVariable("AICOACH_TRUSTED_PROXIES", .facade)
  static let sessionsAtOnce = ServiceVariable("AICOACH_MAX_SESSIONS", .engine)
  static let connections = ServiceVariable("AICOACH_MAX_CONNECTIONS", .both)
  static let headerBytes = ServiceVariable("AICOACH_MAX_HEADER_BYTES", .both)
  static let bodyBytes = ServiceVariable("AICOACH_MAX_BODY_BYTES", .both)
  static let idleSeconds = ServiceVariable("AICOACH_IDLE_SECONDS", .both)
  static let writeSeconds = ServiceVariable("AICOACH_WRITE_SECONDS", .both)
  static let streamSeconds = ServiceVariable("AICOACH_STREAM_SECONDS", .both)

  /// Every variable, in the order they are read and documented.
  static let all = [
    privateKey, publicKey, keySetURL, tokenIssuer, tokenSeconds, sessionKeySetURL, sessionSecret,
    sessionIssuer,
    developmentSignIn, engineURL, storePath, cronSecret, smtpURL, mailFrom, publicURL, outboxPath,
    sessionTokens, userDayTokens, globalDayTokens, userBurst, userPerMinute, addressBurst, addressPerMinute,
    trustedProxies, sessionsAtOnce, connections, headerBytes, bodyBytes, idleSeconds,
    writeSeconds, streamSeconds,
  ]
}
