import Finance
import JSONKit
import Testing

@testable import CoachCore

/// Every text the allocation agent can say of the fixtures passes every rail.
@Suite("Allocation prose")
struct AllocationProseTests {
  private let fixture: AllocationFixture
  private let pipeline: GuardrailPipeline

  init() throws {
    fixture = try AllocationFixture()
    pipeline = GuardrailPipeline.standard(draftSchema: try DraftSchema.schema())
  }

  @Test("composer and template texts pass", arguments: AllocationFixture.portfolios, ["en", "hi"])
  func passes(name: String, language: String) async throws {
    for brief in try await fixture.briefs(name, language: language) {
      for (label, draft) in try await drafts(brief) {
        let completion = try JSONValueEncoder().encode(draft).compact()
        let judgement = pipeline.judge(completion: completion, brief: brief) {
          Artifact(id: "ins_01", brief: brief, draft: $0)
        }
        let findings = judgement.verdicts.flatMap(\.findings).map { "\($0.code) “\($0.text)” \($0.detail)" }
        #expect(
          judgement.accepted, "\(name) \(label) \(brief.topicKey): \(draft.bodyMarkdown)\n\(findings)")
      }
    }
  }

  private func drafts(_ brief: ArtifactBrief) async throws -> [(String, Draft)] {
    let book = try Phrasebooks.book(agent: brief.agent, language: brief.language)
    var drafts = [
      (
        "template",
        book.template(ProseSubject(brief)).draft { brief.facts[$0]?.display.text(in: brief.language) }
      )
    ]
    for tone in ["plain", "encouraging", "concise"] {
      let task = MachineBlocks.facts(brief) + "\n" + MachineBlocks.contract(brief, tone: tone, maxWords: 120)
      let text = try await Composer().generate(
        ModelRequest(messages: [.init(role: .user, text: task)], seed: 1)
      ).text
      drafts.append((tone, try JSONValueDecoder().decode(Draft.self, from: try JSONValue(parsing: text))))
    }
    return drafts
  }
}
