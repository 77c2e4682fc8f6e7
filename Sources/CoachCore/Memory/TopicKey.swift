/// The key of a topic, read as `subject:aspect:state`, for example `goal:g2:gap:behind`.
///
/// ```swift
/// let key = TopicKey("goal:g2:gap:behind")
/// print(key.family ?? "", key.aspect, key.state)  // goal:g2:gap gap behind
/// ```
public struct TopicKey: Hashable, Sendable, CustomStringConvertible {
  /// The whole key.
  public let description: String
  /// What the topic is about: the key without aspect and state, such as `goal:g2`.
  public let subject: String
  /// The kind of topic: `gap`, `return`, `allocation`, `advice` …; empty where the key has no such part.
  public let aspect: String
  /// The state it reports, or the kind of advice; the last part of the key.
  public let state: String

  /// Reads a key; one of fewer than three parts has itself as subject and no family.
  public init(_ key: String) {
    description = key
    let parts = key.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count >= 3 else {
      (subject, aspect, state) = (key, "", parts.last.map(String.init) ?? "")
      return
    }
    subject = parts.dropLast(2).joined(separator: ":")
    aspect = String(parts[parts.count - 2])
    state = String(parts[parts.count - 1])
  }

  /// What the states of one thing have in common, so that one can be worse than another.
  ///
  /// Nil for advice: kinds of advice stand side by side, none is a worse form of another.
  public var family: String? {
    aspect.isEmpty || aspect == "advice" ? nil : "\(subject):\(aspect)"
  }
}
