import JSONKit
import Scoring
import Testing

@testable import Workbench

@Suite("Recommendations in the HTML report")
struct AdviceReportTests {
  private static func html(_ language: String, _ record: JSONValue? = nil) throws -> String {
    let row = try SampleRun.row("a", ["status": "failed"])
    let summary = RunSummary(rows: [row], gates: [], run: SampleRun.provenance, usageByAgent: [])
    let sample = SampleAdvice.added(to: SampleRecord.value(isRejected: false), language: language)
    let input = ReportInput(
      summary: summary, cells: Cell.group([row]), details: [CaseDetail(row: row, record: record ?? sample)],
      samples: [])
    return try HTMLReport().render(input)
  }

  private static func elements(_ html: String) throws -> [ParsedXML.Element] {
    try #require(ParsedXML(Array(html.utf8))?.root, "the page is not well-formed").all
  }

  private static func cards(_ html: String) throws -> [ParsedXML.Element] {
    try elements(html).filter { $0["class"] == "artifact advice" }
  }

  private static func text(_ element: ParsedXML.Element) -> String {
    element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(
    "a card says what, to which effect, at which cost, why it suits and until when, the most urgent first")
  func cards() throws {
    let cards = try Self.cards(try Self.html("en")).map(Self.text)
    #expect(cards.count == 2)
    for words in [
      "Priority 1", "Raise the SIP every year", "rise a year 10.00%", "SIP s1, s2", "can be undone",
      "₹20.98 L → ₹0",
      "no cost", "profile moderate, horizon 4 years 9 months", "the ceiling of equity",
      "13 September 2026", "Educational information", "written by the model at attempt 2",
    ] {
      #expect(cards[0].contains(words), "\(words) in \(cards[0])")
    }
    for words in [
      "Priority 2", "cannot be undone", "12.50 pp → 0.00 pp", "tax ₹9,375, exit load ₹1,240",
      "a date moves only where the goal allows it", "from equity", "28 August 2026",
      "after 3 rejected drafts",
    ] {
      #expect(cards[1].contains(words), "\(words) in \(cards[1])")
    }
  }

  @Test("every figure of a card leads to the row of its fact")
  func links() throws {
    let elements = try Self.elements(try Self.html("en"))
    let rows = Dictionary(elements.compactMap { row in row["id"].map { ($0, row) } }) { first, _ in first }
    let links = try Self.cards(try Self.html("en")).flatMap(\.all).filter { $0["class"] == "cited" }
    #expect(links.count == 12)
    for link in links {
      let row = rows[link["href"].map { String($0.dropFirst()) } ?? ""]
      #expect(row?.text.contains(link["title"] ?? "?") == true, "\(link.text)")
    }
  }

  @Test("insights stand under the agent that wrote them, in the order of the plan")
  func agents() throws {
    let headings = try Self.elements(try Self.html("en")).filter { $0.name == "h4" }.map(\.text)
    #expect(headings.prefix(4) == ["Recommendations", "Goals", "Performance", "Allocation"])
  }

  @Test("Hindi is marked as Hindi, with its own words around it; English within it as English")
  func hindi() throws {
    let html = try Self.html("hi")
    let card = try #require(try Self.cards(html).first)
    #expect(card["lang"] == "hi")
    let text = Self.text(card)
    for words in ["हर साल SIP बढ़ाएँ", "प्राथमिकता 1", "कोई लागत नहीं", "4 साल 9 महीने", "13 सितंबर 2026"] {
      #expect(text.contains(words), "\(words) in \(text)")
    }
    #expect(card.all.filter { $0["class"] == "small legal" }.allSatisfy { $0["lang"] == "en" })
    #expect(try Self.elements(html).filter { $0["class"] == "artifact" }.map { $0["lang"] } == ["hi"])
    #expect(!(try Self.html("en")).contains("lang=\"hi\""))
  }

  @Test("a figure that is no fact of the case is marked, never shown as if it were one")
  func unknownFact() throws {
    var record = SampleAdvice.added(to: SampleRecord.value(isRejected: false), language: "en").object
    record?["facts"] = []
    let card = try #require(try Self.cards(try Self.html("en", record.map { .object($0) })).first)
    #expect(!card.all.contains { $0["class"] == "cited" })
    let marks = card.all.filter { $0.name == "mark" }
    #expect(marks.contains { $0["title"] == "goal.g2.shortfall is not among the facts of this case" })
  }

  @Test("a step is named where it is another than the card's title")
  func stepTitles() throws {
    let cards = try Self.cards(try Self.html("en"))
    #expect(try #require(cards.first).text.ranges(of: "Raise the SIP every year").count == 1)
    var record = SampleAdvice.added(to: SampleRecord.value(isRejected: false), language: "en").object
    var other = SampleAdvice.stepUp.object
    other?["kind"] = "increase_sip"
    record?["artifacts"] = ["insights": [], "recommendations": [.object(other ?? [:])]]
    let card = try #require(try Self.cards(try Self.html("en", record.map { .object($0) })).first)
    #expect(card.text.contains("Increase the SIP") && card.text.contains("Raise the SIP every year"))
  }

  @Test("every kind of the contract has a title in both languages, and no two the same")
  func kinds() {
    for words in [AdviceWords.english, AdviceWords.hindi] {
      let titles = KindNames.all.map { words.title(of: $0) }
      #expect(titles.allSatisfy { !$0.contains("_") })
      #expect(Set(titles).count == titles.count)
    }
  }

  @Test("every figure a step can move, and every status, has words in both languages")
  func effects() {
    let facts = [
      "goal.g1.funded_ratio", "goal.g12.drift.largest", "portfolio.emergency.value", "holding.h2.value",
      "portfolio.overlap.largest",
    ]
    for words in [AdviceWords.english, AdviceWords.hindi] {
      #expect(facts.allSatisfy { words.title(ofEffect: $0) != nil })
      #expect(words.title(ofEffect: "goal.g1.unheard_of") == nil)
      #expect(Set(words.statuses.keys) == Set(StatusNames.all))
    }
    #expect(facts.allSatisfy { AdviceWords.hindi.title(ofEffect: $0)?.contains(/[a-z]/) == false })
  }

  @Test("every rule of suitability has words in both languages, and no two the same")
  func rules() {
    for words in [AdviceWords.english, AdviceWords.hindi] {
      #expect(Set(words.rules.keys) == Set(RuleNames.all))
      #expect(Set(words.rules.values).count == RuleNames.all.count)
      #expect(words.rules.values.allSatisfy { !$0.isEmpty && !$0.contains("_") })
    }
    #expect(AdviceWords.hindi.rules.values.allSatisfy { !$0.contains(/[a-z]/) })
  }

  @Test(
    "hostile text in a recommendation stays text",
    arguments: [
      "\"><script>alert(1)</script>", "\"\u{301}><script>", "'\u{200D} onmouseover=x", "</ol></div>", "{{x}}",
    ])
  func hostile(text: String) throws {
    let record = SampleAdvice.added(to: SampleRecord.value(isRejected: false), language: "en")
    let elements = try Self.elements(try Self.html("en", JSONMutation.replacingTexts(of: record, by: text)))
    #expect(!elements.contains { $0.name == "script" || $0.attributeNames.contains { $0.hasPrefix("on") } })
    let cards = elements.filter { $0["class"] == "artifact advice" }
    #expect(cards.count == 2 && cards.allSatisfy { $0.text.contains(XMLText.legal(text)) })
  }

  @Test("any JSON in place of the advice is shown or left out, never a crash", arguments: 0..<40)
  func wild(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let record = SampleAdvice.added(to: SampleRecord.value(isRejected: true), language: "hi")
    _ = try Self.elements(try Self.html("hi", JSONMutation.mutated(record, &generator)))
  }
}
