public import CoachCore
public import Finance

/// What an engine is made of.
public struct EngineParts: Sendable {
  /// The engine's own set-up; its clock and logger are the server's.
  public var engine: CoachEngine.Configuration
  /// Where sessions are kept; this process owns it.
  public var store: SQLiteCoachStore
  /// Where portfolios come from.
  public var portfolios: any PortfolioSource
  /// Which tokens are believed.
  public var keys: VerificationKeys
  /// Who may have issued them.
  public var issuer: String
  /// The secret of scheduled calls; nil when only the façade makes them.
  public var cronSecret: CronSecret?
  /// How notifications leave the outbox.
  public var outbox: any OutboxDelivery
  /// Whether jobs are done by this process's own clock.
  public var keepsTime = false
  /// The models a request may name; nil for all there are.
  public var models: [String]?
  /// The date portfolios are valued on when a request names none; nil for today in India.
  public var day: CivilDate?
  /// What the ids of sessions are made from.
  public var seed: UInt64 = 0
  /// How much runs at once.
  public var sessions = SessionLimits()

  /// Puts an engine together.
  public init(
    engine: CoachEngine.Configuration, store: SQLiteCoachStore, portfolios: any PortfolioSource,
    keys: VerificationKeys, issuer: String, outbox: any OutboxDelivery
  ) {
    self.engine = engine
    self.store = store
    self.portfolios = portfolios
    self.keys = keys
    self.issuer = issuer
    self.outbox = outbox
  }
}
