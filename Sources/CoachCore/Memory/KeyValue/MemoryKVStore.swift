/// A key-value store in this process; it is gone with it.
public actor MemoryKVStore: KVStore {
  private struct Entry {
    let value: String
    let expiry: String
  }

  private var entries: [String: Entry] = [:]
  private var ends = ExpiryQueue()

  /// How many values are held, living or not.
  var count: Int { entries.count }

  /// Makes an empty store.
  public init() {}

  /// The living value of a key.
  public func value(_ key: String, at time: String) -> String? {
    guard let entry = entries[key] else { return nil }
    if entry.expiry <= time {
      entries[key] = nil
      return nil
    }
    return entry.value
  }

  /// Writes a value.
  public func set(_ key: String, _ value: String, until expiry: String) {
    entries[key] = Entry(value: value, expiry: expiry)
    ends.insert(key, until: expiry)
  }

  /// Writes a value unless a living one is there.
  public func setIfAbsent(_ key: String, _ value: String, until expiry: String, at time: String) -> String? {
    if let present = self.value(key, at: time) { return present }
    set(key, value, until: expiry)
    return nil
  }

  /// Removes a key that still has the value.
  public func remove(_ key: String, expecting value: String) -> Bool {
    guard entries[key]?.value == value else { return false }
    entries[key] = nil
    return true
  }

  /// Removes values whose time is over.
  public func removeExpired(at time: String, limit: Int) -> Int {
    var count = 0
    while count < limit, let end = ends.removeFirst(upTo: time) {
      count += 1
      // The key may have been removed since, or written anew with a later end.
      if entries[end.key]?.expiry == end.expiry { entries[end.key] = nil }
    }
    return count
  }
}
