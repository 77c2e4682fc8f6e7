import JSONKit

@testable import CoachCore

/// Every text the coach can write of a portfolio: all agents, composer and template, in every tone.
struct FixtureProse {
  /// One text with the brief it was written to.
  struct Text {
    let brief: ArtifactBrief
    /// `template`, or the tone the composer was asked for.
    let wording: String
    let draft: Draft
  }

  static let tones = ["plain", "encouraging", "concise"]

  let fixture: EngineFixture

  /// The texts of all agents on the same facts, agent by agent.
  func texts(of given: GivenFacts, language: String) async throws -> [Text] {
    let given = GivenFacts(
      asOf: given.asOf, user: .init(riskProfile: given.user.riskProfile, language: language),
      goals: given.goals, facts: given.facts)
    let configuration = fixture.configuration
    let policy = try AgentPolicy(configuration.policy, on: given.asOf)
    var texts: [Text] = []
    for name in AgentName.writers {
      for brief in try configuration.roster.agent(name, under: policy).briefs(given) {
        texts += try await self.texts(of: brief)
      }
    }
    return texts
  }

  private func texts(of brief: ArtifactBrief) async throws -> [Text] {
    let template = try Phrasebooks.book(agent: brief.agent, language: brief.language)
      .template(ProseSubject(brief)).draft { brief.facts[$0]?.display.text(in: brief.language) }
    var texts = [Text(brief: brief, wording: "template", draft: template)]
    for tone in Self.tones {
      let task = MachineBlocks.facts(brief) + "\n" + MachineBlocks.contract(brief, tone: tone, maxWords: 120)
      let answer = try await Composer().generate(
        ModelRequest(messages: [.init(role: .user, text: task)], seed: 1))
      let draft = try JSONValueDecoder().decode(Draft.self, from: try JSONValue(parsing: answer.text))
      texts.append(Text(brief: brief, wording: tone, draft: draft))
    }
    return texts
  }
}
