import JSONKit

/// The facts of a case by id, for whatever shows a figure and leads to the row it stands in.
struct FactIndex {
  /// A fact's display, with the anchor of its row; a fact that is not there is told by its id.
  struct Figure { let figureText, figureHref, figureTitle: String; let isKnown: Bool }

  private let facts: [String: JSONValue]
  private let anchors: [String: String]

  /// Indexes the facts of a record whose rows have been laid out.
  init(_ rows: [FactView], of record: JSONValue) {
    anchors = Dictionary(rows.map { ($0.factID, $0.anchor) }, uniquingKeysWith: { first, _ in first })
    let pairs = (record["facts"]?.array ?? []).compactMap { fact in
      fact["id"]?.string.map { ($0, fact) }
    }
    facts = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The anchor of a fact's row.
  func anchor(_ id: String) -> String? { anchors[id] }

  /// What a fact is, in words.
  func name(_ id: String) -> String? { facts[id]?["name"]?.string }

  /// The fact as a person reads it.
  func figure(_ id: String, in language: TextLanguage) -> Figure {
    guard let anchor = anchors[id] else {
      return Figure(
        figureText: id, figureHref: "", figureTitle: "\(id) is not among the facts of this case",
        isKnown: false)
    }
    let display = facts[id]?["display"]
    let text = display?[language.rawValue]?.string ?? display?["en"]?.string ?? display?["short"]?.string
    return Figure(figureText: text ?? "–", figureHref: anchor, figureTitle: id, isKnown: true)
  }
}
