/// A regular expression of ECMA-262 with the `u` flag, as the `pattern` keyword wants, matched in linear time.
///
/// The syntax is that of the standard without lookaround and backreferences, which no linear matcher can
/// offer; `\p` knows the general categories. A pattern is found anywhere in the text unless it is anchored.
struct Pattern: Sendable {
  let source: String
  private let program: PatternProgram

  /// Compiles a pattern.
  init(_ source: String) throws(PatternError) {
    self.source = source
    var parser = PatternParser(source)
    program = try PatternProgram(try parser.parse())
  }

  /// Whether some part of the text matches.
  func matches(_ text: String) -> Bool {
    program.matches(Array(text.unicodeScalars))
  }
}
