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
    self.init(draft, text, tokens: TextLexer.tokens(of: text))
  }

  /// Of a body that is already taken apart.
  init(_ draft: Draft, _ text: NormalizedText, tokens: [TextToken]) {
    markers = tokens.filter { $0.kind == .marker }.map { token in
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
    return !claim.isEmpty && (standsAlone(claim) || unmarked.contains(claim))
  }

  /// Whether a claim stands in the body byte for byte between whole characters, as claims mostly do; comparing
  /// character by character takes a hundred times as long.
  private func standsAlone(_ claim: String) -> Bool {
    guard let range = unmarked.firstRangeOfBytes(claim), let first = claim.unicodeScalars.first else {
      return false
    }
    let next = unmarked.utf8.dropFirst(range.upperBound).first
    return (first.isASCII || first.properties.generalCategory == .otherLetter)
      && next.map { UTF8.isASCII($0) } ?? true
  }

  /// The words with one space between them and no markers.
  private static func withoutMarkers(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result: [Unicode.Scalar] = []
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == "[", let length = markerLength(scalars[position...]) {
        position += length
      } else {
        position += 1
        if !scalar.isSpace { result.append(scalar) } else if result.last != " " { result.append(" ") }
      }
      // “₹21.98 L [f2], a shortfall” is quoted as “₹21.98 L, a shortfall”.
      guard result.last == " ", position < scalars.count else { continue }
      if scalars[position] == "," || scalars[position] == "." || scalars[position] == ";" {
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
