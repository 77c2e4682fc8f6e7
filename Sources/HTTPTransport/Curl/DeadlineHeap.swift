/// Deadlines of transfers, the earliest first: a binary heap.
///
/// A transfer's limit moves with every byte; entries are therefore not moved but looked at when they come up.
struct DeadlineHeap {
  /// One deadline.
  struct Entry {
    var deadline: UInt64
    var id: UInt64
  }

  private var entries: [Entry] = []

  /// The earliest deadline.
  var first: UInt64? { entries.first?.deadline }

  mutating func insert(_ deadline: UInt64, _ id: UInt64) {
    entries.append(Entry(deadline: deadline, id: id))
    var child = entries.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard entries[child].deadline < entries[parent].deadline else { return }
      entries.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes the earliest entry out when it is due.
  mutating func popDue(at now: UInt64) -> Entry? {
    guard let first = entries.first, first.deadline <= now else { return nil }
    let last = entries.removeLast()
    if !entries.isEmpty {
      entries[0] = last
      sink()
    }
    return first
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var smallest = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < entries.count && entries[child].deadline < entries[smallest].deadline {
        smallest = child
      }
      guard smallest != parent else { return }
      entries.swapAt(parent, smallest)
      parent = smallest
    }
  }
}
