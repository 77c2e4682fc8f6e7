public import CoachCore

/// Puts notifications into a file of JSON lines, for a program that sends them.
public struct OutboxFile: OutboxDelivery {
  private let drain: OutboxDrain

  /// Delivers by a drain.
  public init(_ drain: OutboxDrain) {
    self.drain = drain
  }

  /// Writes what waits.
  public func deliver() async throws -> Int? { try drain.run() }
}
