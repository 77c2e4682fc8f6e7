/// A key-value store in this process; it is gone with it.
public actor MemoryKVStore: KVStore {
  private struct Entry {
    let value: String
    let expiry: String
  }

  private var entries: [String: Entry] = [:]

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
  }

  /// Writes a value unless a living one is there.
  public func setIfAbsent(_ key: String, _ value: String, until expiry: String, at time: String) -> String? {
    if let present = self.value(key, at: time) { return present }
    entries[key] = Entry(value: value, expiry: expiry)
    return nil
  }

  /// Removes a key that still has the value.
  public func remove(_ key: String, expecting value: String) -> Bool {
    guard entries[key]?.value == value else { return false }
    entries[key] = nil
    return true
  }
}
