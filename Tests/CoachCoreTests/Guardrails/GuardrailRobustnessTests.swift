import JSONKit
import Testing

@testable import CoachCore

/// Whatever a model writes, the judges answer, and what they point at lies in the text.
struct GuardrailRobustnessTests {
  private static let pieces = [
    "₹", "Rs.", "-", "–", "+", "9", "99999999999999999999999999999999999999999999999999", ",", ".", "0.", " ",
    "\n", "%",
    "lakh", "crore crore crore crore crore", "L", "K", "hundred", "and", "a", "half", "years", "months",
    "[f1]", "[f", "]",
    "[f99999999999]", "(", ")", "1", "12", "2031", "-06-01", "June", "th", "/", "-", "no", "not", "guarantee",
    "will",
    "double", "short", "gap", "surplus", "नहीं", "गारंटी", "९", "\u{200B}", "e\u{301}", "\u{0}", "\u{10FFFF}", "👩‍👩‍👧",
    "@", "IN300394",
    "folio", "a/c", "XXXX", "PAN", "A B C P E 1 2 3 4 F", "between", "to", "1e9", "twenty-", "two-thirds",
    "dp id",
  ]

  @Test func nothingTrapsAndSpansLieInside() {
    let facts = [
      "[f1]": SampleFacts.grounding("huge", "123456789012345678901234567890123456", .inr),
      "[f2]": SampleFacts.grounding("tiny", "1e-99", .ratio),
      "[f3]": SampleFacts.grounding("text", "behind", .enumeration),
      "[f4]": SampleFacts.grounding("beyond", "1e400", .years),
    ]
    let (claims, personal) = (
      BannedClaimDetector(), PIIDetector(personalValues: [.init(.name, "double June")])
    )
    var generator = SplitMix(seed: 23)
    for _ in 0..<1500 {
      let count = Int.random(in: 0...14, using: &generator)
      let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }
        .joined(separator: Bool.random(using: &generator) ? " " : "")
      let length = text.unicodeScalars.count
      let spans =
        NumberGrounding().judge(text, citations: facts).map { ($0.start, $0.end) }
        + claims.matches(in: text).map { ($0.start, $0.end) }
        + personal.matches(in: text).map { ($0.start, $0.end) }
      for (start, end) in spans {
        #expect(0 <= start && start < end && end <= length, "\(text)")
      }
    }
  }

  @Test func figuresBeyondAllBoundsAreMismatches() {
    let citations = ["[f1]": SampleFacts.grounding("f", "1.00", .inr)]
    for text in [
      "₹" + String(repeating: "9", count: 5000) + " [f1]",
      "₹1" + String(repeating: " crore", count: 400) + " [f1]",
      "₹0." + String(repeating: "0", count: 5000) + "1 [f1]",
    ] {
      #expect(NumberGrounding().judge(text, citations: citations).first?.reason != nil)
    }
  }
}
