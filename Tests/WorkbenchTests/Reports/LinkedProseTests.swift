import Testing

@testable import Workbench

@Suite("Linked prose") struct LinkedProseTests {
  private static func linked(_ text: String, _ citations: [String: String]) -> [String] {
    LinkedProse(markdown: text, citations: citations).blocks.flatMap(\.spans).compactMap { span in
      span.isMarker ? nil : span.factID.map { "\(span.text)=\($0)" }
    }
  }

  @Test(
    "a marker covers every number since the one before it",
    arguments: [
      ("₹21.98 L [f1] of ₹42.95 L [f2].", ["₹21.98 L=a", "₹42.95 L=b"]),
      ("from 10% to 12.5% [f1]", ["10%=a", "12.5%=a"]), ("no number [f1]", []), ("17 months, uncited", []),
      ("-₹1,00,000 [f1]", ["-₹1,00,000=a"]), ("by 1 June 2031 [f1]", ["1 June 2031=a"]),
      ("on 2031-06-01 [f1]", ["2031-06-01=a"]), ("unknown 5 [f9]", []), ("₹20.98 लाख [f1]", ["₹20.98 लाख=a"]),
      ("3 Large funds [f1]", ["3=a"]),
    ])
  func coverage(text: String, links: [String]) {
    #expect(Self.linked(text, ["[f1]": "a", "[f2]": "b"]) == links)
  }

  @Test("nothing of the text is lost", arguments: 0..<100)
  func lossless(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let parts = [
      "[f1]", "[f2", "]", "₹", "1,234.5", "%", " ", "L", "-", "June 2031", "क", "e\u{301}", "[x]", ".",
    ]
    let text = (0..<30).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
    let spans = LinkedProse(markdown: "x" + text, citations: ["[f1]": "a"]).blocks.flatMap(\.spans)
    #expect(spans.map(\.text).joined() == "x" + text)
  }

  @Test("empty lines divide paragraphs and dashes open items")
  func blocks() {
    let prose = LinkedProse(markdown: "one\ntwo\n\n- three\n- four\n\n\nfive", citations: [:])
    #expect(prose.blocks.map { $0.spans.map(\.text).joined() } == ["one two", "three", "four", "five"])
    #expect(prose.blocks.map(\.isItem) == [false, true, true, false])
  }
}
