import JSONKit
import Testing

@Suite struct PointerTests {
  @Test func readingAndWriting() throws {
    let pointer = try JSONPointer("/a~1b/m~0n/0//~01")
    #expect(pointer.tokens == ["a/b", "m~n", "0", "", "~1"])
    #expect(pointer.description == "/a~1b/m~0n/0//~01")
    #expect(try JSONPointer("") == .root)
    #expect(JSONPointer.root.appending("x/y").appending(2).description == "/x~1y/2")
  }

  @Test(arguments: ["a", "~", "/~", "/~2", "/a~", "#/a", " /a"])
  func refused(_ text: String) {
    #expect(throws: JSONPointerError.self) { try JSONPointer(text) }
  }

  /// A mark that combines with the slash makes one character of both, but two scalars.
  @Test func slashBeforeACombiningMark() throws {
    #expect(
      try JSONPointer("/\u{301}a/\u{301}").tokens.map { Array($0.unicodeScalars) } == [
        ["\u{301}", "a"], ["\u{301}"],
      ])
    #expect(
      JSONPointer(tokens: ["/\u{301}"]).description.unicodeScalars.elementsEqual("/~1\u{301}".unicodeScalars))
    #expect(JSONPointer(tokens: ["\u{E9}"]) != JSONPointer(tokens: ["e\u{301}"]))
  }

  @Test func evaluation() throws {
    let value: JSONValue = ["a": [1, ["0": "x", "-": "y"]], "": ["": 2]]
    func part(_ text: String) throws -> JSONValue? { value[try JSONPointer(text)] }
    #expect(try part("") == value)
    #expect(try part("/a/0") == 1)
    #expect(try part("/a/1/0") == "x")
    #expect(try part("/a/1/-") == "y")
    #expect(try part("//") == 2)
    for text in [
      "/b", "/a/2", "/a/-", "/a/00", "/a/01", "/a/+1", "/a/-1", "/a/", "/a/0/0", "/a/99999999999999999999",
    ] {
      #expect(try part(text) == nil, "\(text)")
    }
  }

  @Test func fragments() throws {
    #expect(try JSONPointer(fragment: "#/c%25d/%C3%A9").tokens == ["c%d", "é"])
    #expect(try JSONPointer(fragment: "#") == .root)
    for text in ["", "/a", "#a", "#/%", "#/%2", "#/%zz", "#/%FF"] {
      #expect(throws: JSONPointerError.self, "\(text)") { try JSONPointer(fragment: text) }
    }
  }

  @Test func textAndTokensAgree() throws {
    var generator = SeededGenerator(seed: 6_901)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...4, using: &generator)
      let pointer = JSONPointer(tokens: (0..<count).map { _ in String.random(using: &generator) })
      #expect(try JSONPointer(pointer.description) == pointer)
    }
  }
}
