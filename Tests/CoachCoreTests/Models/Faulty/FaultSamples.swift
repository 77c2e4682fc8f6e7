import Finance
import Foundation
import JSONKit
import Testing

@testable import CoachCore

/// Clean drafts made for the operators: two languages, and between them every kind of figure and every limit.
struct FaultSamples {
  /// A brief, and the site of its clean draft.
  struct Sample {
    let name: String
    let brief: ArtifactBrief
    let site: FaultSite

    /// What a completion has that the clean one has not.
    func change(in completion: String) -> String {
      let clean = CompletionLayout.compact.text(of: site.draft) ?? ""
      let head = completion.commonPrefix(with: clean)
      var (old, new) = (clean.dropFirst(head.count), completion.dropFirst(head.count))
      while let last = old.last, last == new.last {
        old.removeLast()
        new.removeLast()
      }
      return "\(name): …\(head.suffix(12))⟨\(new.prefix(160))⟩"
    }
  }

  let samples: [Sample]
  private let pipeline: GuardrailPipeline

  init() throws {
    pipeline = GuardrailPipeline.standard(draftSchema: try ContractSchemas().draft)
    samples = try [
      Self.sample(
        "goal en", "goal_insights", "en",
        [
          "At an assumed {assumed_return} a year the plan reaches {projected} by {target_date}, beside a target of {target_future}.",
          "That leaves a shortfall of {shortfall}.",
          "Raising the monthly SIP of {monthly_sip} by {step} every year would close it on paper.",
          "The target today is {target_today}, due in {horizon}.",
        ]),
      Self.sample(
        "goal hi", "goal_insights", "hi",
        [
          "मान लिए गए {assumed_return} सालाना रिटर्न पर योजना {target_date} तक {projected} तक पहुंचती है, जबकि लक्ष्य {target_future} है।",
          "यानी {shortfall} की कमी रहती है।", "अभी मासिक SIP {monthly_sip} है।",
          "आज के हिसाब से लक्ष्य {target_today} है, और {horizon} बाकी हैं।",
        ]),
      Self.sample(
        "performance en", "performance", "en",
        [
          "The XIRR so far is {xirr} a year.",
          "In absolute terms that is {absolute_return} on {cost} put in.",
          "What is held is worth {value}, a surplus of {surplus}.",
        ]),
      Self.sample(
        "performance hi", "performance", "hi",
        [
          "अब तक का XIRR {xirr} सालाना है।", "कुल मिलाकर {cost} पर {absolute_return} रिटर्न है।",
          "जो रखा है उसकी कीमत {value} है।",
        ]),
    ]
  }

  /// What the rails say of a completion.
  func judge(_ completion: String, _ brief: ArtifactBrief) -> GuardrailJudgement {
    pipeline.judge(completion: completion, brief: brief) { Artifact(id: "sample", brief: brief, draft: $0) }
  }

  /// The rails that object.
  func objecting(_ completion: String, _ brief: ArtifactBrief) -> [GuardrailVerdict.Rail] {
    judge(completion, brief).verdicts.filter { !$0.passed }.map(\.rail)
  }

  // MARK: Making

  private static func sample(
    _ name: String, _ agent: String, _ language: String, _ sentences: [String]
  ) throws -> Sample {
    let facts = try FactSet(facts())
    let phrasing = Phrasing(
      title: language == "hi" ? "शिक्षा का लक्ष्य पीछे है" : "Education goal is behind", factPrefix: "goal.g1.",
      sentences: sentences)
    let draft = phrasing.draft { facts[$0]?.display.text(in: language) }
    let brief = ArtifactBrief(
      agent: agent, scope: .goal, scopeRef: "g1", topicKey: "goal:g1:gap:behind", severity: .attention,
      state: "behind", lever: "sip", subjectKind: "education", facts: facts,
      mustCite: agent == "goal_insights" ? ["goal.g1.shortfall"] : ["goal.g1.xirr"], assumptions: [],
      caveats: [.staleNAV, .estimate], disclaimers: try disclaimers(), asOf: .minimum, language: language,
      limits: AdviceLimits(Set(AdviceLimits.Limit.allCases)))
    let task = [MachineBlocks.facts(brief), MachineBlocks.contract(brief, tone: "plain", maxWords: 120)]
    return Sample(
      name: name, brief: brief,
      site: try FaultSite(
        completion: JSONValueEncoder().encode(draft).compact(), task: task.joined(separator: "\n")))
  }

  private static func disclaimers() throws -> [Insight.Disclaimer] {
    let day = try CivilDate(year: 2026, month: 8, day: 14)
    return try PolicyTables.embedded().disclaimers(on: day).filter { $0.id != "past_performance" }
      .map { .init(id: $0.id, text: $0.text) }
  }

  private static func facts() throws -> [Fact] {
    func money(_ name: String, _ rupees: Int64) -> Fact {
      let value = Money(rupees: rupees)
      return fact(name, .number(JSONNumber(Int(rupees))), .inr, FactDisplay.money(value))
    }
    func ratio(_ name: String, _ value: Double) throws -> Fact {
      fact(name, .number(try #require(JSONNumber(value))), .ratio, FactDisplay.ratio(value))
    }
    let date = try CivilDate(year: 2041, month: 6, day: 1)
    return [
      money("projected", 2_198_123), money("target_future", 4_295_712), money("target_today", 2_500_000),
      money("shortfall", 2_097_589), money("surplus", 312_345), money("monthly_sip", 12_500),
      money("value", 13_187_654), money("cost", 987_654), try ratio("assumed_return", 0.11),
      try ratio("step", 0.0834), try ratio("xirr", 0.1342), try ratio("absolute_return", 0.3165),
      fact("horizon", .number(JSONNumber(185)), .months, FactDisplay.months(185)),
      fact("target_date", .text(date.description), .date, FactDisplay.date(date)),
    ]
  }

  private static func fact(
    _ name: String, _ value: FactValue, _ unit: Fact.Unit, _ display: Fact.Display
  ) -> Fact {
    Fact(
      id: "goal.g1.\(name)", name: name, value: value, unit: unit, asOf: .minimum, tool: "sample",
      toolVersion: "1", params: [:], inputsHash: "", rows: [], quality: name == "value" ? .stale : .estimate,
      display: display)
  }
}
