import JSONKit

@testable import CoachCore

/// A draft every rail passes, and its brief; tests spoil one thing at a time.
struct DraftSample {
  static let disclaimers: [Insight.Disclaimer] = [
    .init(
      id: "std_warning",
      text:
        "Mutual Fund investments are subject to market risks, read all scheme related documents carefully."),
    .init(id: "not_advice", text: "Educational information, not investment advice."),
  ]

  var title = "Education goal is behind"
  var body = "The plan reaches ₹21.98 L [f1] against a target of ₹42.95 L [f2], a shortfall of ₹20.97 L [f3]."
  var claims: [(text: String, markers: [String])] = [
    ("The plan reaches ₹21.98 L", ["[f1]"]), ("a shortfall of ₹20.97 L", ["[f3]"]),
  ]
  var citations = [
    ("[f1]", "goal.g2.projected"), ("[f2]", "goal.g2.target_future"), ("[f3]", "goal.g2.shortfall"),
  ]

  var completion: String {
    let draft: JSONValue = [
      "title": .string(title), "body_md": .string(body),
      "claims": .array(
        claims.map { ["text": .string($0.text), "markers": .array($0.markers.map { .string($0) })] }),
      "citations": .array(citations.map { ["marker": .string($0.0), "fact_id": .string($0.1)] }),
    ]
    return draft.compact()
  }

  func brief() throws -> ArtifactBrief {
    try SampleFacts.brief(
      [
        SampleFacts.fact("goal.g2.projected", "2198000.00", .inr, display: "₹21.98 L"),
        SampleFacts.fact("goal.g2.target_future", "4295000.00", .inr, display: "₹42.95 L"),
        SampleFacts.fact("goal.g2.shortfall", "2097000.00", .inr, display: "₹20.97 L"),
        SampleFacts.fact("goal.g2.inflation", "0.06", .ratio, display: "6.00%"),
      ], mustCite: ["goal.g2.shortfall"], disclaimers: Self.disclaimers)
  }

  func subject() throws -> RailSubject {
    let brief = try brief()
    let subject = RailSubject(completion: completion, brief: brief)
    guard let draft = subject.draft else { return subject }
    return subject.assembled(as: Artifact(id: "ins_01", brief: brief, draft: draft))
  }

  func codes(_ rail: some Rail) throws -> [String] {
    rail.judge(try subject()).map(\.code)
  }
}
