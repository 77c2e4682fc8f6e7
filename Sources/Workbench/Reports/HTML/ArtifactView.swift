import JSONKit

/// An insight or a recommendation as the person it is for would read it, every cited number linked to its fact.
struct ArtifactView {
  struct Span { let text, href, spanTitle: String; let isLink, isMarker: Bool }
  struct Block { let isItem: Bool; let spans: [Span] }
  struct Assumption { let key, value, href: String; let isLinked: Bool }

  let title, kind, scope, severity, severityTone, writer: String
  let blocks: [Block]
  let assumptions: [Assumption]
  let caveats: [String]
  let disclaimers: [String]
  /// The ids of the facts it cites or assumes.
  let cited: Set<String>

  /// The longest body shown, in bytes; the contract allows 1,200 characters, a broken record anything.
  private static let bodyLimit = 16 * 1024

  /// The artifacts of a record, insights before recommendations.
  ///
  /// - Parameters:
  ///   - anchors: the page anchor of each fact by its id.
  static func all(in record: JSONValue, anchors: [String: String]) -> [ArtifactView] {
    let artifacts = record["artifacts"]
    let all = (artifacts?["insights"]?.array ?? []) + (artifacts?["recommendations"]?.array ?? [])
    return all.map { ArtifactView($0, record: record, anchors: anchors) }
  }

  private init(_ artifact: JSONValue, record: JSONValue, anchors: [String: String]) {
    let citations = Self.citations(artifact)
    let body = artifact["body_md"]?.string ?? artifact["rationale_md"]?.string ?? ""
    let severity = artifact["severity"]?.string ?? ""
    self.title = artifact["title"]?.string ?? artifact["kind"]?.string ?? "Untitled"
    self.kind = artifact["schema"]?.string?.split(separator: "/").first.map(String.init) ?? "artifact"
    self.scope = [artifact["scope"]?.string, artifact["scope_ref"]?.string].compactMap(\.self)
      .joined(separator: " ")
    self.severity = severity
    self.severityTone = severity == "action" ? "bad" : severity == "attention" ? "err" : "mute"
    self.writer = Self.writer(of: artifact["topic_key"]?.string, in: record)
    let prose = LinkedProse(markdown: XMLText.capped(body, bytes: Self.bodyLimit), citations: citations)
    self.blocks = prose.blocks.map { block in
      Block(isItem: block.isItem, spans: block.spans.map { Self.span($0, anchors) })
    }
    self.assumptions = (artifact["assumptions"]?.array ?? []).map { assumption in
      let anchor = assumption["fact_id"]?.string.flatMap { anchors[$0] }
      return Assumption(
        key: (assumption["key"]?.string ?? "").replacing("_", with: " "),
        value: assumption["value"]?.string ?? "", href: anchor ?? "", isLinked: anchor != nil)
    }
    self.caveats = (artifact["caveats"]?.array ?? []).compactMap { $0.string?.replacing("_", with: " ") }
    self.disclaimers = (artifact["disclaimers"]?.array ?? []).compactMap { $0["text"]?.string }
    let assumed = (artifact["assumptions"]?.array ?? []).compactMap { $0["fact_id"]?.string }
    self.cited = Set(citations.values).union(assumed)
  }

  private static func citations(_ artifact: JSONValue) -> [String: String] {
    var citations: [String: String] = [:]
    for citation in artifact["citations"]?.array ?? [] {
      guard let marker = citation["marker"]?.string, let id = citation["fact_id"]?.string else { continue }
      citations[marker] = id
    }
    return citations
  }

  private static func span(_ span: LinkedProse.Span, _ anchors: [String: String]) -> Span {
    guard let id = span.factID else {
      return Span(text: span.text, href: "", spanTitle: "", isLink: false, isMarker: false)
    }
    guard let anchor = anchors[id] else {
      let title = "\(id) is not among the facts of this case"
      return Span(text: span.text, href: "", spanTitle: title, isLink: false, isMarker: span.isMarker)
    }
    return Span(text: span.text, href: anchor, spanTitle: id, isLink: true, isMarker: span.isMarker)
  }

  private static func writer(of topic: String?, in record: JSONValue) -> String {
    let writers = record["writers"]?.array ?? []
    guard let topic, let writer = writers.first(where: { $0["topic_key"]?.string == topic }) else {
      return ""
    }
    let attempts = writer["attempts"]?.int ?? 1
    return switch writer["writer"]?.string {
    case "template":
      "written by the template after \(attempts) rejected \(attempts == 1 ? "draft" : "drafts")"
    case "model" where attempts == 1: "written by the model at the first attempt"
    case "model": "written by the model at attempt \(attempts)"
    case let other?: "written by \(other)"
    case nil: ""
    }
  }
}
