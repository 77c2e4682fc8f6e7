import Finance
import JSONKit
import Testing

@testable import CoachCore

/// Composer and template write every recommendation in both languages, and every rail passes it.
@Suite("Recommendation wording")
struct RecommendationWordingTests {
  private let agent: RecommendationAgent
  private let pipeline: GuardrailPipeline

  init() throws {
    agent = RecommendationAgent(
      policy: try AgentPolicy(try PolicyTables.embedded(), on: AdviceScenario.asOf))
    pipeline = GuardrailPipeline.standard(draftSchema: try ContractSchemas().draft)
  }

  @Test("every kind and every lever, in every tone", arguments: ["en", "hi"])
  func everyKind(language: String) async throws {
    var random = SplitMix(seed: 11)
    var seen: Set<String> = []
    for _ in 0..<700 {
      var scenario = AdviceScenario.generated(&random)
      scenario.language = language
      for brief in try agent.briefs(try scenario.given()) {
        guard seen.insert("\(brief.state) \(brief.lever) \(brief.subjectKind)").inserted else { continue }
        try await RecommendationProse(brief: brief, pipeline: pipeline).expectAccepted()
      }
    }
    #expect(Set(seen.map { $0.split(separator: " ")[0] }).count == Recommendation.Kind.allCases.count)
  }

  @Test("the given facts of the fixture are told in both languages", arguments: ["en", "hi"])
  func fixture(language: String) async throws {
    let file = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/recommendation.json"))
    let given = GivenFacts(
      asOf: file.asOf, user: .init(riskProfile: file.user.riskProfile, language: language), goals: file.goals,
      facts: file.facts)
    let briefs = try agent.briefs(given)
    #expect(briefs.map(\.state) == ["build_emergency_fund", "start_step_up", "redirect_new_sip"])
    for brief in briefs {
      try await RecommendationProse(brief: brief, pipeline: pipeline).expectAccepted()
    }
  }
}

/// What is written about one brief, held against the rails.
struct RecommendationProse {
  let brief: ArtifactBrief
  let pipeline: GuardrailPipeline

  func expectAccepted() async throws {
    let template = try Phrasebooks.book(agent: brief.agent, language: brief.language)
      .template(ProseSubject(brief)).draft { brief.facts[$0]?.display.text(in: brief.language) }
    expect(try JSONValueEncoder().encode(template).compact(), "template")
    for tone in ["plain", "encouraging", "concise"] {
      let task = MachineBlocks.facts(brief) + "\n" + MachineBlocks.contract(brief, tone: tone, maxWords: 120)
      let request = ModelRequest(messages: [.init(role: .user, text: task)], seed: 1)
      expect(try await Composer().generate(request).text, tone)
    }
  }

  private func expect(_ completion: String, _ what: String) {
    let judgement = pipeline.judge(completion: completion, brief: brief) {
      Artifact(id: "r1", brief: brief, draft: $0)
    }
    let findings = judgement.verdicts.flatMap { verdict in verdict.findings.map { "\(verdict.rail) \($0)" } }
    #expect(judgement.accepted, "\(what) \(brief.topicKey) \(brief.lever): \(findings) \(completion)")
  }
}
