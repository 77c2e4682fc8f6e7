import JSONKit
import Testing

@testable import Workbench

@Suite("Aliases of a YAML text")
struct YAMLAliasesTests {
  private func message(_ text: String) -> String? { YAMLAliases(text).objection?.message }

  @Test("aliases that are values are let through, however they stand")
  func values() throws {
    let text = "a: &a [x, y]\nb: *a\nc: [*a, *a]\nd: { e: *a }\nf:\n  - *a\n"
    #expect(message(text) == nil)
    #expect(try YAMLDocument(text, file: "f").value["c"]?[1]?[0]?.string == "x")
  }

  @Test(
    "what only looks like an alias or a key is text",
    arguments: [
      "a: &a x\nb: *a\nc: \"*d: 1\"\n", "a: &a x\nb: *a\n# ? *a: x\n", "a: &a x\nb: *a\nc: '[0-9]: x'\n",
      "a: \"say \\\"{x}: y\\\"\"\nb: &b x\nc: *b\n", "a: 2 * 3\nb: it's\n", "? x\n: y\n", "a: what? yes\n",
    ])
  func text(text: String) {
    #expect(message(text) == nil)
  }

  @Test(
    "a key that is no plain text is refused before the parser has to hash it",
    arguments: ["*a : x", "? *a\n: x", "{ ? *a : x }", "{ [*a]: x }", "{ {b: *a} : x }", "? [*a, *a]\n: x"])
  func keys(line: String) {
    let text = "a: &a [x]\nb: &b\n  " + line.replacing("\n", with: "\n  ") + "\n"
    #expect(message(text) == "a key must be plain text")
  }

  @Test("a bomb in a key ends at once")
  func bomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(throws: InputError.self) { try YAMLDocument(text + "? *a29\n: x\n", file: "f") }
    #expect(throws: InputError.self) { try YAMLDocument(text, file: "f") }
  }

  @Test("more aliases than any suite needs are refused")
  func many() {
    let text = "a: &a x\nb: [" + Array(repeating: "*a", count: 1001).joined(separator: ", ") + "]\n"
    #expect(message(text) == "there are 1001 aliases here")
  }
}
