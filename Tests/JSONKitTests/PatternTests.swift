import JSONKit
import Testing

/// Regular expressions as the `pattern` keyword offers them.
@Suite struct PatternTests {
  private func matches(_ pattern: String, _ text: String) throws -> Bool {
    try JSONSchema(["pattern": .string(pattern)]).validate(.string(text)).isEmpty
  }

  @Test(arguments: [
    ("", ""), ("", "a"), ("b", "abc"), ("^a", "ab"), ("c$", "abc"), ("^$", ""), ("a|b|c", "xc"),
    ("^(?:ab|cd)+$", "abcdab"),
    ("^a{2}$", "aa"), ("^a{2,}$", "aaaa"), ("^a{1,3}$", "aaa"), ("^a{0}$", ""), ("^[a-c-]+$", "b-c"),
    ("^[^a-c]$", "d"), ("^[]$|x", "x"),
    ("^[^]$", "\n"), ("^\\d+\\.\\d{2}$", "12.34"), ("^\\w+\\s\\w+$", "ab\u{A0}cd"), ("\\bcat\\b", "a cat."),
    ("\\Bat", "cat"),
    ("^.$", "😀"), ("^\\u{1F600}$", "😀"), ("^\\uD83D\\uDE00$", "😀"), ("^\\u00e9$", "é"), ("^\\x41$", "A"),
    ("^\\cJ$", "\n"),
    ("^\\p{L}+$", "नमस"), ("^\\p{Lu}\\P{Lu}$", "Éa"), ("^\\p{gc=Nd}$", "५"), ("^[\\p{L}\\d]+$", "aé1"),
    ("^(?<year>\\d{4})$", "2026"),
    ("^a*?b+?c??$", "aabb"), ("^(a*)*$", "aaa"), ("^(|a)+$", "aa"), ("^\\^\\$\\/$", "^$/"),
    ("^[\\b\\-]$", "\u{8}"), ("^\\0$", "\u{0}"),
    ("^(a|ab)(c|bcd)$", "abcd"), ("^₹\\d{1,2}(,\\d{2})*,\\d{3}$", "₹12,34,567"), ("^(a{0,2}){2}$", "aaaa"),
  ])
  func matching(_ pattern: String, _ text: String) throws {
    #expect(try matches(pattern, text))
  }

  @Test(arguments: [
    ("a", ""), ("^b", "ab"), ("a$", "ab"), ("^a$", "a\n"), ("^a{2}$", "aaa"), ("^a{1,3}$", "aaaa"),
    ("^[a-c]$", "d"), ("[]", "a"),
    ("^\\d$", "५"), ("^\\w$", "é"), ("^.$", "\n"), ("^.$", "\u{2028}"), ("^é$", "e\u{301}"), ("\\bat", "cat"),
    ("^\\S$", "\u{FEFF}"),
    ("^[^\\D]$", "a"), ("^(a|b)$", "ab"), ("^(a{0,2}){2}$", "aaaaa"),
  ])
  func notMatching(_ pattern: String, _ text: String) throws {
    #expect(try !matches(pattern, text))
  }

  @Test(arguments: [
    "(", ")", "[", "[a", "]", "{", "}", "a{", "a{1", "a{2,1}", "a**", "*", "+a", "\\", "\\q", "\\a", "(?=a)",
    "(?!a)", "(?<=a)", "(?<!a)",
    "(a)\\1", "\\k<a>", "(?i)a", "[b-a]", "[\\d-z]", "\\x4", "\\u12", "\\u{110000}", "\\u{}", "\\u{41",
    "\\c1", "\\p{Greek}", "\\pL",
    "^*", "(?<1-2>a)", "a{99999999999999999999}", "(a{5000}){5000}", "\\00",
    String(repeating: "(", count: 100_000),
  ])
  func refused(_ pattern: String) {
    let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(["pattern": .string(pattern)]) }
    #expect(error?.code == .invalidKeyword)
  }

  /// Backtracking would take longer than anyone waits.
  @Test(.timeLimit(.minutes(1)))
  func hostileTextsTakeLinearTime() throws {
    let text = String(repeating: "a", count: 20_000) + "!"
    #expect(try !matches("^(a+)+$", text))
    #expect(try !matches("^(a|a)*$", text))
  }
}
