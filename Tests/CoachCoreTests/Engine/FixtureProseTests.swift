import Finance
import JSONKit
import Testing

@testable import CoachCore

/// What the composer and the template say of the fixtures.
///
/// A false alarm of a rail there would hide behind a repair, and a phrase the portfolio's author forbids would be
/// published.
@Suite("Prose of the fixtures")
struct FixtureProseTests {
  private let fixture: EngineFixture
  private let pipeline: GuardrailPipeline

  init() throws {
    fixture = try EngineFixture()
    pipeline = GuardrailPipeline.standard(draftSchema: try DraftSchema.schema())
  }

  @Test(
    "every text of every agent passes every rail and says nothing forbidden",
    arguments: try EngineFixture.allPortfolios())
  func clean(name: String) async throws {
    let snapshot = try fixture.snapshot(name)
    let given = try await CoachEngine(fixture.configuration).givenFacts(
      for: fixture.request(snapshot), snapshot: snapshot)
    let privacy = try SnapshotInputs(snapshot).privateNames
    let pipeline = pipeline.knowing(
      PIIDetector(personalValues: privacy.personalValues), names: privacy.schemeNames)
    let forbidden = snapshot.portfolio.expected.forbidden
    try #require(!forbidden.isEmpty)
    for language in Phrasebooks.languages {
      let texts = try await FixtureProse(fixture: fixture).texts(of: given, language: language)
      #expect(!texts.isEmpty)
      for text in texts {
        try expectAccepted(text, by: pipeline, in: name)
        if text.wording != "template" { try expectContent(with: text, in: name) }
        expect(text, holdsNoneOf: forbidden, in: name)
      }
    }
  }

  /// The composer has nothing to say against what it wrote itself.
  private func expectContent(with text: FixtureProse.Text, in name: String) throws {
    let task = [
      MachineBlocks.facts(text.brief),
      MachineBlocks.contract(text.brief, tone: text.wording, maxWords: 120, answer: .critique),
      MachineBlocks.draft(text.draft),
    ].joined(separator: "\n")
    let critique = try ComposerContract(task: task).critique(task: task)
    #expect(critique.verdict == .accept, "\(name) \(text.brief.topicKey): \(critique.reasons)")
  }

  private func expectAccepted(
    _ text: FixtureProse.Text, by pipeline: GuardrailPipeline, in name: String
  ) throws {
    let completion = try JSONValueEncoder().encode(text.draft).compact()
    let judgement = pipeline.judge(completion: completion, brief: text.brief) {
      Artifact(id: "fixture", brief: text.brief, draft: $0)
    }
    let findings = judgement.findings.map { "\($0.code) “\($0.text)” \($0.detail)" }
    let isAccepted = judgement.accepted
    #expect(
      isAccepted,
      """
      \(name) \(text.brief.topicKey) \(text.brief.language) \(text.wording): \(findings.joined(separator: "; ")) in \
      \(text.draft.bodyMarkdown)
      """)
  }

  private func expect(_ text: FixtureProse.Text, holdsNoneOf phrases: [String], in name: String) {
    for prose in [text.draft.title, text.draft.bodyMarkdown] {
      let folded = String(NormalizedText(prose)).lowercased()
      for phrase in phrases {
        let isSaid = folded.contains(String(NormalizedText(phrase)).lowercased())
        #expect(
          !isSaid,
          "\(name) \(text.brief.topicKey) \(text.brief.language) \(text.wording) says “\(phrase)”: \(prose)")
      }
    }
  }

}
