import Foundation
import JSONKit
import Testing

/// Recorded runs stepped through the engine again, as a person and a pipe see it.
@Suite("workbench replay", .timeLimit(.minutes(5)))
struct ReplayCommandTests {
  private let project: TemporaryProject

  init() throws {
    project = try TemporaryProject()
    try project.write(
      """
      suite: tiny
      defaults: { timeout: 300s }
      cases:
        - { id: session, portfolio: fixtures/portfolios/F03.json, checks: [schema] }
        - { id: again, portfolio: fixtures/portfolios/F03.json, before: [2026-06-12], checks: [schema] }
        - { id: critique, portfolio: fixtures/portfolios/F03.json, critique: "faulty:critique_repair", checks: [schema] }
        - { id: critic-fails, portfolio: fixtures/portfolios/F03.json, critique: "faulty:critique_throws", checks: [schema] }
        - { id: alone, agent: goal_insights, given: fixtures/facts/goal-behind.json, checks: [schema] }
        - { id: capped, portfolio: fixtures/portfolios/F03.json, budget: { session: { tokens: 0 } }, checks: [schema] }
      """, to: "suites/tiny.yaml")
  }

  private func record(_ arguments: [String] = []) async throws {
    let ended = try await WorkbenchProcess.run(
      ["run", "suites/tiny.yaml", "--out", "out", "--display", "none"] + arguments, in: project.root)
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
  }

  private func replay(_ arguments: [String]) async throws -> WorkbenchProcess.Ended {
    try await WorkbenchProcess.run(["replay"] + arguments, in: project.root)
  }

  @Test(
    "runs of every kind are reproduced, from the folder and from the records alone; a disturbed one is skipped"
  )
  func same() async throws {
    try await record()
    let ended = try await replay(["out"])
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    #expect(ended.output.contains("5 same, 0 differs, 0 changed, 0 broken, 1 skipped"))
    let alone = try await replay(
      ["out/records.jsonl", "--case", "crit*", "--suite", "suites/tiny.yaml", "--json"])
    #expect(alone.status == 0)
    let json = try JSONValue(parsing: alone.output)
    #expect(json["same"]?.int == 2 && json["runs"]?.array?.count == 2)
    #expect(try await replay(["out", "--case", "capped"]).status == 8)
    #expect(try await replay(["out", "--case", "nothing"]).status == 8)
  }

  @Test("an answer that held personal data was not kept, so its run is no difference but skipped")
  func scrubbed() async throws {
    try await record(["--case", "session", "--model", "composer,faulty:pan"])
    let ended = try await replay(["out"])
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    #expect(ended.output.contains("1 same, 0 differs, 0 changed, 0 broken, 1 skipped"), "\(ended.output)")
    #expect(ended.output.contains("an answer held personal data, which no record keeps"))
  }

  @Test("a record that was changed is told with the first difference, a changed portfolio or prompt as such")
  func differences() async throws {
    try await record(["--case", "session"])
    let untouched = try project.text("out/records.jsonl")
    try project.replace("\"severity\":\"action\"", with: "\"severity\":\"info\"", in: "out/records.jsonl")
    let different = try await replay(["out"])
    #expect(different.status == 1)
    #expect(
      different.output.contains("differs  tiny/session  recorded -> replayed: /"), "\(different.output)")
    #expect(different.output.contains("\"info\" -> \"action\""), "\(different.output)")
    let json = try JSONValue(parsing: try await replay(["out", "--json"]).output)
    #expect(
      json["runs"]?[0]?["recorded"]?.string == "info" && json["runs"]?[0]?["replayed"]?.string == "action")

    try project.write(untouched, to: "out/records.jsonl")
    let prompt = "prompts/baseline/task/goal_insights.md"
    try project.write(try project.text(prompt) + "\nBe brief.\n", to: prompt)
    let prompts = try await replay(["out"])
    #expect(prompts.status == 1)
    #expect(prompts.output.contains("changed  tiny/session  prompts: "), "\(prompts.output)")
    #expect(prompts.output.contains("0 same, 0 differs, 1 changed"))
  }

  @Test("a run that is not there, a file that is none, and a case no suite has any more are told")
  func bad() async throws {
    #expect(try await replay(["nowhere"]).status == 2)
    try project.write("{\"schema\":\"run/1\"}\n", to: "bad.jsonl")
    let bad = try await replay(["bad.jsonl"])
    #expect(
      bad.status == 2 && bad.errors.contains("bad.jsonl:1: this is no record of a run"), "\(bad.errors)")
    try await record(["--case", "alone"])
    try project.replace("id: alone", with: "id: other", in: "suites/tiny.yaml")
    let gone = try await replay(["out"])
    #expect(gone.status == 1)
    #expect(gone.output.contains("broken   tiny/alone  no suite that was read has the case any more"))
    #expect(try await replay(["out", "-j", "0"]).status == 64)
  }
}
