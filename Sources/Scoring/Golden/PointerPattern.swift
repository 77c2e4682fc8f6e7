import JSONKit

/// A JSON Pointer in which the token `*` stands for any one token.
struct PointerPattern: Hashable, Sendable {
  let tokens: [String]

  init(_ reader: SpecReader) throws(ScoringError) {
    let text = try reader.string("a JSON Pointer")
    try self.init(text, reader)
  }

  init(_ text: String, _ reader: SpecReader) throws(ScoringError) {
    do {
      tokens = try JSONPointer(text).tokens
    } catch {
      throw reader.refused(.badValue, "`\(text)` is no JSON Pointer: \(error.message)")
    }
  }

  /// Whether the pattern names exactly this place.
  func matches(_ pointer: JSONPointer) -> Bool {
    tokens.count == pointer.tokens.count && covers(pointer)
  }

  /// Whether the pattern names this place or one above it.
  func covers(_ pointer: JSONPointer) -> Bool {
    guard tokens.count <= pointer.tokens.count else { return false }
    return zip(tokens, pointer.tokens).allSatisfy { $0 == "*" || $0 == $1 }
  }
}
