extension FaultOperator {
  /// R3: claims, markers and citations that do not hold together.
  static let citation: [FaultOperator] = [
    draft(
      "unknown_fact", .citation, places: { $0.draft.citations.count },
      fault: { edit, _, place, random in
        let made = ["windfall", "bonus", "target_total", "projected_best"]
        guard edit.citations.indices.contains(place), let name = random.pick(made) else { return false }
        let old = edit.citations[place]
        let stem = old.factID.split(separator: ".").dropLast().joined(separator: ".")
        edit.citations[place] = .init(marker: old.marker, factID: stem.isEmpty ? name : "\(stem).\(name)")
        return true
      }, benign: renumbered),
    draft(
      "missing_citation", .citation, places: { $0.draft.citations.count > 1 ? $0.draft.citations.count : 0 },
      fault: { edit, _, place, _ in
        guard edit.citations.indices.contains(place) else { return false }
        edit.citations.remove(at: place)
        return true
      }, benign: renumbered),
    draft(
      "duplicate_marker", .citation, places: { $0.draft.citations.count > 1 ? $0.draft.citations.count : 0 },
      fault: { edit, _, place, _ in
        guard edit.citations.indices.contains(place) else { return false }
        let other = edit.citations[(place + 1) % edit.citations.count]
        edit.citations.append(.init(marker: edit.citations[place].marker, factID: other.factID))
        return true
      }, benign: renumbered),
    draft(
      "unused_citation", .citation, places: { site in site.facts.contains { isUncited($0, site) } ? 1 : 0 },
      fault: { edit, site, _, random in
        guard let fact = random.pick(site.facts.filter { isUncited($0, site) }) else { return false }
        edit.citations.append(.init(marker: "[f99]", factID: fact.id))
        return true
      }, benign: renumbered),
    draft(
      "claim_not_in_body", .citation, places: { $0.draft.claims.count },
      fault: { edit, site, place, _ in
        guard edit.claims.indices.contains(place) else { return false }
        let claim = edit.claims[place]
        let words = site.language == "hi" ? "योजना ठीक चल रही है" : "the plan is doing well"
        edit.claims[place] = .init(text: words, markers: claim.markers)
        return true
      }, benign: fewerClaims),
    draft(
      "uncited_claim", .citation, places: { $0.draft.claims.count },
      fault: { edit, _, place, _ in
        guard edit.claims.indices.contains(place) else { return false }
        edit.claims[place] = .init(text: edit.claims[place].text, markers: ["[f98]"])
        return true
      }, benign: fewerClaims),
    draft(
      "required_fact_left_out", .citation, places: { removable($0).count },
      fault: { edit, site, place, _ in
        let removable = removable(site)
        guard removable.indices.contains(place) else { return false }
        leaveOut(removable[place], of: site, in: &edit)
        return !edit.claims.isEmpty && !edit.citations.isEmpty && !edit.body.isEmpty
      }, benign: renumbered),
  ]

  /// Other marker numbers, used alike in body, claims and citations.
  private static let renumbered: @Sendable (inout DraftEdit, FaultSite, Int, inout FaultRandom) -> Bool = {
    edit, site, _, _ in
    func other(_ marker: String) -> String { marker.replacing("[f", with: "[f4") }
    var body = edit.body
    for citation in site.draft.citations {
      body = body.replacing(citation.marker, with: other(citation.marker))
    }
    guard site.draft.citations.allSatisfy({ other($0.marker).count <= 5 }) else { return true }
    edit.setBody(body)
    edit.claims = edit.claims.map { .init(text: $0.text, markers: $0.markers.map(other)) }
    edit.citations = edit.citations.map { .init(marker: other($0.marker), factID: $0.factID) }
    return true
  }

  /// One claim less, while one is left: which statements a draft lists is its own choice.
  private static let fewerClaims: @Sendable (inout DraftEdit, FaultSite, Int, inout FaultRandom) -> Bool = {
    edit, _, place, _ in
    if edit.claims.count > 1, edit.claims.indices.contains(place) { edit.claims.remove(at: place) }
    return true
  }

  private static func isUncited(_ fact: OfferedFact, _ site: FaultSite) -> Bool {
    !site.draft.citations.contains { $0.factID == fact.id }
  }

  // MARK: Required facts

  /// Sentences that alone cite a fact the contract requires, while others are left.
  private static func removable(_ site: FaultSite) -> [Substring] {
    let sentences = site.sentences
    return sentences.filter { sentence in
      let others = sentences.filter { $0.startIndex != sentence.startIndex }
      guard others.contains(where: { $0.contains("[f") }) else { return false }
      return site.draft.citations.contains { citation in
        site.mustCite.contains(citation.factID) && sentence.contains(citation.marker)
          && !others.contains { $0.contains(citation.marker) }
      }
    }
  }

  private static func leaveOut(_ sentence: Substring, of site: FaultSite, in edit: inout DraftEdit) {
    var body = site.draft.bodyMarkdown
    body.removeSubrange(sentence.startIndex..<sentence.endIndex)
    while body.last?.isWhitespace == true { body.removeLast() }
    edit.setBody(body)
    let cited = CitedBody(edit.draft)
    edit.claims = edit.claims.filter { cited.contains(claim: $0.text) }
    edit.citations = edit.citations.filter { body.contains($0.marker) }
  }
}
