/// Why a stream is not read on.
public struct EventStreamError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    /// Its name in snake case.
    public let description: String

    /// A line is longer than allowed.
    public static let lineTooLong = Code(description: "line_too_long")
    /// An event's data is larger than allowed.
    public static let eventTooLarge = Code(description: "event_too_large")
    /// The answer is no event stream: its status or content type.
    public static let notAnEventStream = Code(description: "not_an_event_stream")
  }

  /// The kind.
  public let code: Code
  /// What happened and what to do.
  public let message: String

  /// The message.
  public var description: String { message }
}
