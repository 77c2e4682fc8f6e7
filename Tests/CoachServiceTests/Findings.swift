import Synchronization

/// What many tasks have found, together.
final class Findings: Sendable {
  private let texts = Mutex<[String]>([])

  func add(_ text: String) { texts.withLock { $0.append(text) } }

  var all: [String] { texts.withLock(\.self) }
}
