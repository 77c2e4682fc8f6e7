/// The members of a JSON object, in source order, each name once.
///
/// Names compare by Unicode scalars: "é" and "e\u{301}" are two names. Two objects are equal when they hold
/// the same members, in whatever order. Looking a member up takes constant time.
///
/// ```swift
/// var object: JSONObject = ["b": 1, "a": 2]
/// object["b"] = 3
/// print(object.keys)  // ["b", "a"]
/// ```
public struct JSONObject: Sendable {
  /// Up to this many members a walk over the names is faster than hashing.
  private static let largestUnindexedCount = 12

  private(set) var members: [Element] = []
  /// Where each name stands in `members`; nil while the object is small.
  private var positions: [ScalarKey: Int]?

  /// Makes an object without members.
  public init() {}

  /// Makes an object of members in their order; of two equal names the last one's value wins.
  public init(_ members: some Sequence<(key: String, value: JSONValue)>) {
    self.members.reserveCapacity(members.underestimatedCount)
    for member in members { updateValue(member.value, forKey: member.key) }
  }

  /// The names, in source order.
  public var keys: [String] { members.map(\.key) }

  /// The value of a member: nil when absent; setting nil removes it, setting a new name appends it.
  public subscript(key: String) -> JSONValue? {
    get { position(of: key).map { members[$0].value } }
    set {
      if let newValue {
        updateValue(newValue, forKey: key)
      } else {
        removeValue(forKey: key)
      }
    }
  }

  /// Sets a member, in place if its name is there, at the end if not.
  ///
  /// - Returns: The value that was replaced, if any.
  @discardableResult
  public mutating func updateValue(_ value: JSONValue, forKey key: String) -> JSONValue? {
    if let position = position(of: key) {
      let replaced = members[position].value
      members[position].value = value
      return replaced
    }
    positions?[ScalarKey(text: key)] = members.count
    members.append((key: key, value: value))
    if positions == nil, members.count > Self.largestUnindexedCount { rebuildPositions() }
    return nil
  }

  /// Removes a member.
  ///
  /// - Returns: The value that was removed, if any.
  @discardableResult
  public mutating func removeValue(forKey key: String) -> JSONValue? {
    guard let position = position(of: key) else { return nil }
    let removed = members.remove(at: position)
    if positions != nil { rebuildPositions() }
    return removed.value
  }

  /// The same names with other values.
  public func mapValues(_ transform: (JSONValue) throws -> JSONValue) rethrows -> JSONObject {
    var mapped = self
    for position in members.indices {
      mapped.members[position].value = try transform(members[position].value)
    }
    return mapped
  }

  private func position(of key: String) -> Int? {
    if let positions { return positions[ScalarKey(text: key)] }
    // By position: a search by element would hold on to the value of each.
    return members.indices.first { members[$0].key.hasSameScalars(as: key) }
  }

  private mutating func rebuildPositions() {
    guard members.count > Self.largestUnindexedCount else {
      positions = nil
      return
    }
    var rebuilt: [ScalarKey: Int] = [:]
    rebuilt.reserveCapacity(members.count)
    for (position, member) in members.enumerated() { rebuilt[ScalarKey(text: member.key)] = position }
    positions = rebuilt
  }
}

extension JSONObject: RandomAccessCollection {
  /// A member: its name and value.
  public typealias Element = (key: String, value: JSONValue)

  /// The position of the first member.
  public var startIndex: Int { members.startIndex }

  /// The position after the last member.
  public var endIndex: Int { members.endIndex }

  /// The member at a position in source order.
  public subscript(position: Int) -> Element { members[position] }
}

extension JSONObject: Hashable {
  /// Whether both hold the same members, in whatever order.
  public static func == (lhs: JSONObject, rhs: JSONObject) -> Bool {
    lhs.count == rhs.count && lhs.allSatisfy { rhs[$0.key] == $0.value }
  }

  /// Feeds the members to a hasher, without regard to their order.
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for member in members {
      var memberHasher = Hasher()
      member.key.hashScalars(into: &memberHasher)
      memberHasher.combine(member.value)
      sum &+= memberHasher.finalize()
    }
    hasher.combine(count)
    hasher.combine(sum)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Makes an object of a literal, in its order; of two equal names the last one's value wins.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.lazy.map { (key: $0.0, value: $0.1) })
  }
}
