/// Keys by when their values end, the first to end at the front: a binary heap.
///
/// A key may be in it more than once; which of its ends counts is for the holder of the values to say.
struct ExpiryQueue: Sendable {
  /// When a key's value ends.
  struct End: Hashable, Sendable {
    let expiry: String
    let key: String
  }

  private var heap: [End] = []

  var count: Int { heap.count }

  /// Adds a key.
  mutating func insert(_ key: String, until expiry: String) {
    heap.append(End(expiry: expiry, key: key))
    var place = heap.count - 1
    while place > 0, heap[place].expiry < heap[(place - 1) / 2].expiry {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Takes out the first end if it has come; nil when none has.
  mutating func removeFirst(upTo time: String) -> End? {
    guard let first = heap.first, first.expiry <= time else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var place = 0
    while let child = earlierChild(of: place), heap[child].expiry < heap[place].expiry {
      heap.swapAt(place, child)
      place = child
    }
    return first
  }

  private func earlierChild(of place: Int) -> Int? {
    let (left, right) = (2 * place + 1, 2 * place + 2)
    guard left < heap.count else { return nil }
    return right < heap.count && heap[right].expiry < heap[left].expiry ? right : left
  }
}
