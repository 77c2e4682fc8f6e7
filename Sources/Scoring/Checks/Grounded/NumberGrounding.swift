public import JSONKit

/// Proves the numbers of a text against the facts it cites (domain rules §4.4, R4).
///
/// A marker covers every number since the previous one. A number is proved by a covering fact whose value, rounded
/// half up at the precision written, has the same unit, scale and sign. Exempt are the ordinals of a list, `one` as a
/// pronoun, run-local ids, and dates and years that repeat a date cited elsewhere in the text; a marker of a date, or one
/// a date leads straight up to, proves that date or refutes it.
public struct NumberGrounding: Sendable {
  private let figures: [String: FactFigure]
  private let ordered: [FactFigure]

  /// Takes the facts of a run, as `Fact` objects with at least `id`, `value` and `unit`.
  public init(facts: [JSONValue]) {
    ordered = facts.compactMap(FactFigure.init)
    figures = Dictionary(ordered.map { ($0.id, $0) }) { first, _ in first }
  }

  /// The numbers of a body that are not proved, in order.
  ///
  /// - Parameters:
  ///   - text: the prose, with markers such as `[f1]`.
  ///   - citations: the fact id behind each marker, brackets included or not.
  ///   - identifiers: run-local ids that may stand in prose, such as `g2`; ids within fact ids are known anyway.
  public func faults(
    in text: String, citations: [String: String], identifiers: [String] = []
  ) -> [GroundingFault] {
    let citations = Dictionary(
      citations.sorted { $0.key < $1.key }.map { (ProseTokenizer.markerName($0.key), $0.value) }
    ) { first, _ in first }
    let tokens = ProseTokenizer(text, markers: Set(citations.keys)).tokens
    let covers = MarkerCover(tokens)
    let repeatable = RepeatedDates(tokens, dates: citations.compactMapValues { figures[$0]?.date })
    return mentions(tokens, identifiers).compactMap { mention in
      let markers = covers.markers(after: mention.tokens.upperBound)
      if repeatable.excuse(mention, coveredBy: markers) { return nil }
      return fault(of: mention, markers: markers, citations, tokens)
    }
  }

  /// The numbers of a title, each of which is one too many.
  public func faults(inTitle text: String, identifiers: [String] = []) -> [GroundingFault] {
    mentions(ProseTokenizer(text, markers: []).tokens, identifiers).map {
      GroundingFault(reason: .inTitle, text: $0.text, detail: "a title carries no number")
    }
  }

  private func mentions(_ tokens: [ProseToken], _ identifiers: [String]) -> [NumberMention] {
    let known = ordered.flatMap { $0.id.split(separator: ".").map(String.init) }
    return MentionScanner(tokens, identifiers: Set(known + identifiers)).mentions()
  }

  private func fault(
    of mention: NumberMention, markers: [String], _ citations: [String: String], _ tokens: [ProseToken]
  ) -> GroundingFault? {
    guard !markers.isEmpty else {
      return GroundingFault(reason: .uncited, text: mention.text, detail: "no marker covers it")
    }
    let cited = markers.compactMap { marker in citations[marker].flatMap { figures[$0] } }
    let signs = SignReading(mention, in: tokens)
    let outcomes = cited.map { FactMatch.compare(mention, with: $0, signs) }
    if outcomes.contains(.equal) { return nil }
    guard let first = cited.first else {
      return unknownFact(mention, markers, citations)
    }
    let nearest = zip(cited, outcomes).first { $0.1 == .wrongSign }?.0
    if let nearest {
      return GroundingFault(
        reason: .signError, text: mention.text,
        detail: "fact \(nearest.id) is \(nearest.display): the sign is wrong")
    }
    return otherFault(mention, cited: cited, first: first)
  }

  private func otherFault(_ mention: NumberMention, cited: [FactFigure], first: FactFigure) -> GroundingFault
  {
    let stated = "fact \(first.id) is \(first.display)"
    let strangers = ordered.filter { figure in !cited.contains { $0.id == figure.id } }
    if let owner = strangers.first(where: { FactMatch.isStated(by: mention, $0) }) {
      return GroundingFault(
        reason: .wrongFact, text: mention.text,
        detail: "\(stated); that is fact \(owner.id), which is not cited here")
    }
    if let power = cited.lazy.compactMap({ FactMatch.misplacedPower(mention, $0) }).first {
      let factor = "10^\(abs(power))"
      return GroundingFault(
        reason: .scaleError, text: mention.text,
        detail: "\(stated): \(power > 0 ? "too large" : "too small") by \(factor)")
    }
    return GroundingFault(reason: .mismatch, text: mention.text, detail: stated)
  }

  private func unknownFact(
    _ mention: NumberMention, _ markers: [String], _ citations: [String: String]
  ) -> GroundingFault {
    let marker = markers[0]
    let detail = citations[marker].map { "[\(marker)] cites \($0), which is no fact of the run" }
    return GroundingFault(
      reason: .unknownFact, text: mention.text, detail: detail ?? "[\(marker)] is not among the citations")
  }
}
