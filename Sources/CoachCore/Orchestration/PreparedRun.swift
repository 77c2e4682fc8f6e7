/// A run whose session is in the store and nothing of which has been done yet.
///
/// Between the two steps a caller can tell the session's id: whatever becomes of this process, the session can be taken
/// up.
public struct PreparedRun: Sendable {
  let configuration: CoachEngine.Configuration
  let order: CoachSession.Order
  let setup: SessionSetup
  let opening: DurableRun.Opening
  let earlier: EarlierRun
  private let material: RunMaterial

  /// Begins a session in the store, or takes up one that was interrupted.
  ///
  /// - Throws: `CoachError` with code `unknown_model`, `unknown_variant`, `unpriced_model` or `invalid_request` before
  ///   anything is written; `store_failed`; `conflict` for a session that is begun twice, or that is taken up and has
  ///   ended, or whose portfolio, prompts or engine are not those it was begun with.
  init(
    _ configuration: CoachEngine.Configuration, _ order: CoachSession.Order, _ material: RunMaterial
  ) async throws(CoachError) {
    setup = try SessionSetup(configuration, order.options, preferences: order.opening?.preferences)
    opening = setup.opening(of: order, at: configuration.clock.timestamp())
    earlier = try await EarlierRun(opening)
    self.configuration = configuration
    self.order = order
    self.material = material
  }

  /// The session's id.
  public var session: String { opening.session.id }

  /// Carries the session out; to be called once.
  ///
  /// - Parameters:
  ///   - control: the way to cancel the run.
  ///   - listener: hears each event once it is durable, and sentences on their way if the request asks for them.
  /// - Returns: the record; a run that could not be finished is a record with outcome `failed`.
  /// - Throws: `CoachError` with code `store_failed`, or `conflict` when the session has been run meanwhile.
  public func run(
    control: RunControl = RunControl(), listener: (@Sendable (CoachSignal) -> Void)? = nil
  ) async throws -> RunRecord {
    try await CoachSession(self, control, listener).run(material)
  }
}
