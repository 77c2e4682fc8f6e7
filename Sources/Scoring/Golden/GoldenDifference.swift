public import JSONKit

/// One place where a run differs from its golden.
public struct GoldenDifference: Hashable, Sendable {
  /// How it differs.
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// Both have a value there, and not the same.
    case changed
    /// The golden has a value there, the run has none.
    case missing
    /// The run has a value there, the golden has none.
    case extra
  }

  /// Where: in the golden for `changed` and `missing`, in the run's projection for `extra`.
  public let pointer: JSONPointer
  /// How it differs.
  public let kind: Kind
  /// The golden's value.
  public let expected: JSONValue?
  /// The run's value.
  public let actual: JSONValue?

  init(pointer: JSONPointer, expected: JSONValue?, actual: JSONValue?) {
    self.pointer = pointer
    self.expected = expected
    self.actual = actual
    kind =
      switch (expected, actual) {
      case (_, .none): .missing
      case (.none, _): .extra
      default: .changed
      }
  }
}

extension GoldenDifference: CustomStringConvertible {
  /// The difference on one line, long values cut.
  ///
  ///     /facts/goal.g2.shortfall   2097528.77 -> 2097530.00
  ///     /facts/goal.g2.xirr   0.12 -> (missing)
  public var description: String {
    let place = pointer.tokens.isEmpty ? "(whole)" : pointer.description
    return "\(place)   \(expected?.excerpt ?? "(none)") -> \(actual?.excerpt ?? "(missing)")"
  }
}
