/// A model that takes its time: another's answers, each after a wait, as a model at the end of a network would give them.
///
/// The composer answers within a millisecond, so that its sessions hardly ever overlap. With a wait, many are under way
/// at once, as in service, and what is measured beyond the wait is the coach's own time.
public struct PacedModel: LanguageModel {
  private let base: any LanguageModel
  private let wait: Duration
  private let clock: RunClock

  /// The other model's.
  public var name: String { base.name }
  /// The other model's.
  public var provenance: String { base.provenance }

  /// Paces a model.
  ///
  /// - Parameter wait: how long each answer takes at least.
  public init(_ base: any LanguageModel, wait: Duration, clock: RunClock) {
    self.base = base
    self.wait = wait
    self.clock = clock
  }

  /// The other model's answer, after the wait.
  ///
  /// - Throws: what the other model throws; `CancellationError` when its task is cancelled meanwhile.
  public func generate(_ request: ModelRequest) async throws -> ModelResponse {
    try await clock.sleep(wait)
    return try await base.generate(request)
  }
}
