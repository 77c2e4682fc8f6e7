import CoachCore
import Finance
import Foundation
import JSONKit
import Testing

/// What a suite and a command line can ask of a run beside its cases.
@Suite("Options of suites and runs")
struct SuiteOptionTests {
  private let project: TemporaryProject

  init() throws {
    project = try TemporaryProject()
  }

  private func write(_ cases: String) throws {
    try project.write("suite: s\ncases:\n\(cases)\n", to: "suites/s.yaml")
  }

  private func run(_ arguments: String...) async throws -> WorkbenchProcess.Ended {
    try await WorkbenchProcess.run(["run", "suites/s.yaml", "--out", "out"] + arguments, in: project.root)
  }

  private func records() throws -> [RunRecord] {
    try project.text("out/records.jsonl").split(separator: "\n").map {
      var record = try #require(try JSONValue(parsing: String($0)).object)
      if record["facts"] == nil { record["facts"] = [] }
      return try JSONValueDecoder().decode(RunRecord.self, from: .object(record))
    }
  }

  private func summary() throws -> JSONValue { try JSONValue(parsing: try project.text("out/summary.json")) }

  @Test("language and research reach the coach; runs before a case leave one record and one row")
  func conditions() async throws {
    try write(
      """
        - id: a
          portfolio: fixtures/portfolios/F03.json
          language: hi
          research: true
          before: [2026-08-12, 2026-08-13]
          checks: [{ pointer: { path: /outcome, equals: completed } }]
      """)
    let ended = try await run()
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
    let records = try records()
    #expect(records.count == 1)
    #expect(records.first?.request?.options.language == "hi")
    #expect(records.first?.request?.options.research == true)
    #expect(records.first?.request?.asOf.description == "2026-08-14")
  }

  @Test("a day before that is not before is refused with its place")
  func lateDay() async throws {
    try write(
      "  - { id: a, portfolio: fixtures/portfolios/F03.json, before: [2026-08-14], checks: [schema] }")
    let ended = try await run()
    #expect(ended.status == 2)
    #expect(
      ended.errors.contains("suites/s.yaml:3:11") && ended.errors.contains("2026-08-14"), "\(ended.errors)")
  }

  @Test("a fact that cannot be known may not be there")
  func absent() async throws {
    try project.replace(
      "\"forbidden\": [", with: "\"absent\": [\"goal.g1.horizon\"], \"forbidden\": [",
      in: "fixtures/portfolios/F03.json")
    try write("  - { id: a, portfolio: fixtures/portfolios/F03.json, checks: [facts] }")
    let ended = try await run()
    #expect(ended.status == 1)
    let checks = try JSONValue(parsing: try project.text("out/records.jsonl"))["checks"]
    #expect(checks?[0]?["details"]?.array?.last?.string?.contains("goal.g1.horizon") == true)
  }

  @Test("past --keep-records only failing runs keep their record, and the report says how many did not")
  func keepRecords() async throws {
    try write(
      """
        - { id: good, portfolio: fixtures/portfolios/F03.json, trials: 5, checks: [schema] }
        - { id: bad, portfolio: fixtures/portfolios/F03.json, trials: 2, checks: [{ contains: nowhere }] }
      """)
    #expect(try await run("--keep-records", "2", "-j", "1").status == 1)
    #expect(try records().count == 4)
    #expect(try project.text("out/results.jsonl").split(separator: "\n").count == 7)
    #expect(try summary()["records_left_out"]?.int == 3)
    #expect(try project.text("out/report.html").contains("The records of 3 passing runs were not kept"))
    #expect(try await run("--keep-records", "-1").status == 64)
  }

  @Test("a folder stands for the suites in it; one without suites is told")
  func folders() async throws {
    let one = "suite: %\ncases:\n  - { id: a, portfolio: fixtures/portfolios/F03.json, checks: [schema] }\n"
    for name in ["x", "y"] { try project.write(one.replacing("%", with: name), to: "more/\(name).yaml") }
    let checked = try await WorkbenchProcess.run(["check", "more"], in: project.root)
    #expect(checked.output.contains("2 suites, 2 cases"), "\(checked.errors)")
    let ended = try await WorkbenchProcess.run(["run", "more/", "--out", "out"], in: project.root)
    #expect(ended.status == 0)
    #expect(try summary()["suites"]?.array?.compactMap(\.string) == ["more/x.yaml", "more/y.yaml"])
    let none = try await WorkbenchProcess.run(["run", "fixtures"], in: project.root)
    #expect(none.status == 2 && none.errors.contains("fixtures: this folder holds no suite"))
  }

  @Test("where both outputs are one, a failing case is told once")
  func oneStream() async throws {
    try write("  - { id: a, portfolio: fixtures/portfolios/F03.json, checks: [{ contains: nowhere }] }")
    let apart = try await run("--display", "plain")
    #expect(apart.errors.contains("failed  s/a") && apart.output.contains("failed  s/a"))
    let joined = try await WorkbenchProcess.shell(
      "$WORKBENCH run suites/s.yaml --out out --display plain 2>&1", in: project.root)
    #expect(joined.output.ranges(of: "failed  s/a").count == 1)
  }

  @Test(
    "--json says a usage error as one object, too",
    arguments: [
      ["run", "--json"], ["run", "suites/core.yaml", "-j", "0", "--json"], ["golden", "--jsn", "--json"],
      ["fly", "--json"],
    ])
  func usage(arguments: [String]) async throws {
    let ended = try await WorkbenchProcess.run(arguments, in: project.root)
    #expect(ended.status == 64)
    let error = try JSONValue(parsing: ended.output)["error"]
    #expect(error?["kind"]?.string == "usage")
    #expect(error?["message"]?.string?.isEmpty == false)
    #expect(ended.errors.isEmpty)
  }

  @Test("a file of settings only speaks with its parent's words")
  func settingsOnly() async throws {
    try project.write(
      "---\nparent: baseline\ntone: encouraging\n---\n", to: "prompts/warm/task/goal_insights.md")
    try write("  - { id: a, portfolio: fixtures/portfolios/F03.json, checks: [schema] }")
    #expect(try await run("--variant", "baseline,warm", "-j", "1").status == 0)
    let prompts = try records().map {
      try #require($0.calls.first { $0.node == "goal_insights" }).prompt.messages
    }
    #expect(prompts[0].count == prompts[1].count)
    #expect(prompts[1].last?.text.contains("\"tone\":\"encouraging\"") == true)
    #expect(prompts[0].last?.text.contains("\"tone\":\"plain\"") == true)
  }
}
