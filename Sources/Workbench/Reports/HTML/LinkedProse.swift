/// An artifact's Markdown body cut into paragraphs and spans, each cited number tied to its fact.
///
/// A marker such as `[f2]` covers every number since the marker before it (output rail R4), so each of those numbers
/// becomes a link to the fact. A number no marker covers stays plain.
struct LinkedProse: Hashable {
  /// A paragraph or a list item.
  struct Block: Hashable {
    /// Whether it is an item of a list.
    let isItem: Bool
    /// Its text in order.
    let spans: [Span]
  }

  /// A stretch of text of one kind.
  struct Span: Hashable {
    /// The text as written.
    let text: String
    /// The fact the text is tied to.
    let factID: String?
    /// Whether the text is a marker rather than words.
    let isMarker: Bool
  }

  /// The blocks in reading order.
  let blocks: [Block]

  /// Reads a body.
  ///
  /// - Parameters:
  ///   - markdown: paragraphs divided by empty lines, list items opened by `- `.
  ///   - citations: the fact id behind each marker, markers as they stand in the body (`[f1]`).
  init(markdown: String, citations: [String: String]) {
    var blocks: [Block] = []
    var paragraph: [Substring] = []
    func close() {
      guard !paragraph.isEmpty else { return }
      let text = paragraph.joined(separator: " ")
      blocks.append(Block(isItem: false, spans: Self.spans(text, citations)))
      paragraph = []
    }
    for line in markdown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        close()
      } else if line.hasPrefix("- ") || line.hasPrefix("* ") {
        close()
        blocks.append(Block(isItem: true, spans: Self.spans(String(line.dropFirst(2)), citations)))
      } else {
        paragraph.append(line)
      }
    }
    close()
    self.blocks = blocks
  }

  private static func spans(_ text: String, _ citations: [String: String]) -> [Span] {
    var spans: [Span] = []
    var start = text.startIndex
    for match in text.matches(of: /\[[A-Za-z][A-Za-z0-9_.\-]*\]/) {
      let marker = String(match.output)
      guard let factID = citations[marker] else { continue }
      spans += numbers(text[start..<match.range.lowerBound], factID: factID)
      spans.append(Span(text: marker, factID: factID, isMarker: true))
      start = match.range.upperBound
    }
    if start < text.endIndex {
      spans.append(Span(text: String(text[start...]), factID: nil, isMarker: false))
    }
    return spans
  }

  /// Cuts the text a marker covers into words and numbers; dates count as one number.
  private static func numbers(_ text: Substring, factID: String) -> [Span] {
    let date =
      #/
      (?: \d{1,2}\ )? (?: Jan(?:uary)? | Feb(?:ruary)? | Mar(?:ch)? | Apr(?:il)? | May | June? | July? | Aug(?:ust)?
      | Sep(?:t(?:ember)?)? | Oct(?:ober)? | Nov(?:ember)? | Dec(?:ember)? ) \ \d{4} | \d{4}-\d{2}-\d{2}
    /#
    let amount =
      #/
      [+\-−]? (?: ₹\ ? | Rs\.?\ ? )? [+\-−]? \d[\d,]* (?: \.\d+ )?
      (?: \s? (?: % | lakh | crore | Lakh | Crore | L | Cr | लाख | करोड़ ) (?! \p{L} ) )?
    /#
    var spans: [Span] = []
    var rest = text
    while !rest.isEmpty {
      let found = [rest.firstMatch(of: date)?.range, rest.firstMatch(of: amount)?.range].compactMap(\.self)
      guard let range = found.min(by: { $0.lowerBound < $1.lowerBound }) else { break }
      if range.lowerBound > rest.startIndex {
        spans.append(Span(text: String(rest[..<range.lowerBound]), factID: nil, isMarker: false))
      }
      spans.append(Span(text: String(rest[range]), factID: factID, isMarker: false))
      rest = rest[range.upperBound...]
    }
    if !rest.isEmpty { spans.append(Span(text: String(rest), factID: nil, isMarker: false)) }
    return spans
  }
}
