import Finance
import JSONKit

/// The parts of a prompt the engine owns: the facts a model may cite and the contract its answer must keep.
///
/// They are JSON between fixed tags, so that the same text serves a large model, which reads it, and the embedded
/// composer, which parses it.
enum MachineBlocks {
  /// The names the templates of an agent include them by.
  static func partials(for agent: String) -> Set<String> {
    agent == AgentName.qaCitation ? ["facts", "contract", "draft"] : ["facts", "contract"]
  }

  /// The variable a partial's text is supplied under.
  static func variable(_ partial: String) -> String { "block_\(partial)" }

  /// One fact a line, sorted by id: keys `id`, `name`, `display`, `unit`, `as_of` (domain rules §3).
  static func facts(_ brief: ArtifactBrief) -> String {
    let lines = brief.facts.facts.map { fact in
      JSONValue.object([
        "id": .string(fact.id), "name": .string(fact.name),
        "display": .string(fact.display.text(in: brief.language)),
        "unit": .string(fact.unit.rawValue), "as_of": .string(fact.asOf.description),
      ]).compact()
    }
    return (["<facts>"] + lines + ["</facts>"]).joined(separator: "\n")
  }

  /// What a prompt asks for.
  enum Answer: String {
    case draft = "draft/1"
    case critique = "critique/1"

    /// What it looks like, in words.
    var shape: JSONValue {
      switch self {
      case .draft:
        [
          "title": "text of at most 80 characters, without any number",
          "body_md": "markdown of at most 1200 characters, a marker like [f1] right after each figure",
          "claims": [["text": "words taken from body_md", "markers": ["[f1]"]]],
          "citations": [["marker": "[f1]", "fact_id": "the id of the fact the marker stands for"]],
        ]
      case .critique:
        [
          "verdict": "accept or repair",
          "reasons": ["a remark of at most 200 characters; at most five, and at least one for repair"],
        ]
      }
    }
  }

  /// What was decided about the artifact and what the answer looks like, as one JSON object.
  static func contract(
    _ brief: ArtifactBrief, tone: String, maxWords: Int, answer: Answer = .draft
  ) -> String {
    let contract: JSONValue = [
      "answer": .string(answer.rawValue),
      "agent": .string(brief.agent),
      "scope": .string(brief.scope.rawValue),
      "scope_ref": brief.scopeRef.map { .string($0) } ?? .null,
      "topic_key": .string(brief.topicKey),
      "severity": .string(brief.severity.rawValue),
      "state": .string(brief.state),
      "lever": .string(brief.lever),
      "subject_kind": .string(brief.subjectKind),
      "language": .string(brief.language),
      "tone": .string(tone),
      "max_words": .number(JSONNumber(maxWords)),
      "must_cite": .array(brief.mustCite.map { .string($0) }),
      "shape": answer.shape,
    ]
    return ["<contract>", contract.compact(), "</contract>"].joined(separator: "\n")
  }

  /// The draft a critique is about, as one JSON object.
  static func draft(_ draft: Draft) -> String {
    let json: JSONValue = [
      "title": .string(draft.title), "body_md": .string(draft.bodyMarkdown),
      "citations": .array(
        draft.citations.map { ["marker": .string($0.marker), "fact_id": .string($0.factID)] }),
    ]
    return ["<draft>", json.compact(), "</draft>"].joined(separator: "\n")
  }

  /// The lines between `<name>` and `</name>`, nil when the block is not there.
  static func lines(of name: String, in text: String) -> [String]? {
    // By bytes: taking a prompt apart into characters costs more than composing the answer.
    let lines = Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let open = lines.firstIndex(where: { $0.elementsEqual("<\(name)>".utf8) }),
      let close = lines[open...].firstIndex(where: { $0.elementsEqual("</\(name)>".utf8) })
    else { return nil }
    return lines[(open + 1)..<close].map { String(decoding: $0, as: UTF8.self) }
  }
}
