import Finance
import JSONKit
import Testing

@testable import CoachCore

@Suite("Fact hash of a topic")
struct FactHashTests {
  private func fact(
    _ id: String, _ value: Double, _ display: String, _ unit: Fact.Unit, inputs: String = "h"
  ) throws -> Fact {
    Fact(
      id: id, name: "n", value: .number(try #require(JSONNumber(value))), unit: unit, asOf: .minimum,
      tool: "t", toolVersion: "1", params: [:], inputsHash: inputs, rows: [], quality: .exact,
      display: .init(en: display, hi: "हि \(display)", short: display))
  }

  private func telling(_ facts: [Fact], cite: [String] = []) throws -> TopicTelling {
    TopicTelling(
      ArtifactBrief(
        agent: "goal_insights", scope: .goal, scopeRef: "g1", topicKey: "goal:g1:gap:close", severity: .info,
        state: "close", lever: "sip", subjectKind: "car", facts: try FactSet(facts), mustCite: cite,
        assumptions: [], caveats: [], disclaimers: [], asOf: .minimum, language: "en"))
  }

  private func hash(_ facts: [Fact], cite: [String] = []) throws -> String {
    try telling(facts, cite: cite).factHash
  }

  @Test("inputs are those of the figures that must be cited, without the effects of an action")
  func inputs() throws {
    let money = try fact("a.money", 5, "₹5", .inr, inputs: "x")
    let later = try fact("a.money", 6, "₹6", .inr, inputs: "x")
    let before = try telling([money], cite: ["a.money"])
    #expect(try telling([later], cite: ["a.money"]).inputsHash == before.inputsHash)
    #expect(try telling([later], cite: ["a.money"]).factHash != before.factHash)
    let effect = try fact("goal.g1.after.increase_sip.gap", 1, "₹1", .inr, inputs: "y")
    let cited = ["a.money", effect.id]
    #expect(try telling([money, effect], cite: cited).inputsHash == before.inputsHash)
    let changed = try fact("a.money", 5, "₹5", .inr, inputs: "z")
    #expect(try telling([changed], cite: ["a.money"]).inputsHash != before.inputsHash)
  }

  @Test("a change that cannot be read is none; one that can is")
  func rounding() throws {
    let before = try hash([fact("a.b", 0.12341, "12.34%", .ratio)])
    #expect(try hash([fact("a.b", 0.12339, "12.34%", .ratio)]) == before)
    #expect(try hash([fact("a.b", 0.1235, "12.35%", .ratio)]) != before)
    #expect(try hash([fact("a.c", 0.12341, "12.34%", .ratio)]) != before)
  }

  @Test("what changes by the passing of time alone does not count, nor what need not be cited")
  func scope() throws {
    let money = try fact("a.money", 5, "₹5", .inr)
    let before = try hash(
      [money, fact("a.horizon", 180, "15 years", .months)], cite: ["a.money", "a.horizon"])
    #expect(
      try hash(
        [money, fact("a.horizon", 179, "14 years 11 months", .months)], cite: ["a.horizon", "a.money"])
        == before)
    #expect(try hash([money, fact("a.other", 1, "1", .count)], cite: ["a.money"]) == before)
    #expect(try hash([money, fact("a.other", 1, "1", .count)]) != before)
  }
}
