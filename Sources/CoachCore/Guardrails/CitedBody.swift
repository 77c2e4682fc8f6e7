/// The markers of a draft's body, and the body as claims quote it.
struct CitedBody {
  /// A marker in the body and its place, in Unicode scalars.
  struct Marker {
    let text: String
    let start: Int
    let end: Int
  }

  let markers: [Marker]
  let usedMarkers: Set<String>
  let citedMarkers: Set<String>
  private let unmarked: String

  init(_ draft: Draft) {
    let text = NormalizedText(draft.bodyMarkdown)
    markers = TextLexer.tokens(of: text).filter { $0.kind == .marker }.map { token in
      let range = text.originalRange(of: token.range)
      return Marker(text: token.text, start: range.lowerBound, end: range.upperBound)
    }
    usedMarkers = Set(markers.map(\.text))
    citedMarkers = Set(draft.citations.map(\.marker))
    unmarked = Self.withoutMarkers(draft.bodyMarkdown)
  }

  /// Whether a claim stands in the body, markers and the spaces around them aside.
  func contains(claim: String) -> Bool {
    let claim = Self.withoutMarkers(claim)
    return !claim.isEmpty && unmarked.contains(claim)
  }

  /// The words with one space between them and no markers.
  private static func withoutMarkers(_ text: String) -> String {
    var result: [Unicode.Scalar] = []
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.first {
      if let length = markerLength(rest) {
        rest = rest.dropFirst(length)
      } else {
        rest = rest.dropFirst()
        if !scalar.isSpace { result.append(scalar) } else if result.last != " " { result.append(" ") }
      }
      // “₹21.98 L [f2], a shortfall” is quoted as “₹21.98 L, a shortfall”.
      if result.last == " ", let next = rest.first, next == "," || next == "." || next == ";" {
        result.removeLast()
      }
    }
    while result.last == " " { result.removeLast() }
    while result.first == " " { result.removeFirst() }
    return String(scalars: result)
  }

  private static func markerLength(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard text.starts(with: ["[", "f"]) else { return nil }
    let digits = text.dropFirst(2).prefix { $0.isDigit }.count
    guard digits > 0, text.dropFirst(2 + digits).first == "]" else { return nil }
    return digits + 3
  }
}
