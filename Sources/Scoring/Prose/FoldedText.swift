import Foundation

/// A text as a reader takes it, so that neither letter case nor invisible characters hide a phrase.
///
/// NFKC, case folded, default-ignorable and format characters removed, white space collapsed to single spaces.
struct FoldedText: Hashable, Sendable {
  let scalars: [Unicode.Scalar]

  init(_ text: String) {
    var folded: [Unicode.Scalar] = []
    var pendingSpace = false
    for scalar in Self.caseFolded(text).precomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingSpace = !folded.isEmpty
      } else if !Self.isInvisible(scalar) {
        if pendingSpace { folded.append(" ") }
        pendingSpace = false
        folded.append(scalar)
      }
    }
    scalars = folded
  }

  var isEmpty: Bool { scalars.isEmpty }

  /// Whether the phrase occurs, scalar for scalar.
  func contains(_ phrase: FoldedText) -> Bool {
    guard let first = phrase.scalars.first, phrase.scalars.count <= scalars.count else { return false }
    let last = scalars.count - phrase.scalars.count
    return (0...last).contains { start in
      scalars[start] == first
        && scalars[start..<(start + phrase.scalars.count)].elementsEqual(phrase.scalars)
    }
  }

  static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.generalCategory == .format
  }

  /// Upper-casing first makes `ß` and `SS` alike, which lower-casing alone does not.
  private static func caseFolded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
      for upper in scalar.properties.uppercaseMapping.unicodeScalars {
        folded.append(contentsOf: upper.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return String(folded)
  }
}
