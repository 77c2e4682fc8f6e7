/// Values by key, of which only those used last are kept.
struct RecentValues<Value> {
  private struct Node {
    var key: String
    var value: Value
    var older: Int?
    var newer: Int?
  }

  private let capacity: Int
  private var nodes: [Node] = []
  private var places: [String: Int] = [:]
  private var oldest: Int?
  private var newest: Int?

  /// Makes room for so many values, one at least.
  init(capacity: Int) { self.capacity = max(1, capacity) }

  var count: Int { nodes.count }

  /// The value of a key, whose place in the order stays.
  func peek(_ key: String) -> Value? { places[key].map { nodes[$0].value } }

  /// Sets a value, which is now the one used last; the one longest unused goes when there is no room.
  mutating func set(_ key: String, _ value: Value) {
    if let place = places[key] {
      nodes[place].value = value
      unlink(place)
      append(place)
    } else if nodes.count < capacity {
      nodes.append(Node(key: key, value: value))
      places[key] = nodes.count - 1
      append(nodes.count - 1)
    } else if let place = oldest {
      places[nodes[place].key] = nil
      unlink(place)
      nodes[place] = Node(key: key, value: value)
      places[key] = place
      append(place)
    }
  }

  private mutating func unlink(_ place: Int) {
    let (older, newer) = (nodes[place].older, nodes[place].newer)
    if let older { nodes[older].newer = newer } else { oldest = newer }
    if let newer { nodes[newer].older = older } else { newest = older }
  }

  private mutating func append(_ place: Int) {
    nodes[place].older = newest
    nodes[place].newer = nil
    if let newest { nodes[newest].newer = place } else { oldest = place }
    newest = place
  }
}
