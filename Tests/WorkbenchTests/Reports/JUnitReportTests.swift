import JSONKit
import Testing

@testable import Workbench

@Suite("JUnit report") struct JUnitReportTests {
  private static func parse(
    _ document: JUnitDocument, _ profile: JUnitProfile = .common, limit: Int = 25_000_000
  ) throws -> ParsedXML {
    var report = JUnitReport(profile: profile)
    report.fileLimit = limit
    return try #require(ParsedXML(try report.bytes(of: document)))
  }

  private static func cases(_ xml: ParsedXML) -> [ParsedXML.Element] {
    (xml.root?.all ?? []).filter { $0.name == "testcase" }
  }

  /// Rows of every status with hostile names and messages, some with trials.
  static func randomInput(seed: UInt64) throws -> ReportInput {
    var generator = SeededGenerator(seed: seed)
    let words = ["gpt-5.2", "gpt-5_2", "a.b", "é", "e\u{301}", "\u{1B}[31m", "]]>", "\u{0}", "<&\">", "x"]
    func word() -> JSONValue { .string(words.randomElement(using: &generator) ?? "") }
    let rows = try (0..<40).map { index in
      let status = ["passed", "failed", "error", "skipped"].randomElement(using: &generator) ?? ""
      return try SampleRun.row(
        "\(index % 9)",
        [
          "suite": word(), "variant": word(), "model": word(), "status": .string(status),
          "trial": .number(JSONNumber(index / 9 + 1)), "latency_ms": .number(JSONNumber(index * 7)),
          "checks": [SampleRun.check("golden", status, "\(words[index % 10])\n/a   1 -> 2")],
          "error": status == "error" ? ["kind": word(), "message": word()] : nil,
        ])
    }
    let summary = RunSummary(
      rows: rows, gates: try SampleRun.gates(rows), run: SampleRun.provenance, usageByAgent: [])
    return ReportInput(summary: summary, cells: Cell.group(rows), details: [], samples: [])
  }

  @Test("totals are those of the children, in both profiles", arguments: 0..<20, JUnitProfile.allCases)
  func totals(seed: UInt64, profile: JUnitProfile) throws {
    let xml = try Self.parse(JUnitDocument(try Self.randomInput(seed: seed)), profile)
    let root = try #require(xml.root)
    for parent in [root] + root.children {
      let cases = parent.all.filter { $0.name == "testcase" }
      func count(_ child: String) -> String { "\(cases.count { $0.children.contains { $0.name == child } })" }
      #expect(parent["tests"] == "\(cases.count)")
      #expect(parent["failures"] == count("failure"))
      #expect(parent["errors"] == count("error"))
      if parent.name == "testsuite" { #expect(parent["skipped"] == count("skipped")) }
      let milliseconds = cases.reduce(0) { $0 + (Int(($1["time"] ?? "").replacing(".", with: "")) ?? -1) }
      #expect(parent["time"] == JUnitReport.seconds(milliseconds))
    }
  }

  @Test("suites are flat, keys unique, times plain", arguments: 0..<20)
  func shape(seed: UInt64) throws {
    let xml = try Self.parse(JUnitDocument(try Self.randomInput(seed: seed)))
    let suites = try #require(xml.root?.children)
    #expect(
      suites.allSatisfy { $0.name == "testsuite" && !$0.all.dropFirst().contains { $0.name == "testsuite" } })
    #expect(suites.allSatisfy { $0.children.contains { $0.name == "testcase" } })
    let cases = Self.cases(xml)
    #expect(Set(cases.map { "\($0["classname"] ?? "")\u{0}\($0["name"] ?? "")" }).count == cases.count)
    for testCase in cases {
      #expect(testCase["time"]?.wholeMatch(of: #/\d+\.\d{3}/#) != nil)
      #expect(testCase["classname"]?.split(separator: ".", omittingEmptySubsequences: false).count ?? 9 <= 4)
      #expect(testCase.all.count <= 200)
    }
  }

  @Test("the strict profile has nothing junit-10.xsd refuses")
  func strict() throws {
    let xml = try Self.parse(JUnitDocument(try SampleRun.input()), .strict)
    #expect(xml.root?["skipped"] == nil)
    for testCase in Self.cases(xml) {
      #expect(Set(testCase.attributeNames).isSubset(of: ["classname", "name", "time"]))
      #expect(!testCase.children.contains { $0.name == "properties" })
    }
  }

  @Test("a failing golden says the pointers that differ and the command that accepts them")
  func failureBody() throws {
    let xml = try Self.parse(JUnitDocument(try SampleRun.input()))
    let surplus = try #require(Self.cases(xml).first { $0["name"] == "surplus" })
    let failure = try #require(surplus.children.first { $0.name == "failure" })
    #expect(failure["type"] == "golden")
    #expect(failure["message"]?.hasPrefix("/facts/goal.g1.surplus") == true)
    #expect(failure.text.contains("\n  /insights/0/caveats/1   \"short_history\" -> (missing)"))
    #expect(failure.text.contains("workbench golden accept core/surplus"))
    #expect(surplus["file"] == "suites/core.yaml")
    #expect(surplus["line"] == "44")
  }

  @Test("every gate is a case of the suite gates")
  func gates() throws {
    let xml = try Self.parse(JUnitDocument(try SampleRun.input()))
    let suite = try #require(xml.root?.children.last { $0["name"] == "gates" })
    #expect(suite["tests"] == "3")
    #expect(suite["failures"] == "1")
  }

  @Test("trials are one case, named by their number")
  func trials() throws {
    let rows = try (1...5).map { trial in
      try SampleRun.row(
        "a",
        ["trial": .number(JSONNumber(trial)), "status": trial == 3 ? "failed" : "passed", "latency_ms": 10])
    }
    let summary = RunSummary(rows: rows, gates: [], run: SampleRun.provenance, usageByAgent: [])
    let input = ReportInput(summary: summary, cells: Cell.group(rows), details: [], samples: [])
    let testCase = try #require(Self.cases(try Self.parse(JUnitDocument(input))).first)
    #expect(testCase["name"] == "a [x5]")
    #expect(testCase["time"] == "0.050")
    #expect(
      testCase.children.contains { $0.name == "failure" && $0.text.contains("1 of 5 trials did not pass") })
    #expect(testCase.all.contains { $0["name"] == "trials.passed" && $0["value"] == "4/5" })
  }

  @Test("a run without a case is one error, not an empty file", arguments: JUnitProfile.allCases)
  func empty(profile: JUnitProfile) throws {
    let summary = RunSummary(rows: [], gates: [], run: SampleRun.provenance, usageByAgent: [])
    let input = ReportInput(summary: summary, cells: [], details: [], samples: [])
    let xml = try Self.parse(JUnitDocument(input), profile)
    #expect(xml.root?["errors"] == "1")
    #expect(Self.cases(xml).count == 1)
    #expect(xml.root?.all.first { $0.name == "error" }?["message"] == "no case ran: no case was selected")
  }

  @Test("messages, bodies and outputs keep to their caps")
  func caps() throws {
    let long = String(repeating: "ख", count: 9000)
    let problem = JUnitDocument.Problem(type: "x", message: long, body: long)
    var testCase = JUnitDocument.Case(classname: "c", name: "n", outcome: .failed(problem))
    testCase.output = long
    let document = JUnitDocument(
      name: "w", timestamp: nil, host: "h", suites: [JUnitDocument.Suite(name: "s", cases: [testCase])])
    let written = try #require(Self.cases(try Self.parse(document)).first)
    let failure = try #require(written.children.first { $0.name == "failure" })
    #expect(failure["message"].map { $0.utf8.count <= 512 } == true)
    #expect(failure.text.utf8.count <= 8192)
    #expect(written.children.first { $0.name == "system-out" }.map { $0.text.utf8.count <= 4096 } == true)
  }

  @Test("a file over the limit loses passing cases first and says how many")
  func fileLimit() throws {
    let body = String(repeating: "x", count: 900)
    let cases = (0..<300).map { index in
      JUnitDocument.Case(
        classname: "c", name: "\(index)",
        outcome: index % 10 == 0
          ? .failed(JUnitDocument.Problem(type: "t", message: "m", body: body)) : .passed)
    }
    let document = JUnitDocument(
      name: "w", timestamp: nil, host: "h", suites: [JUnitDocument.Suite(name: "s", cases: cases)])
    var report = JUnitReport(profile: .common)
    report.fileLimit = 40_000
    let bytes = try report.bytes(of: document)
    #expect(bytes.count <= 40_000)
    let xml = try #require(ParsedXML(bytes))
    let kept = Self.cases(xml)
    #expect(kept.count { $0.children.contains { $0.name == "failure" } } == 30)
    #expect(kept.count < 301)
    let note = try #require(kept.last?.children.first?["message"])
    #expect(note.hasPrefix("\(301 - kept.count) cases truncated"))
    #expect(xml.root?["tests"] == "\(kept.count)")
  }
}
