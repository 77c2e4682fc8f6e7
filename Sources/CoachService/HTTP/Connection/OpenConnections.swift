import Synchronization

/// How many connections a server has open.
final class OpenConnections: Sendable {
  private let number = Atomic<Int>(0)

  func opened() { number.add(1, ordering: .relaxed) }
  func closed() { number.subtract(1, ordering: .relaxed) }

  var count: Int { number.load(ordering: .relaxed) }
}
