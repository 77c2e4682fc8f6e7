/// How a client of a soak behaves, and so how its session has to end.
enum Behaviour: String, Codable, Sendable, CaseIterable {
  /// Reads to the end.
  case plain
  /// Rests after every event, so that the servers have to wait for it.
  case slow
  /// Leaves in the middle and comes back, a little before where it was.
  case drop
  /// Cancels its session once it is begun.
  case cancel
  /// Sends its request twice at once under one idempotency key.
  case duplicate
  /// Brings a cap of tokens that its session cannot keep within.
  case exhaust

  /// Whether its client never rests on its own account, so that all its times are the service's.
  var isTimed: Bool { self == .plain || self == .duplicate || self == .exhaust }

  /// Behaviours that need a share; what is left is plain.
  static let shared = allCases.filter { $0 != .plain }
}
