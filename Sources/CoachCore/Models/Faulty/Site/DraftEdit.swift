import JSONKit

/// A draft being edited so that nothing but the one thing meant is wrong: what claims quote follows the body.
struct DraftEdit {
  var title: String
  private(set) var body: String
  var claims: [Draft.Claim]
  var citations: [Draft.Citation]

  init(_ draft: Draft) {
    title = draft.title
    body = draft.bodyMarkdown
    claims = draft.claims
    citations = draft.citations
  }

  var draft: Draft {
    Draft(title: title, bodyMarkdown: body, claims: claims, citations: citations)
  }

  /// Replaces a part of the body, and the same words in the claims that quoted it.
  mutating func replace(_ range: Range<String.Index>, with new: String) {
    let old = String(body[range])
    body.replaceSubrange(range, with: new)
    let cited = CitedBody(draft)
    claims = claims.map { claim in
      cited.contains(claim: claim.text)
        ? claim : Draft.Claim(text: claim.text.replacing(old, with: new), markers: claim.markers)
    }
  }

  /// Puts a sentence into a gap of the body.
  mutating func insert(_ sentence: String, at gap: String.Index) {
    let isEnd = gap == body.endIndex && !body.isEmpty
    body.insert(contentsOf: isEnd ? " " + sentence : sentence + " ", at: gap)
  }

  /// Replaces the whole body and leaves the claims alone.
  mutating func setBody(_ text: String) { body = text }

  /// The completion, as the composer lays it out.
  func completion() -> String? { CompletionLayout.compact.text(of: draft) }
}
