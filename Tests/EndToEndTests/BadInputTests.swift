import Foundation
import JSONKit
import Testing

/// One clear message with place and remedy, the right exit status, and nothing finished lost.
@Suite("Bad input")
struct BadInputTests {
  private let project: TemporaryProject

  init() throws {
    project = try TemporaryProject()
  }

  private func expectBadInput(_ words: String..., verb: String = "run") async throws {
    let ended = try await WorkbenchProcess.run([verb, "suites/core.yaml"], in: project.root)
    #expect(ended.status == 2, "\(ended.output)\(ended.errors)")
    for word in words { #expect(ended.errors.contains(word), "\(word) in: \(ended.errors)") }
    #expect(!ended.errors.contains("Fatal error"))
  }

  @Test("a portfolio that is not there", arguments: ["run", "check"])
  func missingPortfolio(verb: String) async throws {
    try project.replace(
      "fixtures/portfolios/F01.json", with: "fixtures/portfolios/F99.json", in: "suites/core.yaml")
    try await expectBadInput(
      "fixtures/portfolios/F99.json: there is no such file", "did you mean", "suites/core.yaml:13:9",
      verb: verb)
  }

  @Test("a price that is no price", arguments: ["N.A.", "-", "0", "-12.5", "1e9"])
  func price(text: String) async throws {
    let table = try project.text("fixtures/prices/nav.csv")
    var lines = table.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = try #require(lines.lastIndex { $0.first?.isNumber == true })
    lines[index] = lines[index].split(separator: ",").dropLast().joined(separator: ",") + ",\(text)"
    try project.write(lines.joined(separator: "\n"), to: "fixtures/prices/nav.csv")
    try await expectBadInput("fixtures/prices/nav.csv:\(index + 1):", "\"\(text)\"", "leave the row out")
  }

  @Test("an unknown key of a suite, with the one that was meant")
  func unknownKey() async throws {
    try project.replace(
      "    portfolio: fixtures/portfolios/F01.json", with: "    portfolioo: fixtures/portfolios/F01.json",
      in: "suites/core.yaml")
    try await expectBadInput("suites/core.yaml:14:5", "portfolioo", "did you mean \"portfolio\"?")
  }

  @Test("every problem of a suite at once", arguments: ["run", "check"])
  func everything(verb: String) async throws {
    try project.write(
      """
      suite: core
      defaults: { trials: many }
      checks:
        standard: [schemaa]
      cases:
        - id: a
          portfolio: fixtures/portfolios/F01.json
          checks: [standard, { latency: { totl: 2s } }]
        - id: a
          portfolio: fixtures/portfolios/F01.json
          checks: []
      gates: ["pass_rat >= 1", 7]
      """, to: "suites/core.yaml")
    try await expectBadInput(
      "suites/core.yaml:2:21", "suites/core.yaml:4:14", "schemaa", "`schema`", "totl", "suites/core.yaml:9:9",
      "is taken",
      "suites/core.yaml:11:", "nothing to check", "suites/core.yaml:12:9", "pass_rat", verb: verb)
  }

  @Test("text that is not YAML")
  func notYAML() async throws {
    try project.write("suite: core\ncases:\n  - id: [unclosed\n", to: "suites/core.yaml")
    try await expectBadInput("suites/core.yaml:", "not YAML")
    try project.write("", to: "suites/core.yaml")
    try await expectBadInput("suites/core.yaml:1:1", "empty")
    try project.write("suite: a\nsuite: b\n", to: "suites/core.yaml")
    try await expectBadInput("suites/core.yaml", "\"suite\"", "twice")
  }

  @Test("a golden that is a folder, and one that is not JSON")
  func golden() async throws {
    let golden = project.file("goldens/core/first-sip.json")
    try FileManager.default.removeItem(at: golden)
    try FileManager.default.createDirectory(at: golden, withIntermediateDirectories: true)
    try await expectBadInput("goldens/core/first-sip.json", "folder")
    try FileManager.default.removeItem(at: golden)
    try project.write("{\"facts\": [1,]}", to: "goldens/core/first-sip.json")
    try await expectBadInput("goldens/core/first-sip.json:1:")
  }

  @Test("an output folder below a file")
  func outBelowFile() async throws {
    let ended = try await WorkbenchProcess.run(
      ["run", "suites/core.yaml", "--out", "suites/core.yaml/out"], in: project.root)
    #expect(ended.status == 2)
    #expect(ended.errors.contains("suites/core.yaml is a file"))
    #expect(ended.errors.contains("--out"))
  }

  @Test(
    "a portfolio with a mistake deep inside is named by pointer",
    arguments: [
      ("\"risk_profile\": \"aggressive\"", "\"risk_profile\": \"reckless\"", "/user/risk_profile"),
      ("\"goal\": \"g1\"", "\"goal\": \"g9\"", "g9"),
      ("\"schema\": \"portfolio/1\"", "\"schema\": \"portfolio/9\"", "/schema"),
    ])
  func portfolio(old: String, new: String, word: String) async throws {
    try project.replace(old, with: new, in: "fixtures/portfolios/F02.json")
    try await expectBadInput("fixtures/portfolios/F02.json", word)
  }

  @Test("an unknown model, variant and a prompt with a name nobody supplies")
  func names() async throws {
    for arguments in [["--model", "gpt-9"], ["--variant", "ghost"]] {
      let ended = try await WorkbenchProcess.run(["run", "suites/core.yaml"] + arguments, in: project.root)
      #expect(ended.status == 2)
      #expect(ended.errors.contains(arguments[1]))
    }
    let prompt = "prompts/baseline/task/goal_insights.md"
    try project.write(try project.text(prompt) + "\n{{nickname}}\n", to: prompt)
    try await expectBadInput(prompt, "nickname")
  }

  @Test(
    "what would be ignored is refused: an incomplete variant, a folder nobody reads, keys of another kind")
  func ignored() async throws {
    try project.write("---\ntone: plain\n---\nBe brief.\n", to: "prompts/terse/system/goal_insights.md")
    let terse = try await WorkbenchProcess.run(
      ["run", "suites/core.yaml", "--variant", "terse"], in: project.root)
    #expect(terse.status == 2 && terse.errors.contains("lacks task/goal_insights.md"))
    try project.replace(
      "    given: fixtures", with: "    scope: [g1]\n    given: fixtures", in: "suites/core.yaml")
    try await expectBadInput("belongs to a session", verb: "check")
    try project.write("hello", to: "prompts/baseline/taks/goal_insights.md")
    try project.replace("    scope: [g1]\n", with: "", in: "suites/core.yaml")
    try await expectBadInput("prompts/baseline/taks", "read by nobody", verb: "check")
  }

  @Test("a scope that names a goal the portfolio does not have")
  func scope() async throws {
    try project.replace(
      "    tags: [on_track]", with: "    scope: [g7]\n    tags: [on_track]", in: "suites/core.yaml")
    try await expectBadInput("g7", "g1", verb: "check")
  }

  @Test("a portfolio without a date takes the suite's")
  func defaultDate() async throws {
    try project.replace("\"as_of\": \"2026-08-14\",", with: "", in: "fixtures/portfolios/F02.json")
    let ended = try await WorkbenchProcess.run(
      ["run", "suites/core.yaml", "--case", "two-goal-saver", "--out", "out"], in: project.root)
    #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
  }

  @Test("a portfolio of 100 MB and one nested without end are refused before they cost anything")
  func size() async throws {
    let huge = project.file("fixtures/portfolios/F01.json")
    try FileManager.default.removeItem(at: huge)
    let made = try await WorkbenchProcess.shell("truncate -s 100M '\(huge.path)'", in: project.root)
    #expect(made.status == 0)
    try await expectBadInput("fixtures/portfolios/F01.json", "104857600 bytes", verb: "check")
    try project.write(String(repeating: "[", count: 100_000), to: "fixtures/portfolios/F01.json")
    try await expectBadInput("fixtures/portfolios/F01.json:1:", verb: "check")
  }

  @Test("aliases of aliases end in a message, not in a full memory")
  func aliasBomb() async throws {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<7 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(aliases)]\n"
    }
    try project.write(bomb, to: "suites/core.yaml")
    try await expectBadInput("more than 200000 values", verb: "check")
  }

  @Test(
    "a command line that cannot be understood is exit 64",
    arguments: [
      ["run"], ["run", "suites/core.yaml", "-j", "0"], ["run", "suites/core.yaml", "--out", ""], ["fly"],
      ["run", "suites/core.yaml", "--golden", "maybe"],
    ])
  func usage(arguments: [String]) async throws {
    #expect(try await WorkbenchProcess.run(arguments, in: project.root).status == 64)
  }

  @Test("a write refused mid-run is exit 5, and every finished row is kept")
  func refusedWrite() async throws {
    // One record is some 100 KB; a limit of 1 MB stops the run after a few.
    let ended = try await WorkbenchProcess.shell(
      "ulimit -f 1000; exec $WORKBENCH run suites/core.yaml --trials 5 -j 1 --out out", in: project.root)
    #expect(ended.status == 5, "\(ended.output)\(ended.errors)")
    #expect(ended.errors.contains("records.jsonl"))
    #expect(ended.errors.contains("results.jsonl"))
    let rows = try project.text("out/results.jsonl").split(separator: "\n")
    #expect(!rows.isEmpty)
    let records = Data(try project.text("out/records.jsonl").utf8)
    for row in rows {
      let place = try #require(try JSONValue(parsing: String(row))["record"])
      let (offset, length) = (try #require(place["offset"]?.int), try #require(place["length"]?.int))
      _ = try JSONValue(parsing: records[offset..<(offset + length)])
    }
  }
}
