/// A fact's display where it stands in the body, with its marker right behind it.
struct Figure: Sendable {
  let range: Range<String.Index>
  let marker: Range<String.Index>
  let fact: OfferedFact

  /// The figures of a body in the order they stand.
  static func figures(in draft: Draft, facts: [OfferedFact]) -> [Figure] {
    let known = Dictionary(facts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let body = draft.bodyMarkdown
    return draft.citations.flatMap { citation -> [Figure] in
      guard let fact = known[citation.factID] else { return [] }
      return body.ranges(of: "\(fact.display) \(citation.marker)").map { range in
        let marker = body.index(range.upperBound, offsetBy: -citation.marker.count)
        return Figure(
          range: range.lowerBound..<body.index(before: marker), marker: marker..<range.upperBound, fact: fact)
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
