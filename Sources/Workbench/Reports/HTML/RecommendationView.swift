import JSONKit

/// A recommendation as the person it is for would get it: what, why, to which effect, at which cost, and why it suits.
struct RecommendationView {
  struct Parameter { let name, value: String; let figure: [FactIndex.Figure] }
  struct Cost { let costName: String; let figure: [FactIndex.Figure] }
  struct Step {
    let stepTitle, undoing, undoingTone, effectName, effectLang: String
    let parameters: [Parameter]
    let before, after: [FactIndex.Figure]
    let costs: [Cost]
  }

  let words: AdviceWords
  let adviceTitle, adviceLang, urgency, priorityTone, status, writer, lapsesOn, lapsesAt: String
  let blocks: [ProseView.Block]
  let steps: [Step]
  let profileText, horizonText: String
  let passed, blocked: [String]
  let disclaimers: [LegalLine]
  /// The ids of the facts it rests on.
  let cited: Set<String>

  /// The recommendations of a record, the most urgent first.
  static func all(in record: JSONValue, facts: FactIndex) -> [RecommendationView] {
    let items = record["artifacts"]?["recommendations"]?.array ?? []
    return items.enumerated()
      .sorted {
        ($0.element["priority"]?.int ?? .max, $0.offset) < ($1.element["priority"]?.int ?? .max, $1.offset)
      }
      .map { RecommendationView($0.element, record: record, facts: facts) }
  }

  private init(_ item: JSONValue, record: JSONValue, facts: FactIndex) {
    let body = item["rationale_md"]?.string ?? ""
    let language = TextLanguage(declared: Self.language(of: record), text: body)
    let words = AdviceWords.of(language)
    let prose = ProseView(body, of: item, facts: facts)
    let actions = item["actions"]?.array ?? []
    let priority = item["priority"]?.int
    let suitability = item["suitability"]
    let months = suitability?["horizon_months"]?.int ?? 0
    self.words = words
    self.adviceTitle = words.title(of: item["kind"]?.string ?? "")
    self.adviceLang = language.attribute()
    self.urgency = priority.map { "\(words.priority) \($0)" } ?? ""
    self.priorityTone = priority == 1 ? "bad" : priority == 2 ? "err" : "mute"
    self.status = item["status"]?.string.map(words.title(ofStatus:)) ?? ""
    self.writer = WriterNote.text(of: item["topic_key"]?.string, in: record)
    self.lapsesAt = item["expires_at"]?.string ?? ""
    self.lapsesOn = words.day(lapsesAt)
    self.blocks = prose.blocks
    self.steps = actions.map { Self.step($0, of: item["kind"]?.string, words, language, facts) }
    self.profileText = suitability?["profile"]?.string.map(words.title(ofProfile:)) ?? ""
    self.horizonText = months > 0 ? words.span(months: months) : ""
    self.passed = Self.rules(suitability?["rules_passed"], words)
    self.blocked = Self.rules(suitability?["rules_blocked"], words)
    self.disclaimers = LegalLine.all(of: item, within: language)
    self.cited = actions.reduce(into: prose.cited) { $0.formUnion(Self.facts(of: $1)) }
  }

  /// A recommendation is written in the language of the run it belongs to.
  private static func language(of record: JSONValue) -> String? {
    record["request"]?["options"]?["language"]?.string
      ?? record["artifacts"]?["insights"]?[0]?["language"]?.string
  }

  private static func rules(_ names: JSONValue?, _ words: AdviceWords) -> [String] {
    (names?.array ?? []).compactMap { $0.string.map(words.title(ofRule:)) }
  }

  /// - Parameter kind: what the card is called; a step of the same kind needs no name of its own.
  private static func step(
    _ action: JSONValue, of kind: String?, _ words: AdviceWords, _ language: TextLanguage, _ facts: FactIndex
  ) -> Step {
    let isReversible = action["reversible"]?.bool ?? false
    let before = action["effect"]?["before_fact"]?.string
    let after = action["effect"]?["after_fact"]?.string
    let effect = before.flatMap(words.title(ofEffect:))
    func figure(_ id: String?) -> [FactIndex.Figure] { id.map { [facts.figure($0, in: language)] } ?? [] }
    return Step(
      stepTitle: action["type"]?.string.flatMap { $0 == kind ? nil : words.title(of: $0) } ?? "",
      undoing: isReversible ? words.canBeUndone : words.cannotBeUndone,
      undoingTone: isReversible ? "ok" : "err", effectName: effect ?? before.flatMap(facts.name) ?? "",
      effectLang: effect == nil ? "en" : "",
      parameters: (action["params"]?.object ?? JSONObject()).map { name, value in
        let id = value.string.flatMap { facts.anchor($0) == nil ? nil : $0 }
        return Parameter(
          name: words.title(ofParameter: name), value: id == nil ? words.text(ofValue: value) : "",
          figure: figure(id))
      },
      before: figure(before), after: after == before ? [] : figure(after),
      costs: [(words.tax, "tax_fact"), (words.exitLoad, "exit_load_fact")].compactMap { name, key in
        action["cost"]?[key]?.string.map { Cost(costName: name, figure: figure($0)) }
      })
  }

  private static func facts(of action: JSONValue) -> [String] {
    let places = [
      ("effect", "before_fact"), ("effect", "after_fact"), ("cost", "tax_fact"), ("cost", "exit_load_fact"),
    ]
    return places.compactMap { action[$0]?[$1]?.string }
      + (action["params"]?.object ?? JSONObject()).compactMap { $0.value.string }
  }
}
