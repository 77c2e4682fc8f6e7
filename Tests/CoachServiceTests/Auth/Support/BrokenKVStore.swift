import CoachCore

/// A store that is down.
struct BrokenKVStore: KVStore {
  private let down = CoachError(.storeFailed, "The store is down.")

  func value(_ key: String, at time: String) throws(CoachError) -> String? { throw down }
  func set(_ key: String, _ value: String, until expiry: String) throws(CoachError) { throw down }
  func setIfAbsent(
    _ key: String, _ value: String, until expiry: String, at time: String
  ) throws(CoachError) -> String? { throw down }
  func remove(_ key: String, expecting value: String) throws(CoachError) -> Bool { throw down }
  func removeExpired(at time: String, limit: Int) throws(CoachError) -> Int { throw down }
}
