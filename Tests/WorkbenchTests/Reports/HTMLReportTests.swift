import JSONKit
import Scoring
import Testing

@testable import Workbench

@Suite("HTML report") struct HTMLReportTests {
  private static let blocks: Set<String> = [
    "div", "p", "ul", "ol", "table", "section", "article", "details", "pre", "dl",
  ]

  /// The page is written so that it is XML too; libxml2's XML parser is a far stricter judge than its HTML parser,
  /// which repairs what it reads and does not know the elements of HTML 5.
  private static func parse(_ html: String) throws -> ParsedXML {
    try #require(ParsedXML(Array(html.utf8)), "the page is not well-formed")
  }

  private static func render(_ input: ReportInput) throws -> String { try HTMLReport().render(input) }

  @Test("the page is well-formed, its ids unique and every link leads somewhere")
  func structure() throws {
    let xml = try Self.parse(try Self.render(try SampleRun.input()))
    let elements = try #require(xml.root).all
    let ids = elements.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    let links = elements.filter { $0.name == "a" }.compactMap { $0["href"] }
    #expect(links.count > 20)
    for link in links {
      #expect(link.hasPrefix("#"))
      #expect(ids.contains(String(link.dropFirst())), "\(link) has no target")
    }
    for paragraph in elements where paragraph.name == "p" {
      #expect(!paragraph.all.dropFirst().contains { Self.blocks.contains($0.name) })
    }
    for reference in elements.compactMap({ $0["aria-labelledby"] }) {
      #expect(reference.split(separator: " ").allSatisfy { ids.contains(String($0)) })
    }
  }

  @Test("the page runs nothing and loads nothing")
  func selfContained() throws {
    let html = try Self.render(try SampleRun.input())
    let elements = try #require(try Self.parse(html).root).all
    let loading: Set<String> = [
      "script", "link", "img", "iframe", "object", "embed", "audio", "video", "source", "form",
    ]
    #expect(!elements.contains { loading.contains($0.name) })
    for element in elements {
      #expect(!element.attributeNames.contains { $0.hasPrefix("on") || $0 == "src" || $0 == "style" })
    }
    #expect(!html.contains("http://"))
    #expect(!html.contains("https://"))
    #expect(!html.contains("url("))
    #expect(!html.contains("@import"))
  }

  @Test("the page says what a person needs to judge the run")
  func content() throws {
    let html = try Self.render(try SampleRun.input())
    for text in [
      "4 of 7 cases passed, 2 failed, 1 ended in an error, 1 skipped", "Exit status 5",
      "pass_rate &#62;= 1.0",
      "as if priced at openai/gpt-5-mini", "goal_insights", "p95 18.9 ms",
      "workbench golden accept core/surplus",
      "/facts/goal.g1.surplus", "written by the template after 3 rejected drafts", "R4 uncited", "₹47,310",
      "suites/core.yaml:44", "session.completed", "r-20261122-0915-7f3a",
    ] {
      #expect(html.contains(text), "\(text) is missing")
    }
    #expect(!html.contains("attempt 0"), "a person counts attempts from 1")
  }

  @Test("each cited number links to its fact's row")
  func citedNumbers() throws {
    let xml = try Self.parse(try Self.render(try SampleRun.input()))
    let elements = try #require(xml.root).all
    let cited = elements.filter { $0["class"] == "cited" && $0["href"]?.hasPrefix("#case-1-") == true }
    #expect(cited.map(\.text) == ["11.00%", "₹21.98 L", "1 June 2031", "₹42.95 L", "₹20.98 L", "₹24,000"])
    for link in cited {
      let row = elements.first { $0["id"] == link["href"].map { String($0.dropFirst()) } }
      #expect(row?.name == "tr")
      #expect(row.map { $0.text.contains(link["title"] ?? "?") } == true)
    }
  }

  @Test(
    "hostile text stays text wherever it stands",
    arguments: [
      "\"><script>alert(1)</script>", "\"\u{301}><script>alert(1)</script>", "'\u{200D} onmouseover=x",
      "</style><b>",
      "]]>&<!--", "{{secret}}{{{raw}}}", "\u{1B}[31m\u{0}\u{FFFE}", "`x`",
    ])
  func hostile(text: String) throws {
    let value = JSONValue.string(text)
    let row = try SampleRun.row(
      text,
      [
        "suite": value, "variant": value, "model": value, "status": "failed", "file": value,
        "priced_as": value,
        "checks": [["check": value, "status": "failed", "message": value]],
      ])
    var run = SampleRun.provenance
    (run.run, run.host, run.version, run.startedAt, run.suites) = (text, text, text, text, [text])
    let usage = [AgentUsage(agent: text, calls: 1, inputTokens: 1, outputTokens: 1, costMicros: nil)]
    let summary = RunSummary(
      rows: [row], gates: [(text, try Gate("pass_rate >= 1").evaluate([row]))], run: run, usageByAgent: usage)
    let record = JSONMutation.replacingTexts(of: SampleRecord.value(isRejected: true), by: text)
    let input = ReportInput(
      summary: summary, cells: Cell.group([row]), details: [CaseDetail(row: row, record: record)],
      samples: [],
      notes: [text])
    let html = try Self.render(input)
    let elements = try #require(try Self.parse(html).root).all
    #expect(!elements.contains { $0.name == "script" })
    #expect(elements.count { $0.name == "style" } == 1)
    #expect(!elements.contains { $0.attributeNames.contains { $0.hasPrefix("on") } })
    #expect(elements.contains { $0.name == "h3" && $0.text.contains(XMLText.legal(text)) })
  }

  @Test("any JSON in place of a record is shown or left out, never a crash", arguments: 0..<30)
  func wildRecords(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let row = try SampleRun.row("a", ["status": "failed"])
    let summary = RunSummary(rows: [row], gates: [], run: SampleRun.provenance, usageByAgent: [])
    let record = JSONMutation.mutated(SampleRecord.value(isRejected: true), &generator)
    let input = ReportInput(
      summary: summary, cells: Cell.group([row]), details: [CaseDetail(row: row, record: record)], samples: []
    )
    _ = try Self.parse(try Self.render(input))
  }

  @Test("ten thousand rows keep to 5 MB and say what is left out", arguments: [0, 100])
  func size(failingPercent: Int) throws {
    let rows = try (0..<10_000).map { index in
      try SampleRun.row(
        "case-number-\(index)",
        index % 100 < failingPercent
          ? [
            "status": "failed",
            "checks": [SampleRun.check("golden", "failed", String(repeating: "x", count: 150))],
          ]
          : [:])
    }
    let summary = RunSummary(rows: rows, gates: [], run: SampleRun.provenance, usageByAgent: [])
    let cells = Cell.group(rows)
    let details = cells.filter(\.isFailing).prefix(ReportInput.Limits().failing).map {
      CaseDetail(row: $0.shown, record: SampleRecord.value(isRejected: true))
    }
    let html = try Self.render(ReportInput(summary: summary, cells: cells, details: details, samples: []))
    #expect(html.utf8.count <= 5_000_000)
    #expect(html.contains(failingPercent == 0 ? "9,500 of 10,000 passing" : "9,000 of 10,000 failing"))
    #expect(html.contains("results.jsonl holds them all"))
    _ = try Self.parse(html)
  }

  @Test("passing rows fold away when there are many", arguments: [(50, false), (51, true)])
  func folding(count: Int, isFolded: Bool) throws {
    let rows = try (0..<count).map { try SampleRun.row("c\($0)") }
    let summary = RunSummary(rows: rows, gates: [], run: SampleRun.provenance, usageByAgent: [])
    let html = try Self.render(
      ReportInput(summary: summary, cells: Cell.group(rows), details: [], samples: []))
    let section = try #require(try Self.parse(html).root?.all.first { $0["id"] == "cases" })
    #expect(section.all.contains { $0.name == "details" } == isFolded)
  }
}
