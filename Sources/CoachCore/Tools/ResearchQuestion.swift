/// A question that may leave the session: short, plain, about a subject and never about a person.
struct ResearchQuestion: Hashable, Sendable {
  /// The most characters a question may have.
  static let longest = 200
  /// A run of digits from this length on is an amount, a code or an account.
  private static let longestNumber = 4

  /// The words.
  let text: String

  /// What forbids asking the question, nil when nothing does; it never repeats the words.
  ///
  /// - Parameter detector: knows the investor's personal values.
  func problem(_ detector: PIIDetector) -> String? {
    guard text.contains(where: { $0.isLetter }) else { return "the question has no word" }
    guard text.count <= Self.longest else {
      return "the question has \(text.count) characters; \(Self.longest) are allowed"
    }
    guard !text.unicodeScalars.contains(where: Self.isHidden) else {
      return "the question holds control characters or invisible ones"
    }
    guard !detector.contains(in: text) else { return "the question holds personal data" }
    guard !words.contains(where: Self.isIdentifier) else {
      return "the question holds an id, a code or an amount"
    }
    return nil
  }

  /// Words and numbers; a comma between digits groups them (`20,98,000` is one number).
  private var words: [[Unicode.Scalar]] {
    let scalars = NormalizedText(text).scalars
    let joined = scalars.indices.filter { index in
      scalars[index] != "," || index == 0 || index + 1 == scalars.count || !scalars[index - 1].isDigit
        || !scalars[index + 1].isDigit
    }.map { scalars[$0] }
    return joined.split { !$0.isWordLike }.map(Array.init)
  }

  /// Letters followed by digits are the portfolio's own ids (`g2`); long numbers and mixtures are codes of any kind.
  private static func isIdentifier(_ word: [Unicode.Scalar]) -> Bool {
    let digits = word.count(where: \.isDigit)
    if digits == 0 { return false }
    if digits == word.count { return digits > longestNumber }
    return word.first?.isLatinLetter == true || word.count >= 8
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    default: false
    }
  }
}
