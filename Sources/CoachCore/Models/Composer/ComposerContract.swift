import JSONKit

/// What the composer reads from a prompt: the contract and the facts it offers.
struct ComposerContract {
  let scopeRef: String?
  let state: String
  let lever: String
  let subject: String
  let tone: String
  let maxWords: Int
  let mustCite: [String]
  let displays: [String: String]

  init(task: String) throws(CoachError) {
    guard let contractLines = MachineBlocks.lines(of: "contract", in: task),
      let factLines = MachineBlocks.lines(of: "facts", in: task)
    else {
      throw CoachError(.modelFailed, "composer found no <facts> or <contract> block in the prompt")
    }
    let contract = try Self.parse(contractLines.joined(separator: "\n"))
    guard contract["language"]?.string == "en" else {
      throw CoachError(.unsupportedLanguage, "composer writes English (en) only")
    }
    guard let state = contract["state"]?.string, let lever = contract["lever"]?.string,
      let kind = contract["subject_kind"]?.string, let tone = contract["tone"]?.string,
      let maxWords = contract["max_words"]?.int, let mustCite = contract["must_cite"]?.array
    else {
      throw CoachError(
        .modelFailed, "composer's contract lacks state, lever, subject_kind, tone, max_words or must_cite")
    }
    self.scopeRef = contract["scope_ref"]?.string
    self.state = state
    self.lever = lever
    self.subject = GoalWording.noun(kind: kind)
    self.tone = tone
    self.maxWords = maxWords
    self.mustCite = mustCite.compactMap(\.string)
    var displays: [String: String] = [:]
    for line in factLines {
      let fact = try Self.parse(String(line))
      if let id = fact["id"]?.string, let display = fact["display"]?.string { displays[id] = display }
    }
    self.displays = displays
  }

  private static func parse(_ text: String) throws(CoachError) -> JSONValue {
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw CoachError(.modelFailed, "composer cannot read a machine block: \(error)", cause: error)
    }
  }

  /// The draft: what the state needs said first, then what helps, then what is assumed, within the words allowed.
  func compose() -> Draft {
    var prose = CitedProse(prefix: "goal.\(scopeRef ?? "").") { displays[$0] }
    for sentence in ComposerSentences.opening(state) { prose.add(sentence) }
    for sentence in ComposerSentences.lever(lever, state: state) { prose.add(sentence) }
    if let close = ComposerSentences.close(tone: tone, state: state) { prose.add(close) }
    for sentence in ComposerSentences.optional(state)
    where words(in: prose.body) + words(in: sentence) <= maxWords {
      prose.add(sentence)
    }
    prose.add(ComposerSentences.risk)
    return Draft(
      title: ComposerSentences.title(state, subject: subject), bodyMarkdown: prose.body, claims: prose.claims,
      citations: prose.citations)
  }

  private func words(in text: String) -> Int { text.split(separator: " ").count }
}
