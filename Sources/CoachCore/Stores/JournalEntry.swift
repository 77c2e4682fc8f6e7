/// One call of a session as the store keeps it: its intent, then what became of it.
public struct JournalEntry: Hashable, Sendable {
  /// How far a call has come.
  public enum State: String, Sendable, CaseIterable {
    /// It was about to be made; whether it was is not known.
    case intent
    /// It came back, and what it brought is in `payload`.
    case result
    /// It came back with an error, whose code and message are in `payload`.
    case failure
  }

  /// Task, name, input and number of the try.
  public let key: String
  /// `tool` or `model` for a call, `task` for an attempt that ran out of time, `session` for what a session began with.
  public let kind: String
  /// How far it has come.
  public var state: State
  /// JSON; empty for an intent.
  public var payload: String

  /// Describes a call.
  public init(key: String, kind: String, state: State, payload: String = "") {
    self.key = key
    self.kind = kind
    self.state = state
    self.payload = payload
  }

  /// The call without the number of its try.
  public var call: String { Self.call(of: key) }

  /// The call a key is of, without the number of its try.
  static func call(of key: String) -> String {
    key.lastIndex(of: "#").map { String(key[..<$0]) } ?? key
  }
}
