public import CoachCore
public import HTTPTransport

/// What a façade is made of.
public struct FacadeParts: Sendable {
  /// Signs its tokens for the engine.
  public var signer: TokenSigner
  /// Who may have issued users' sessions.
  public var sessions: [UserSessionVerifier]
  /// Signs users of the fixtures in; nil where nobody asked for it.
  public var signIn: DevelopmentSignIn?
  /// Where stream tickets wait.
  public var tickets: any KVStore
  /// Calls the engine.
  public var transport: any Transport
  /// How many requests users and addresses may make.
  public var rates: RequestRates
  /// How many proxies in front add to `X-Forwarded-For`; 0 believes none of it.
  public var trustedProxies = 0
  /// The secret of scheduled calls; nil when there are none.
  public var cronSecret: CronSecret?
  /// Tells times and names of nothing but limits and waits.
  public var clock = RunClock.system

  /// Puts a façade together.
  public init(
    signer: TokenSigner, sessions: [UserSessionVerifier], transport: any Transport, rates: RequestRates,
    tickets: any KVStore = MemoryKVStore()
  ) {
    self.signer = signer
    self.sessions = sessions
    self.transport = transport
    self.rates = rates
    self.tickets = tickets
  }
}
