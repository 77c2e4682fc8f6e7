import Finance
import JSONKit

/// The three ways a session comes about: somebody asks, data has changed, or a check-in is due.
///
/// A pipeline finds the portfolio, sees to it that the same occasion leads to one session however often it is reported,
/// and takes a session up again that was cut off.
public struct CoachPipelines: Sendable {
  /// What pipelines work with.
  public struct Configuration: Sendable {
    /// The engine's own set-up.
    public var engine: CoachEngine.Configuration
    /// Where sessions are kept.
    public var store: any CoachStore
    /// Where keys, leases and results of tools are kept.
    public var values: any KVStore
    /// Where notifications wait to be sent.
    public var outbox: any OutboxStore
    /// Where portfolios come from.
    public var source: any PortfolioSource
    /// What the ids of sessions are made from, beside their occasion.
    public var seed: UInt64 = 0
    /// How long an idempotency key is remembered.
    public var keyLifetime = Duration.seconds(86_400)
    /// How long a worker may take over a piece of work before another may take it up.
    public var leaseDuration = Duration.seconds(600)
    /// The number of batches check-ins are dealt into.
    public var batches = 16
    /// The share of a session's caps a check-in may spend.
    public var checkInShare = 1.0 / 3
    /// Names an attempt; no two calls give the same name.
    public var nonce: @Sendable () -> String

    /// Puts a configuration together.
    public init(
      engine: CoachEngine.Configuration, store: any CoachStore, values: any KVStore,
      outbox: any OutboxStore, source: any PortfolioSource, nonce: @escaping @Sendable () -> String
    ) {
      self.engine = engine
      self.store = store
      self.values = values
      self.outbox = outbox
      self.source = source
      self.nonce = nonce
    }
  }

  let configuration: Configuration

  /// Makes the pipelines.
  public init(_ configuration: Configuration) {
    self.configuration = configuration
  }

  var clock: RunClock { configuration.engine.clock }
  var store: any CoachStore { configuration.store }

  /// The identity of the session of an occasion.
  func identity(_ occasion: String...) -> RunIdentity {
    RunIdentity(seed: configuration.seed, scope: occasion)
  }

  func lease(_ key: String) async throws(CoachError) -> Lease? {
    try await Lease.take(
      key, holder: configuration.nonce(), for: configuration.leaseDuration, in: configuration.values,
      clock: clock)
  }

  /// A user's portfolio, valued on a day.
  ///
  /// - Throws: `CoachError` with code `unknown_user` when there is none, or what the source throws.
  func snapshot(of user: String, asOf day: CivilDate) async throws -> PortfolioSnapshot {
    guard let snapshot = try await configuration.source.snapshot(of: user, asOf: day) else {
      throw CoachError(.unknownUser, "there is no portfolio of user \(user)")
    }
    return snapshot
  }

  /// Runs the session of an occasion, or takes it up where it was cut off; nil when it has ended before.
  func runOnce(
    _ request: CoachRequest, snapshot: PortfolioSnapshot, identity: RunIdentity, focus: BriefFocus? = nil,
    with engine: CoachEngine
  ) async throws -> RunRecord? {
    let earlier = try store.session(
      identity.uuid("session"), as: Principal(user: request.user))
    guard earlier?.ending == nil else { return nil }
    return try await engine.prepare(
      request, snapshot, identity, store, focus: focus, isResumed: earlier != nil
    ).run()
  }
}
