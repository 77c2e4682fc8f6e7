import JSONKit

/// What the composer reads from a prompt: the contract and the facts it offers.
struct ComposerContract {
  let subject: ProseSubject
  let maxWords: Int
  let displays: [String: String]
  /// What the offered facts are called.
  let names: [String: String]
  /// The offered facts that are dates.
  let dates: Set<String>
  /// The ids of the facts the prose must cite, in the order they stand.
  let mustCite: [String]
  /// Whether a draft is to be read rather than written.
  let asksForCritique: Bool

  init(task: String) throws(CoachError) {
    guard let contractLines = MachineBlocks.lines(of: "contract", in: task),
      let factLines = MachineBlocks.lines(of: "facts", in: task)
    else {
      throw CoachError(.modelFailed, "composer found no <facts> or <contract> block in the prompt")
    }
    let contract = try Self.parse(contractLines.joined(separator: "\n"))
    guard let agent = contract["agent"]?.string, let state = contract["state"]?.string,
      let lever = contract["lever"]?.string, let kind = contract["subject_kind"]?.string,
      let language = contract["language"]?.string, let tone = contract["tone"]?.string,
      let maxWords = contract["max_words"]?.int
    else {
      throw CoachError(
        .modelFailed,
        "composer's contract lacks agent, state, lever, subject_kind, language, tone or max_words")
    }
    self.subject = ProseSubject(
      agent: agent, state: state, lever: lever, kind: kind, ref: contract["scope_ref"]?.string,
      language: language, tone: tone)
    self.maxWords = maxWords
    mustCite = contract["must_cite"]?.array?.compactMap(\.string) ?? []
    asksForCritique = contract["answer"]?.string == MachineBlocks.Answer.critique.rawValue
    var names: [String: String] = [:]
    var displays: [String: String] = [:]
    var dates: Set<String> = []
    for line in factLines {
      let fact = try Self.parse(line)
      guard let id = fact["id"]?.string, let display = fact["display"]?.string else { continue }
      displays[id] = display
      names[id] = fact["name"]?.string
      if fact["unit"]?.string == Fact.Unit.date.rawValue { dates.insert(id) }
    }
    self.dates = dates
    self.displays = displays
    self.names = names
  }

  static func parse(_ text: String) throws(CoachError) -> JSONValue {
    do {
      return try JSONValue(parsing: text)
    } catch {
      throw CoachError(.modelFailed, "composer cannot read a machine block: \(error)", cause: error)
    }
  }

  /// The draft: what the phrasebook of the agent and the language says, within the words allowed.
  func compose() throws(CoachError) -> Draft {
    try Phrasebooks.book(agent: subject.agent, language: subject.language).composed(subject)
      .draft(maxWords: maxWords) { displays[$0] }
  }
}
