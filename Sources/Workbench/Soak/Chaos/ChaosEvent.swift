/// Something that befell the servers on purpose.
struct ChaosEvent: Codable, Sendable, Hashable {
  enum Kind: String, Codable, Sendable, CaseIterable {
    /// The engine was killed and started again.
    case kill
    /// The engine was held still for a while.
    case pause
    /// All open streams lost their connections.
    case cut
  }

  let kind: Kind
  /// Seconds after the start of the load at which it was due.
  let seconds: Double
}
