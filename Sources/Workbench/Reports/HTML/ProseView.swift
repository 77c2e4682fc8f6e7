import JSONKit

/// The prose of an artifact in paragraphs, every cited number linked to its fact.
struct ProseView {
  struct Span { let text, href, spanTitle: String; let isLink, isMarker: Bool }
  struct Block { let isItem: Bool; let spans: [Span] }

  let blocks: [Block]
  /// The ids of the facts it cites.
  let cited: Set<String>

  /// The longest body shown, in bytes; the contract allows 1,200 characters, a broken record anything.
  private static let bodyLimit = 16 * 1024

  /// Lays out an artifact's Markdown.
  init(_ markdown: String, of artifact: JSONValue, facts: FactIndex) {
    let citations = Self.citations(artifact)
    let prose = LinkedProse(markdown: XMLText.capped(markdown, bytes: Self.bodyLimit), citations: citations)
    self.cited = Set(citations.values)
    self.blocks = prose.blocks.map { block in
      Block(isItem: block.isItem, spans: block.spans.map { Self.span($0, facts) })
    }
  }

  private static func citations(_ artifact: JSONValue) -> [String: String] {
    var citations: [String: String] = [:]
    for citation in artifact["citations"]?.array ?? [] {
      guard let marker = citation["marker"]?.string, let id = citation["fact_id"]?.string else { continue }
      citations[marker] = id
    }
    return citations
  }

  private static func span(_ span: LinkedProse.Span, _ facts: FactIndex) -> Span {
    guard let id = span.factID else {
      return Span(text: span.text, href: "", spanTitle: "", isLink: false, isMarker: false)
    }
    guard let anchor = facts.anchor(id) else {
      let title = "\(id) is not among the facts of this case"
      return Span(text: span.text, href: "", spanTitle: title, isLink: false, isMarker: span.isMarker)
    }
    return Span(text: span.text, href: anchor, spanTitle: id, isLink: true, isMarker: span.isMarker)
  }
}
