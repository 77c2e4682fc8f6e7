/// The syntax tree of a regular expression.
indirect enum PatternNode: Sendable {
  case scalars(ScalarSet)
  case assertion(PatternAssertion)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// At least `minimum` times, and at most `maximum` times unless that is nil.
  case repetition(PatternNode, minimum: Int, maximum: Int?)
}

/// A condition on a position that consumes nothing.
enum PatternAssertion: Sendable {
  case start
  case end
  case wordBoundary
  case noWordBoundary

  /// Whether the condition holds before the scalar at a position.
  func holds(at position: Int, in scalars: [Unicode.Scalar]) -> Bool {
    switch self {
    case .start: position == 0
    case .end: position == scalars.count
    case .wordBoundary: Self.isWordBoundary(position, in: scalars)
    case .noWordBoundary: !Self.isWordBoundary(position, in: scalars)
    }
  }

  private static func isWordBoundary(_ position: Int, in scalars: [Unicode.Scalar]) -> Bool {
    func isWord(_ position: Int) -> Bool {
      scalars.indices.contains(position) && ScalarSet.wordCharacters.contains(scalars[position])
    }
    return isWord(position - 1) != isWord(position)
  }
}

/// Why a text is no pattern this module can match.
public struct PatternError: Error, Sendable {
  /// What is wrong with it.
  public let message: String
}
