/// Which sessions are still to be brought to an end, whoever they belong to.
///
/// The service's own work when it starts; a request only ever reaches the sessions of its principal.
public protocol SessionDirectory: Sendable {
  /// The sessions that have begun and not ended, of all users, the oldest first.
  ///
  /// - Throws: `CoachError` with code `store_failed` when the storage fails.
  func openSessions() throws(CoachError) -> [OpenSession]
}
