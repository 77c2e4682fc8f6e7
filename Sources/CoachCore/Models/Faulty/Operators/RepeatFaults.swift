extension FaultOperator {
  /// R12: the same thing twice.
  static let repeats: [FaultOperator] = [
    draft(
      "sentence_repeated", .repeats, places: { repeatable($0).count },
      fault: { edit, site, place, _ in
        let sentences = repeatable(site)
        guard sentences.indices.contains(place) else { return false }
        edit.insert(sentences[place], at: edit.body.endIndex)
        return true
      },
      benign: { edit, site, _, _ in
        edit.insert(
          site.language == "hi" ? "इसे समय-समय पर देखना काफी है।" : "Looking at it now and then is enough.",
          at: edit.body.endIndex)
        return true
      }),
    draft(
      "claim_repeated", .repeats,
      places: { (1..<20).contains($0.draft.claims.count) ? $0.draft.claims.count : 0 },
      fault: { edit, _, place, _ in
        guard edit.claims.indices.contains(place) else { return false }
        edit.claims.append(edit.claims[place])
        return true
      },
      benign: { edit, _, _, _ in
        edit.claims.reverse()
        return true
      }),
  ]

  private static func repeatable(_ site: FaultSite) -> [String] {
    site.sentences.map { sentence in
      var text = String(sentence)
      while text.last?.isWhitespace == true { text.removeLast() }
      return text
    }.filter { $0.unicodeScalars.count < site.room && $0.split(separator: " ").count > 3 }
  }
}
