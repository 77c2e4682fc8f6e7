import JSONKit
import Scoring

/// A case in full: what failed, what was said, what it rests on and how it came about.
struct CaseView {
  struct Line { let pointer, expected, actual, plain: String; let isDifference: Bool }
  struct Check { let check, tone, word, message: String; let lines: [Line]; let moreLines: String }
  struct Ungrounded { let words, reason: String }
  struct Critique { let topic, evidence: String }

  let anchor, name, suite, variant, model, tone, word, place, provenance, command: String
  let errorText: String
  let fault: String
  let checks: [Check]
  let passedChecks: String
  let advice: [RecommendationView]
  let agents: [AgentView]
  let citedFacts: [FactView]
  let otherFacts: [FactView]
  let attempts: [AttemptView]
  let qaVerdict: String
  let ungrounded: [Ungrounded]
  let critiques: [Critique]
  let timeline: [TimelineChart]
  let events: [EventView]
  let eventsLeftOut: String
  let hasRecord: Bool

  /// Lines of a diff shown at most.
  private static let diffLimit = 200

  /// Lays out a case under a page anchor.
  init(_ detail: CaseDetail, anchor: String) {
    let row = detail.row
    let label = StatusLabel(row.status)
    let record = detail.record ?? .null
    let facts = FactView.all(in: record, case: anchor)
    let index = FactIndex(facts, of: record)
    let advice = RecommendationView.all(in: record, facts: index)
    let agents = AgentView.all(in: record, facts: index)
    let cited = (advice.map(\.cited) + agents.flatMap(\.insights).map(\.cited)).reduce(into: Set<String>()) {
      $0.formUnion($1)
    }
    let events = EventView.all(in: record)
    self.anchor = anchor
    (name, suite, variant, model) = (row.caseID, row.suite, row.variant, row.model)
    (tone, word) = (label.tone, label.word)
    self.place = "\(row.file):\(row.line)"
    self.provenance = row.provenance.rawValue
    self.command = RunCommand.next(after: row)
    self.errorText = row.error.map { "\($0.kind): \($0.message)" } ?? ""
    self.fault =
      detail.fault?.description ?? (detail.record == nil ? "The record of this case was not kept." : "")
    self.checks = detail.checks.filter(\.isFailing).map(Self.check)
    self.passedChecks = detail.checks.filter { $0.status == .passed }.map(\.check).joined(separator: ", ")
    self.advice = advice
    self.agents = agents
    self.citedFacts = facts.filter { cited.contains($0.factID) }
    self.otherFacts = facts.filter { !cited.contains($0.factID) }
    self.attempts = AttemptView.all(in: record)
    self.qaVerdict = record["qa"]?["verdict"]?.string ?? ""
    self.ungrounded = (record["qa"]?["ungrounded"]?.array ?? []).map { item in
      Ungrounded(words: item["text"]?.string ?? "", reason: item["reason"]?.string ?? "")
    }
    self.critiques = (record["qa"]?["checks"]?.array ?? []).compactMap { check in
      guard let id = check["id"]?.string, id.hasPrefix("critique:") else { return nil }
      return Critique(
        topic: String(id.dropFirst("critique:".count)), evidence: check["evidence"]?.string ?? "")
    }
    self.timeline = [Self.timeline(record, anchor: anchor)].compactMap(\.self)
    self.events = events.events
    self.eventsLeftOut =
      events.leftOut > 0 ? "\(Figures.count(events.leftOut)) more events are in the record." : ""
    self.hasRecord = detail.record != nil
  }

  private static func check(_ check: CheckDetail) -> Check {
    let label = StatusLabel(check.status)
    let more = check.details.count - diffLimit
    return Check(
      check: check.check, tone: label.tone, word: label.word, message: check.message,
      lines: check.details.prefix(diffLimit).map(Self.line), moreLines: more > 0 ? "\(more) more lines" : "")
  }

  /// A golden's line, `/pointer   expected -> actual`, is shown in its three parts; any other line as it is.
  private static func line(_ text: String) -> Line {
    guard text.hasPrefix("/") || text.hasPrefix("(whole)"), let gap = text.firstRange(of: "   "),
      let arrow = text[gap.upperBound...].firstRange(of: " -> ")
    else { return Line(pointer: "", expected: "", actual: "", plain: text, isDifference: false) }
    return Line(
      pointer: String(text[..<gap.lowerBound]), expected: String(text[gap.upperBound..<arrow.lowerBound]),
      actual: String(text[arrow.upperBound...]), plain: "", isDifference: true)
  }

  private static func timeline(_ record: JSONValue, anchor: String) -> TimelineChart? {
    let timings = record["timings"]?["nodes"]?.array ?? []
    let planned = record["plan"]?["nodes"]?.array ?? []
    let nodes = planned.compactMap { node -> TimelineChart.Node? in
      guard let id = node["id"]?.string else { return nil }
      let timing = timings.first { $0["id"]?.string == id }
      return TimelineChart.Node(
        id: id, after: (node["after"]?.array ?? []).compactMap(\.string), start: timing?["start_ms"]?.double,
        milliseconds: timing?["ms"]?.double)
    }
    return TimelineChart(id: "\(anchor)-timeline", nodes: nodes)
  }
}
