/// A text that stays out of logs, errors and dumps.
public struct Secret: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
  /// The text, for the one place that needs it.
  public let text: String

  init(_ text: String) { self.text = text }

  /// Says that there is one.
  public var description: String { "<secret>" }
  /// Shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
