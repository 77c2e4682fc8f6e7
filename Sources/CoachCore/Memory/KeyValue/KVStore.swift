/// Small values by key with an end of life: graph cursors, tool results, idempotency keys, leases.
///
/// Keys start with their owner (`u:<user>:…`) or with `service:`. Times are ISO 8601 in UTC, compared as text. All calls
/// throw `CoachError` with code `store_failed` when the storage fails.
public protocol KVStore: Sendable {
  /// The value of a key, nil when there is none or its time is over.
  func value(_ key: String, at time: String) async throws(CoachError) -> String?
  /// Writes a value that lives until a time.
  func set(_ key: String, _ value: String, until expiry: String) async throws(CoachError)
  /// Writes a value unless the key has a living one.
  ///
  /// - Returns: nil when it was written, else the value that is there.
  func setIfAbsent(_ key: String, _ value: String, until expiry: String, at time: String)
    async throws(CoachError)
    -> String?
  /// Removes a key if its value is still the one expected.
  ///
  /// - Returns: whether it was removed.
  func remove(_ key: String, expecting value: String) async throws(CoachError) -> Bool
  /// Removes values whose time is over, those that ended first before others; nothing that lives is touched.
  ///
  /// - Parameter limit: the most values of one call; its work is bounded by it, however many there are.
  /// - Returns: how many it dealt with, of which some may have been gone before; fewer than the limit when there are no
  ///   more.
  func removeExpired(at time: String, limit: Int) async throws(CoachError) -> Int
}
