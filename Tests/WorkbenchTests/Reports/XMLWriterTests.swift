import Testing

@testable import Workbench

@Suite("XML writer") struct XMLWriterTests {
  /// Scalars a writer gets wrong first, mixed into random ones.
  private static let traps: [Unicode.Scalar] = [
    "<", ">", "&", "\"", "'", "]", "\n", "\t", "\r", "\u{0}", "\u{1}", "\u{1B}", "[", "m", "\u{9B}",
    "\u{FFFE}",
    "\u{FFFF}", "\u{85}", "\u{2028}", "\u{301}", "\u{200D}", "₹", "क", "\u{10FFFF}",
  ]

  private static func text(_ generator: inout SeededGenerator) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      let isTrap = Bool.random(using: &generator)
      let random = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
      scalars.append(isTrap ? traps.randomElement(using: &generator) ?? "x" : random ?? "]")
    }
    return String(scalars) + (Bool.random(using: &generator) ? "]]>" : "")
  }

  @Test("any text comes back from libxml2 as it went in, but for what XML cannot carry", arguments: 0..<200)
  func roundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (attribute, content) = (Self.text(&generator), Self.text(&generator))
    let writer = try XMLWriter()
    try writer.element("a", [("b", attribute)]) { writer throws(XMLWriterError) in try writer.text(content) }
    let parsed = try #require(ParsedXML(try writer.finish())?.root)
    #expect(parsed["b"].map { Array($0.utf8) } == Array(XMLText.legal(attribute).utf8))
    #expect(Array(parsed.text.utf8) == Array(XMLText.legal(content).utf8))
  }

  @Test("elements nest and attributes keep their order")
  func nesting() throws {
    let writer = try XMLWriter()
    try writer.element("root") { writer throws(XMLWriterError) in
      try writer.element("one", [("z", "1"), ("a", "2")])
      try writer.element("two") { writer throws(XMLWriterError) in try writer.text("a < b ]]> c") }
    }
    #expect(
      String(decoding: try writer.finish(), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <root>
         <one z="1" a="2"/>
         <two>a &lt; b ]]&gt; c</two>
        </root>

        """)
  }
}
