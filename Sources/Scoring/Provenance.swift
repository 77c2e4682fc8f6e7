/// Where a run's answers came from, and so what its figures may be used for.
public enum Provenance: String, Codable, Sendable, CaseIterable {
  /// A model answered over the network during the run.
  case live
  /// An earlier answer of the same model was kept and used again.
  case cached
  /// A recording was played back.
  case replayed
  /// The embedded model answered.
  case embedded
  /// A stand-in for a provider answered, or failed, on purpose.
  case simulated

  /// Whether the run's times were spent during the run, so that a latency limit means something.
  public var timesAreMeasured: Bool { self == .live || self == .embedded }
}
