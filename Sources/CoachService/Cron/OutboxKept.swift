/// Leaves notifications in the outbox, where nobody has said how they are to leave it.
public struct OutboxKept: OutboxDelivery {
  /// Delivers nothing.
  public init() {}

  /// Delivers nothing.
  public func deliver() async throws -> Int? { 0 }
}
