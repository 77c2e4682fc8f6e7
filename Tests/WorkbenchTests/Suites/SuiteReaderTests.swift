import Finance
import JSONKit
import Scoring
import Testing

@testable import Workbench

@Suite("Suite reader")
struct SuiteReaderTests {
  private let head = "suite: s\ncases:\n"

  private func problems(_ text: String) throws -> [String] {
    let error = #expect(throws: InputError.self) { try SuiteReader.read(text, file: "s.yaml") }
    return try #require(error).problems.map(\.description)
  }

  @Test("a suite is read with its defaults, its sets and its places")
  func reads() throws {
    let suite = try SuiteReader.read(
      """
      suite: s
      defaults: { model: composer, trials: 3, timeout: 500ms, as_of: 2026-08-14 }
      checks:
        standard: [schema, { budget: { tokens: 10 } }]
      cases:
        - id: one
          portfolio: p.json
          tags: [a, b]
          scope: [g1]
          checks: [standard, forbidden]
        - id: two
          agent: goal_insights
          given: f.json
          trials: 1
          checks: [schema]
      gates: ["pass_rate >= 1.0"]
      """, file: "s.yaml")
    #expect(suite.cases.map(\.id) == ["one", "two"])
    #expect(suite.cases[0].checks.map(\.name) == ["schema", "budget", "forbidden"])
    #expect(suite.cases[0].trials == 3 && suite.cases[1].trials == 1)
    #expect(suite.cases[0].timeout == .milliseconds(500))
    #expect(suite.cases[0].place.line == 6)
    #expect(suite.defaults.asOf?.description == "2026-08-14")
    #expect(suite.gates.count == 1)
  }

  @Test("a critic is named for a case or for all of a suite, and there is none unless one is named")
  func critic() throws {
    let cases = """
      cases:
        - { id: own, portfolio: p.json, critique: "faulty:critique_repair", checks: [schema] }
        - { id: plain, portfolio: p.json, checks: [schema] }
      """
    let some = try SuiteReader.read("suite: s\n" + cases, file: "s.yaml")
    #expect(some.cases.map(\.conditions.critique) == ["faulty:critique_repair", nil])
    let all = try SuiteReader.read("suite: s\ndefaults: { critique: composer }\n" + cases, file: "s.yaml")
    #expect(all.cases.map(\.conditions.critique) == ["faulty:critique_repair", "composer"])
    #expect(try problems(head + "  - { id: a, portfolio: p.json, critique: 1, checks: [schema] }").count == 1)
  }

  @Test("a case without checks, without a subject or with two is refused where it stands")
  func subjects() throws {
    #expect(
      try problems(head + "  - id: a\n    portfolio: p.json\n").first?.contains("nothing to check") == true)
    #expect(try problems(head + "  - id: a\n    checks: [schema]\n").first?.hasPrefix("s.yaml:3:5") == true)
    let two =
      head
      + "  - id: a\n    portfolio: p.json\n    agent: goal_insights\n    given: f.json\n    checks: [schema]\n"
    #expect(try problems(two).first?.contains("no single subject") == true)
  }

  @Test(
    "ids and suite names that would leave their folder are refused",
    arguments: ["../x", "a/b", ".hidden", "", "null", "ä"])
  func unsafeNames(name: String) throws {
    let text = head + "  - id: \"\(name)\"\n    portfolio: p.json\n    checks: [schema]\n"
    #expect(try !problems(text).isEmpty)
    #expect(try !problems("suite: \"\(name)\"\ncases: []\n").isEmpty)
  }

  @Test("a set named like a check, an unknown agent, trigger and duration are refused")
  func others() throws {
    let tail = "cases:\n  - id: a\n    portfolio: p.json\n    checks: [schema]\n"
    #expect(
      try problems("suite: s\nchecks: { schema: [facts] }\n" + tail).first?.contains("is a check") == true)
    let agent = head + "  - id: a\n    agent: goal_insight\n    given: f.json\n    checks: [schema]\n"
    #expect(try problems(agent).first?.contains("did you mean \"goal_insights\"?") == true)
    #expect(
      try problems("suite: s\ndefaults: { trigger: on_demnd }\n" + tail).first?.contains("on_demand") == true)
    #expect(try problems("suite: s\ndefaults: { timeout: soon }\n" + tail).first?.contains("30s") == true)
  }

  @Test("a case states its language, research and the runs before it")
  func conditions() throws {
    let text =
      head + """
          - id: a
            portfolio: p.json
            language: hi
            research: true
            before: [2026-08-12, 2026-08-13]
            checks: [schema]
          - { id: b, agent: goal_insights, given: f.json, language: en, checks: [schema] }
        """
    let cases = try SuiteReader.read(text, file: "s.yaml").cases
    #expect(cases[0].conditions.language == "hi" && cases[0].conditions.research)
    #expect(cases[0].conditions.before.map(\.description) == ["2026-08-12", "2026-08-13"])
    #expect(cases[1].conditions.language == "en" && !cases[1].conditions.research)
  }

  @Test(
    "conditions that cannot be are refused where they stand",
    arguments: [
      ("language: hj", "did you mean \"hi\"?"), ("language: fr", "there are en, hi"),
      ("research: \"yes\"", "true or false"), ("before: 2026-08-13", "a list of dates"),
      ("before: []", "a list of dates"), ("before: [2026-13-01]", "a list of dates"),
      ("before: [2026-08-13, 2026-08-13]", "each day once"),
      ("befor: [2026-08-13]", "did you mean \"before\"?"),
    ])
  func wrongConditions(line: String, words: String) throws {
    let found = try problems(head + "  - id: a\n    portfolio: p.json\n    \(line)\n    checks: [schema]\n")
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("s.yaml:5:") == true && found.first?.contains(words) == true, "\(found)")
  }

  @Test("an agent alone has no runs before it")
  func agentBefore() throws {
    let text =
      head + "  - { id: a, agent: goal_insights, given: f, before: [2026-08-13], checks: [schema] }\n"
    #expect(try problems(text).first?.contains("belongs to a session") == true)
  }

  @Test(
    "a word is matched by a pattern with stars",
    arguments: [
      ("abc", "abc", true), ("abc", "a*", true), ("abc", "*c", true), ("abc", "*", true),
      ("abc", "a*b", false),
      ("abc", "b*", false), ("", "*", true), ("aXbXc", "a*b*c", true), ("abc", "", false),
    ])
  func patterns(word: String, pattern: String, matches: Bool) {
    #expect(word.matches(pattern: pattern) == matches)
  }

  @Test("YAML keeps the text of numbers and takes a date for text")
  func scalars() throws {
    let document = try YAMLDocument(
      "a: 1.50\nb: 2026-08-14\nc: \"7\"\nd: true\ne: null\nf: [x, 0x10]\n", file: "f")
    #expect(document.value["a"]?.number?.text == "1.50")
    #expect(document.value["b"]?.string == "2026-08-14")
    #expect(document.value["c"]?.string == "7")
    #expect(document.value["d"]?.bool == true)
    #expect(document.value["e"]?.isNull == true)
    #expect(document.value["f"]?[1]?.int == 16)
    #expect(document.place(JSONPointer(tokens: ["f", "1"])).description == "f:6:8")
  }
}
