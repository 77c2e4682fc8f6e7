import Testing

@testable import CoachCore

struct NormalizedTextTests {
  @Test(arguments: [
    ("ＡＢＣ１２３", "ABC123"), ("९९९९", "9999"), ("a\u{200B}b\u{202E}c", "abc"), ("can’t", "can't"),
    ("5–7", "5-7"),
    ("−5", "-5"), ("a\u{00A0}b", "a b"), ("ﬁne", "fine"), ("₹5", "₹5"), ("e\u{301}", "é"), ("𝐏𝐀𝐍", "PAN"),
    ("ज़रूर", "जरूर"),
    ("करोड़", "करोड"), ("पहुँच", "पहुंच"), ("\r\n", "\n\n"), ("", ""), ("①", "1"), ("٣", "3"),
  ])
  func folds(text: String, expected: String) {
    #expect(String(NormalizedText(text)).unicodeScalars.elementsEqual(expected.unicodeScalars), "\(text)")
  }

  @Test func everyPartMapsBackToItsOrigin() {
    let pieces = [
      "A", "ＡＢ", "९", "\u{200B}", "ज़", "e\u{301}", "ﬁ", "₹", " ", "–", "क\u{93C}", "👩‍👩‍👧", "\u{FE0F}", "…",
    ]
    var generator = SplitMix(seed: 5)
    for _ in 0..<300 {
      let text = (0..<12).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      let folded = NormalizedText(text)
      #expect(folded.originalRange(of: 0..<folded.scalars.count).upperBound <= folded.original.count)
      for position in folded.scalars.indices {
        let range = folded.originalRange(of: position..<position + 1)
        #expect(!range.isEmpty)
        // What the part came from, folded alone, holds the part again.
        let again = NormalizedText(String(scalars: folded.original[range]))
        #expect(again.scalars.contains(folded.scalars[position]), "\(text) at \(position)")
      }
    }
  }

  @Test func foldingTwiceIsFoldingOnce() {
    for text in ["ＰＡＮ ९९ ज़ ﬁ …", "½ ① Ⅻ ㎏", "a\u{300}\u{301}"] {
      let once = String(NormalizedText(text))
      #expect(String(NormalizedText(once)).unicodeScalars.elementsEqual(once.unicodeScalars))
    }
  }
}
