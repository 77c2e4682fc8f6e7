import JSONKit
import Testing

@testable import CoachCore

struct PIIScrubberTests {
  @Test func tokensTakeThePlaceOfPersonalData() {
    let scrubber = PIIScrubber(detector: PIIDetector(personalValues: [.init(.name, "Asha Kulkarni")]))
    #expect(
      scrubber.scrub("Asha Kulkarni, PAN ABCPE1234F, folio 12345678/90, +91 98765 43210")
        == "[NAME], PAN [PAN], folio [FOLIO], [PHONE]")
    #expect(scrubber.scrub("Nothing here but ₹21.98 L [f2].") == "Nothing here but ₹21.98 L [f2].")
  }

  @Test func scrubbingTwiceIsScrubbingOnce() {
    let pieces = [
      "ABCPE1234F", "9999 4105 7058", "+91 98765 43210", "asha@example.in", "asha@upi", "HDFC0001234",
      "a/c 123456789012",
      "folio 12345678/90", "IN300394 client 12345678", "4111 1111 1111 1111", "27AAPFU0939F1ZV", " ", "-",
      "9", "A", "₹",
      "[PAN]", "Asha", "[", "]", "/", "@", "1234", "\u{200B}", "e\u{301}", "९९",
    ]
    let scrubber = PIIScrubber(
      detector: PIIDetector(personalValues: [.init(.name, "Asha"), .init(.name, "PAN")]))
    var generator = SplitMix(seed: 3)
    for _ in 0..<400 {
      let count = Int.random(in: 1...8, using: &generator)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      let once = scrubber.scrub(text)
      #expect(scrubber.scrub(once) == once, "\(text)")
      #expect(!scrubber.detector.contains(in: once), "\(text) → \(once)")
    }
  }

  @Test func textsInsideJSONAreScrubbed() {
    let value: JSONValue = ["note": "PAN ABCPE1234F", "list": [["deep": "9876543210"], 9_876_543_210, nil]]
    #expect(
      PIIScrubber().scrub(value) == ["note": "PAN [PAN]", "list": [["deep": "[PHONE]"], 9_876_543_210, nil]])
  }
}
