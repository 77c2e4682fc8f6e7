/// R3: every claim is cited, and every citation is of a fact that was offered and is used in the body.
public struct CitationRail: Rail {
  /// R3.
  public var id: GuardrailVerdict.Rail { .citation }

  /// Makes the rail.
  public init() {}

  /// Findings with the codes `uncited_claim`, `claim_not_in_body`, `unknown_marker`, `unknown_fact`,
  /// `duplicate_marker`, `unused_citation` and `missing_fact`.
  public func judge(_ subject: RailSubject) -> [GuardrailVerdict.Finding] {
    guard let draft = subject.draft, let text = subject.body else { return .nothingToJudge("draft") }
    let body = CitedBody(draft, text.folded, tokens: text.tokens)
    return claims(draft, body) + markersInBody(draft, body) + citations(draft, body, subject.brief)
      + missing(draft, body, subject.brief)
  }

  private func claims(_ draft: Draft, _ body: CitedBody) -> [GuardrailVerdict.Finding] {
    var findings: [GuardrailVerdict.Finding] = []
    for (index, claim) in draft.claims.enumerated() {
      if !body.contains(claim: claim.text) {
        findings.append(
          .init(
            code: "claim_not_in_body", field: "/claims/\(index)/text", whole: claim.text,
            detail: "a claim quotes the body word for word; this one does not stand in it"))
      }
      if !claim.markers.contains(where: body.citedMarkers.contains) {
        findings.append(
          .init(
            code: "uncited_claim", field: "/claims/\(index)/markers",
            whole: claim.markers.joined(separator: " "),
            detail:
              "none of the claim's markers has a citation; add one for \(claim.markers.joined(separator: ", "))"
          ))
      }
    }
    return findings
  }

  private func markersInBody(_ draft: Draft, _ body: CitedBody) -> [GuardrailVerdict.Finding] {
    body.markers.filter { !body.citedMarkers.contains($0.text) }.map { marker in
      .init(
        code: "unknown_marker", field: "/body_md", start: marker.start, end: marker.end, text: marker.text,
        detail: "\(marker.text) has no entry in citations; add one or leave the marker out")
    }
  }

  private func citations(
    _ draft: Draft, _ body: CitedBody, _ brief: ArtifactBrief
  ) -> [GuardrailVerdict.Finding] {
    var findings: [GuardrailVerdict.Finding] = []
    var seen: Set<String> = []
    for (index, citation) in draft.citations.enumerated() {
      if !seen.insert(citation.marker).inserted {
        findings.append(
          .init(
            code: "duplicate_marker", field: "/citations/\(index)/marker", whole: citation.marker,
            detail: "\(citation.marker) is cited twice; each marker stands for one fact"))
      }
      if brief.facts[citation.factID] == nil {
        findings.append(
          .init(
            code: "unknown_fact", field: "/citations/\(index)/fact_id", whole: citation.factID,
            detail: "no fact of this id was offered; cite one of the facts listed"))
      }
      if !body.usedMarkers.contains(citation.marker) {
        findings.append(
          .init(
            code: "unused_citation", field: "/citations/\(index)/marker", whole: citation.marker,
            detail: "\(citation.marker) does not stand in the body; use it or leave the citation out"))
      }
    }
    return findings
  }

  private func missing(
    _ draft: Draft, _ body: CitedBody, _ brief: ArtifactBrief
  ) -> [GuardrailVerdict.Finding] {
    let cited = Set(draft.citations.filter { body.usedMarkers.contains($0.marker) }.map(\.factID))
    return brief.mustCite.filter { !cited.contains($0) }.map { id in
      let reading = brief.facts[id].map { "\(id) (\($0.display.en))" } ?? id
      return .init(
        code: "missing_fact", field: "/body_md", whole: "",
        detail: "the body has to state and cite \(reading)")
    }
  }
}
