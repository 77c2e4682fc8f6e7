import Foundation
import JSONKit

/// A regular expression that is known to compile.
struct TextPattern: Hashable, Sendable {
  let text: String
  private let expression: NSRegularExpression

  init(_ reader: SpecReader) throws(ScoringError) {
    text = try reader.string("a pattern")
    guard !text.isEmpty else { throw reader.refused(.badValue, "an empty pattern matches everything") }
    do {
      expression = try NSRegularExpression(pattern: text)
    } catch {
      throw reader.refused(.badValue, "`\(text)` is no regular expression")
    }
  }

  /// The words of the first match.
  func firstMatch(in subject: String) -> String? {
    let whole = NSRange(subject.startIndex..., in: subject)
    guard let match = expression.firstMatch(in: subject, range: whole) else { return nil }
    return Range(match.range, in: subject).map { String(subject[$0]) } ?? ""
  }
}
