import Testing

@testable import Workbench

@Suite("XML text") struct XMLTextTests {
  @Test(
    "what XML 1.0 forbids becomes U+FFFD, the rest stays",
    arguments: [
      ("plain ₹21.98 लाख", "plain ₹21.98 लाख"), ("a\u{0}b", "a\u{FFFD}b"),
      ("\u{8}\u{B}\u{C}\u{E}\u{1F}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ("\t\n\r", "\t\n\r"), ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
      ("\u{10FFFF}\u{7F}", "\u{10FFFF}\u{7F}"),
    ])
  func legal(text: String, expected: String) {
    #expect(Array(XMLText.legal(text).utf8) == Array(expected.utf8))
  }

  @Test(
    "terminal sequences vanish whole",
    arguments: [
      ("\u{1B}[1;31mred\u{1B}[0m", "red"), ("\u{9B}32mgreen", "green"), ("\u{1B}]0;title\u{7}text", "text"),
      ("\u{1B}]8;;x\u{1B}\\link", "link"), ("\u{1B}(Bascii", "ascii"), ("\u{1B}cfull", "full"),
      ("\u{1B}", ""),
      ("\u{1B}[31", "31"), ("\u{1B}]never ended", "never ended"), ("\u{1B}]a\nb\u{7}", "a\nb\u{7}"),
    ])
  func terminal(text: String, expected: String) {
    #expect(TerminalText.plain(text) == expected)
  }

  @Test("a cap counts bytes, keeps characters whole and says what is gone")
  func cap() {
    #expect(XMLText.capped("short", bytes: 5) == "short")
    let cut = XMLText.capped(String(repeating: "न्", count: 200), bytes: 100)
    #expect(cut.utf8.count <= 100)
    #expect(cut.hasSuffix("… (1200 bytes, cut)"))
    #expect(Array(cut.utf8.prefix(12)) == Array("न्न्".utf8))
    #expect(
      XMLText.capped("e\u{301}e\u{301}" + String(repeating: "x", count: 99), bytes: 24).hasPrefix("e\u{301}"))
    #expect(XMLText.capped("abcdef", bytes: 3).utf8.count <= 3)
  }
}
