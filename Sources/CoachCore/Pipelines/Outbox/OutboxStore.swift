/// Where notifications wait to be sent.
///
/// Users write through their principal; sending is the service's own work and sees the messages of all. All calls throw
/// `CoachError` with code `store_failed` when the storage fails.
public protocol OutboxStore: Sendable {
  /// Keeps a message, unless there is one for its job, date and user.
  ///
  /// - Returns: whether it was kept.
  /// - Throws: `CoachError` with code `conflict` when the message or its session is another user's.
  @discardableResult
  func enqueue(_ message: OutboxMessage, at time: String, as principal: Principal) throws(CoachError) -> Bool
  /// Messages that have not been sent, the longest waiting first.
  func unsent(limit: Int) throws(CoachError) -> [OutboxMessage]
  /// Records that messages were sent; for those that were before it changes nothing.
  func markSent(_ ids: [String], at time: String) throws(CoachError)
}
