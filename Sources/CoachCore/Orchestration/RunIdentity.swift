import Crypto

/// Ids made from a seed, so that the same run carries the same ids wherever it is repeated.
public struct RunIdentity: Hashable, Sendable {
  /// The seed the ids come from.
  public let seed: UInt64
  /// What tells runs of one seed apart, for example suite, case, variant, model and trial.
  public let scope: [String]

  /// Names a run.
  public init(seed: UInt64, scope: [String]) {
    self.seed = seed
    self.scope = scope
  }

  /// A UUID (version 8, RFC 9562 §5.8) for one thing of the run.
  public func uuid(_ name: String) -> String {
    // Lengths in front of the parts keep ("ab", "c") and ("a", "bc") apart.
    let parts = ([String(seed)] + scope + [name]).map { "\($0.utf8.count):\($0)" }
    var bytes = Array(SHA256.hash(data: Array(parts.joined(separator: "|").utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x80
    bytes[8] = bytes[8] & 0x3f | 0x80
    let hex = ContentHash.hex(bytes)
    var groups: [Substring] = []
    var rest = hex[...]
    for length in [8, 4, 4, 4, 12] {
      groups.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return groups.joined(separator: "-")
  }

  /// The id of the run's session.
  var session: String { uuid("session") }

  /// The id of one run of the session, which has another when it is taken up.
  ///
  /// - Parameter events: the number of events earlier runs wrote.
  func run(after events: Int) -> String { uuid("run after \(events)") }
}
