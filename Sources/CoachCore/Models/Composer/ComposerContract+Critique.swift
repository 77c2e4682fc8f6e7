import JSONKit

extension ComposerContract {
  /// What the composer sees in a draft: whether its first sentence with a figure tells one of the facts that code
  /// requires, or hides what matters behind something lesser.
  ///
  /// The rails hold that each required fact is told. They do not hold where. A date that says since when is no figure
  /// to hide behind.
  ///
  /// - Throws: `CoachError` with code `model_failed` when the prompt has no readable draft.
  func critique(task: String) throws(CoachError) -> Critique {
    guard let lines = MachineBlocks.lines(of: "draft", in: task) else {
      throw CoachError(.modelFailed, "composer found no <draft> block in the prompt")
    }
    let draft = try Self.parse(lines.joined(separator: "\n"))
    let citations = (draft["citations"]?.array ?? []).compactMap { citation -> (String, String)? in
      guard let marker = citation["marker"]?.string, let id = citation["fact_id"]?.string else { return nil }
      return (marker, id)
    }
    let ids = Dictionary(citations, uniquingKeysWith: { first, _ in first })
    let told =
      Self.sentences(of: draft["body_md"]?.string ?? "").lazy
      .map { $0.compactMap { ids[$0] }.filter { !dates.contains($0) } }.first { !$0.isEmpty } ?? []
    guard let first = told.first, let awaited = mustCite.first, !told.contains(where: mustCite.contains)
    else {
      return Critique(verdict: .accept, reasons: [])
    }
    let reason =
      "The first figure is the \(names[first] ?? first); what has to be told, such as the "
      + "\(names[awaited] ?? awaited), comes later and belongs in front."
    return Critique(verdict: .repair, reasons: [String(reason.prefix(Critique.longestReason))])
  }

  /// The markers of each sentence that has any.
  private static func sentences(of body: String) -> [[String]] {
    let text = ProseText(body)
    let places = SentencePlaces(text)
    let markers = text.tokens.filter { $0.kind == .marker }
    let bySentence = Dictionary(grouping: markers) { places.sentence(at: $0.range.lowerBound) }
    return bySentence.sorted { $0.key < $1.key }.map { $0.value.map(\.text) }
  }
}
