import Finance
import JSONKit
import Testing

@testable import CoachCore

/// Topic, severity and lever are decided by code, from facts alone.
@Suite("Goal insights")
struct GoalInsightsAgentTests {
  private let agent: GoalInsightsAgent

  init() throws {
    let date = try #require(CivilDate(iso: "2026-08-14"))
    agent = GoalInsightsAgent(policy: try AgentPolicy(try PolicyTables.embedded(), on: date))
  }

  private func given(
    band: String, stepUpStatus: String = "ok", stepUp: Double? = 0.1, stale: Bool = false
  ) throws -> GivenFacts {
    let base = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/goal-behind.json"))
    let facts = base.facts.facts.compactMap { fact -> Fact? in
      switch fact.id {
      case "goal.g2.band": return fact.with(.text(band))
      case "goal.g2.required_step_up.status": return fact.with(.text(stepUpStatus))
      case "goal.g2.required_step_up": return stepUp.flatMap { JSONNumber($0) }.map { fact.with(.number($0)) }
      case "goal.g2.current_value": return stale ? fact.with(fact.value, quality: .stale) : fact
      default: return fact
      }
    }
    return GivenFacts(asOf: base.asOf, user: base.user, goals: base.goals, facts: try FactSet(facts))
  }

  private func brief(_ given: GivenFacts) throws -> ArtifactBrief {
    try #require(try agent.briefs(given).first)
  }

  @Test(
    "severity follows the band",
    arguments: zip(
      ["on_track", "close", "behind", "at_risk", "matured"],
      [Insight.Severity.info, .info, .attention, .action, .attention]))
  func severity(band: String, severity: Insight.Severity) throws {
    let brief = try brief(try given(band: band))
    #expect(brief.severity == severity)
    #expect(brief.topicKey == "goal:g2:gap:\(band)")
  }

  @Test("the lever is a step-up up to 15 %, else the SIP, else the horizon")
  func lever() throws {
    #expect(try brief(try given(band: "behind", stepUp: 0.15)).lever == "step_up")
    #expect(try brief(try given(band: "behind", stepUp: 0.1500001)).lever == "sip")
    #expect(try brief(try given(band: "at_risk", stepUpStatus: "unreachable", stepUp: nil)).lever == "sip")
    #expect(try brief(try given(band: "matured")).lever == "horizon")
    #expect(try brief(try given(band: "on_track")).lever == "none")
  }

  @Test("the signed gap is never offered, and what must be cited always is")
  func offered() throws {
    for band in ["on_track", "close", "behind", "at_risk", "matured"] {
      let brief = try brief(try given(band: band))
      #expect(brief.facts["goal.g2.gap"] == nil)
      #expect(brief.mustCite.allSatisfy { brief.facts[$0] != nil }, "\(band)")
    }
  }

  @Test("a stale NAV is a caveat")
  func stale() throws {
    #expect(try brief(try given(band: "close", stale: true)).caveats == [.staleNAV, .estimate])
    #expect(try brief(try given(band: "close")).caveats == [.estimate])
  }

  @Test("composer and template write within every tone and band, and cite what they must")
  func writes() async throws {
    for band in ["on_track", "close", "behind", "at_risk", "matured"] {
      for stepUp in [0.1, 0.3] {
        let brief = try brief(try given(band: band, stepUp: stepUp))
        let template = try Phrasebooks.book(agent: brief.agent, language: "en").template(ProseSubject(brief))
          .draft { brief.facts[$0]?.display.en }
        #expect(Set(brief.mustCite).isSubset(of: template.citations.map(\.factID)), "template \(band)")
        for tone in ["plain", "encouraging", "concise"] {
          let task =
            MachineBlocks.facts(brief) + "\n" + MachineBlocks.contract(brief, tone: tone, maxWords: 60)
          let request = ModelRequest(messages: [.init(role: .user, text: task)], seed: 1)
          let text = try await Composer().generate(request).text
          let draft = try JSONValueDecoder().decode(Draft.self, from: try JSONValue(parsing: text))
          #expect(Set(brief.mustCite).isSubset(of: draft.citations.map(\.factID)), "composer \(band)")
          #expect(draft.title.count <= 80 && draft.bodyMarkdown.count <= 1200)
        }
      }
    }
  }
}

extension Fact {
  fileprivate func with(_ value: FactValue, quality: Quality? = nil) -> Fact {
    Fact(
      id: id, name: name, value: value, unit: unit, asOf: asOf, tool: tool, toolVersion: toolVersion,
      params: params,
      inputsHash: inputsHash, rows: rows, quality: quality ?? self.quality, display: display)
  }
}
