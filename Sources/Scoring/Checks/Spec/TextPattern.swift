import JSONKit

/// A regular expression that is known to compile, and that no text can make slow: the outputs it is held against come
/// from a model, and a check must not hang a run.
///
/// The syntax is ECMA-262 without lookaround and backreferences. `(?i)` in front ignores case.
struct TextPattern: Sendable {
  let text: String
  private let pattern: Pattern
  private let ignoresCase: Bool

  init(_ reader: SpecReader) throws(ScoringError) {
    text = try reader.string("a pattern")
    guard !text.isEmpty else { throw reader.refused(.badValue, "an empty pattern matches everything") }
    ignoresCase = text.hasPrefix("(?i)")
    let source = ignoresCase ? String(text.dropFirst(4)) : text
    if ignoresCase, source.firstMatch(of: #/\\[A-Z]/#) != nil {
      // Folding the pattern would turn \S into \s.
      throw reader.refused(
        .badValue, "with (?i) a class such as \\S or \\p cannot be used; write out both cases")
    }
    do {
      pattern = try Pattern(ignoresCase ? source.lowercased() : source)
    } catch {
      throw reader.refused(.badValue, "`\(text)` is no regular expression: \(error.message)")
    }
  }

  /// Whether some part of a text matches.
  func matches(_ subject: String) -> Bool {
    pattern.matches(ignoresCase ? subject.lowercased() : subject)
  }
}
