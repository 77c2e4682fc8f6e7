/// Takes notifications out of the outbox to where people read them.
public protocol OutboxDelivery: Sendable {
  /// Delivers what waits.
  ///
  /// - Returns: how many were delivered; nil when another drain is at work.
  func deliver() async throws -> Int?
}
