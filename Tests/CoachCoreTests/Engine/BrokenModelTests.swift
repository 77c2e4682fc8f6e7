import CoachCore
import JSONKit
import Testing

@Suite("A model that is wrong")
struct BrokenModelTests {
  @Test(
    "an invented number is rejected by R4 on the draft and on both repairs, and the template takes its place",
    arguments: EngineFixture.portfolios, UInt64(1)...5)
  func inventedNumber(name: String, seed: UInt64) async throws {
    let record = try await EngineFixture().run(name, model: "faulty:invent_number", seed: seed)
    #expect(record.outcome == .completed)
    #expect(!record.artifacts.insights.isEmpty)
    // A draft without a figure gives the model no place for an invented one; there it fails instead.
    let judged = record.writers.filter { $0.attempts > 0 }
    #expect(record.writers.allSatisfy { $0.author == .template })
    #expect(!judged.isEmpty && judged.allSatisfy { $0.attempts == 3 })
    #expect(record.verdicts.count == 3 * judged.count)
    for verdict in record.verdicts {
      #expect(!verdict.accepted)
      #expect(verdict.rails.contains { $0.rail == .numbers && !$0.passed })
    }
    #expect(record.calls.map(\.purpose.rawValue).prefix(3) == ["draft", "repair", "repair"])
    #expect(record.qa?.verdict == .repair)
  }

  @Test("a repair prompt carries the reasons, and the draft they concern")
  func repairPrompt() async throws {
    let record = try await EngineFixture().run("F03", model: "faulty:invent_number")
    let repair = try #require(record.calls.first { $0.attempt == 1 })
    let finding = try #require(record.verdicts.first?.rails.flatMap(\.findings).first)
    let last = try #require(repair.prompt.messages.last)
    #expect(last.role == .user)
    #expect(last.text.contains("R4"))
    #expect(last.text.contains(finding.text))
    #expect(repair.prompt.messages.dropLast().last?.role == .assistant)
  }

  @Test("with R4 left out the invented number gets through: no other rail stands in for it")
  func bypassed() async throws {
    var fixture = try EngineFixture()
    fixture.configuration.guardrails = GuardrailPipeline.standard(
      draftSchema: fixture.configuration.contracts.draft
    ).without(.numbers)
    let record = try await fixture.run("F03", model: "faulty:invent_number")
    #expect(record.writers.allSatisfy { $0.author == .model })
  }
}
