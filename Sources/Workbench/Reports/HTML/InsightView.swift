import JSONKit

/// An insight as the person it is for would read it, every cited number linked to its fact.
struct InsightView {
  struct Assumption { let key, value, href: String; let isLinked: Bool }

  let title, lang, scope, severity, severityTone, writer: String
  let blocks: [ProseView.Block]
  let assumptions: [Assumption]
  let caveats: [String]
  let disclaimers: [LegalLine]
  /// The ids of the facts it cites or assumes.
  let cited: Set<String>

  /// Lays out an insight of a record.
  init(_ insight: JSONValue, record: JSONValue, facts: FactIndex) {
    let body = insight["body_md"]?.string ?? ""
    let prose = ProseView(body, of: insight, facts: facts)
    let severity = insight["severity"]?.string ?? ""
    let language = TextLanguage(declared: insight["language"]?.string, text: body)
    let assumptions = insight["assumptions"]?.array ?? []
    self.title = insight["title"]?.string ?? "Untitled"
    self.lang = language.attribute()
    self.scope = [insight["scope"]?.string, insight["scope_ref"]?.string].compactMap(\.self)
      .joined(separator: " ")
    self.severity = severity
    self.severityTone = severity == "action" ? "bad" : severity == "attention" ? "err" : "mute"
    self.writer = WriterNote.text(of: insight["topic_key"]?.string, in: record)
    self.blocks = prose.blocks
    self.assumptions = assumptions.map { assumption in
      let anchor = assumption["fact_id"]?.string.flatMap(facts.anchor)
      return Assumption(
        key: (assumption["key"]?.string ?? "").replacing("_", with: " "),
        value: assumption["value"]?.string ?? "", href: anchor ?? "", isLinked: anchor != nil)
    }
    self.caveats = (insight["caveats"]?.array ?? []).compactMap { $0.string?.replacing("_", with: " ") }
    self.disclaimers = LegalLine.all(of: insight, within: language)
    self.cited = prose.cited.union(assumptions.compactMap { $0["fact_id"]?.string })
  }
}
