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
    let colon = UInt8(ascii: ":")
    guard let last = key.utf8.lastIndex(of: colon), let first = key.utf8[..<last].lastIndex(of: colon) else {
      let rest = key.utf8.lastIndex(of: colon).map { key[key.utf8.index(after: $0)...] } ?? key[...]
      (subject, aspect, state) = (key, "", String(rest))
      return
    }
    subject = String(key[..<first])
    aspect = String(key[key.utf8.index(after: first)..<last])
    state = String(key[key.utf8.index(after: last)...])
  }

  /// What the states of one thing have in common, so that one can be worse than another.
  ///
  /// Nil for advice: kinds of advice stand side by side, none is a worse form of another.
  public var family: String? {
    aspect.isEmpty || aspect == "advice" ? nil : "\(subject):\(aspect)"
  }
}
