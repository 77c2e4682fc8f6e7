public import JSONKit

/// What the second of two requests under one idempotency key got.
public struct RepeatedRequest: Sendable {
  /// What a request was answered by.
  public struct Answer: Hashable, Sendable {
    /// The session.
    public var session: String
    /// The canonical record; nil when the answer named the session alone.
    public var canonical: JSONValue?

    /// States an answer.
    public init(session: String, canonical: JSONValue?) {
      self.session = session
      self.canonical = canonical
    }
  }

  /// What the first request got.
  public var first: Answer
  /// What the second got; nil when it was refused.
  public var second: Answer?
  /// The code the second was refused with.
  public var refusal: String?
  /// Events the second added to the session of the first.
  public var addedEvents: Int

  /// States what two requests got.
  public init(first: Answer, second: Answer? = nil, refusal: String? = nil, addedEvents: Int) {
    self.first = first
    self.second = second
    self.refusal = refusal
    self.addedEvents = addedEvents
  }
}
