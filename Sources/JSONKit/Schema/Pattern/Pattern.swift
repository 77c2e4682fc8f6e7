/// A regular expression of ECMA-262 with the `u` flag, as the `pattern` keyword wants, matched in linear time.
///
/// The syntax is that of the standard without lookaround and backreferences, which no linear matcher can
/// offer; `\p` knows the general categories. A pattern is found anywhere in the text unless it is anchored.
public struct Pattern: Sendable {
  /// The pattern as written.
  public let source: String
  private let program: PatternProgram

  /// Compiles a pattern.
  ///
  /// - Throws: `PatternError` for a pattern the syntax does not know, or one that asks for lookaround, a backreference or
  ///   too many repetitions.
  public init(_ source: String) throws(PatternError) {
    self.source = source
    var parser = PatternParser(source)
    program = try PatternProgram(try parser.parse())
  }

  /// Whether some part of the text matches.
  public func matches(_ text: String) -> Bool {
    program.matches(Array(text.unicodeScalars))
  }
}
