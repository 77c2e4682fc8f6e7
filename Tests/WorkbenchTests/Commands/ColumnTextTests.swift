import Testing

@testable import Workbench

@Suite("Text in columns")
struct ColumnTextTests {
  @Test(
    "a text is as wide as a terminal shows it",
    arguments: [("abc", 3), ("₹21.98 लाख", 10), ("e\u{301}", 1), ("日本", 4), ("a\u{200B}b", 2), ("", 0)])
  func width(text: String, columns: Int) {
    #expect(ColumnText.width(text) == columns)
  }

  @Test("a line is cut with an ellipsis and never wider than asked", arguments: 0..<30)
  func cut(columns: Int) {
    for text in ["12/40  3 running  0 failed", "日本語のテキスト", "लक्ष्य पीछे है", ""] {
      let cut = ColumnText.cut(text, to: columns)
      #expect(ColumnText.width(cut) <= columns)
      #expect(cut == text || cut.hasSuffix("…") || columns == 0)
    }
  }

  @Test("a line breaks at spaces, indented as far as what it continues")
  func wrap() {
    #expect(ColumnText.wrapped("short", to: 20) == ["short"])
    #expect(
      ColumnText.wrapped("  FAIL  the gate is not held here", to: 20)
        == ["  FAIL  the gate is", "        not held", "        here"])
    #expect(ColumnText.wrapped("one two three four", to: 9) == ["one two", "  three", "  four"])
    #expect(ColumnText.wrapped("averyveryverylongword x", to: 8) == ["averyveryverylongword", "  x"])
  }

  @Test("no word is lost and none is added, at any width", arguments: 1..<40)
  func words(columns: Int) {
    let line = "  pass  latency.p95 < 2s   latency.p95 is 15.5 ms over 13 rows, limit < 2s"
    let wrapped = ColumnText.wrapped(line, to: columns)
    #expect(
      wrapped.flatMap { $0.split(separator: " ") } == line.split(separator: " "))
    #expect(wrapped.allSatisfy { ColumnText.width($0) <= max(columns, 26 + 12) })
  }
}
