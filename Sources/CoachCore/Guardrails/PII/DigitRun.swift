/// Digits with at most one separator between them, by groups.
struct DigitRun {
  /// What may stand between two groups.
  enum Separators {
    case space, spaceOrHyphen, spaceHyphenOrColon

    func contains(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar {
      case " ": true
      case "-": self != .space
      case ":": self == .spaceHyphenOrColon
      default: false
      }
    }
  }

  /// The groups of digits, in the folded text.
  private(set) var groups: [Range<Int>] = []

  /// The run that starts at a position; no groups when no digit stands there.
  init(startingAt start: Int, in text: NormalizedText, separators: Separators) {
    var position = start
    while text[position]?.isDigit == true {
      var end = position
      while text[end]?.isDigit == true { end += 1 }
      groups.append(position..<end)
      guard let separator = text[end], separators.contains(separator) else { break }
      position = end + 1
    }
  }

  /// One past the last digit, nil without digits.
  var end: Int? { groups.last?.upperBound }
}
