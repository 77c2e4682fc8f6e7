import Testing

@testable import CoachCore

/// Numbers of Hindi prose: scales, words, dates and the words that put a figure above or below zero.
struct HindiGroundingTests {
  private static let facts: [String: GroundingFact] = [
    "[f1]": SampleFacts.grounding("goal.g2.projected", "2197936.68", .inr),
    "[f2]": SampleFacts.grounding("goal.g2.assumed_return", "0.11", .ratio),
    "[f3]": SampleFacts.grounding("goal.g2.shortfall", "2097528.77", .inr),
    "[f4]": SampleFacts.grounding("goal.g2.surplus", "350000", .inr),
    "[f5]": SampleFacts.grounding("goal.g2.gap", "-2097528.77", .inr),
    "[f6]": SampleFacts.grounding("goal.g2.horizon", "42", .months),
    "[f7]": SampleFacts.grounding("goal.g2.target_date", "2031-06-01", .date),
    "[f8]": SampleFacts.grounding("goal.g2.drift.largest", "12.5", .percentPoint),
    "[f9]": SampleFacts.grounding("goal.g2.probability.paths", "10000", .count),
    "[f10]": SampleFacts.grounding("goal.g2.probability", "0.2997", .ratio),
    "[f11]": SampleFacts.grounding("small", "225450", .inr),
    "[f12]": SampleFacts.grounding("half", "0.5", .ratio),
    "[f13]": SampleFacts.grounding("years", "30", .months),
    "[f14]": SampleFacts.grounding("crores", "17500000", .inr),
    "[f15]": SampleFacts.grounding("part", "0.667", .ratio),
  ]

  private func verdict(_ text: String) -> String {
    NumberGrounding().judge(text, citations: Self.facts).first?.reason.rawValue ?? "ok"
  }

  @Test(arguments: [
    "₹21.98 लाख [f1] जमा हो पाते हैं।", "₹२१.९८ लाख [f1]", "21.98 लाख रुपये [f1]", "रु. 21.98 लाख [f1]", "₹0.22 करोड़ [f1]",
    "बाईस लाख रुपये [f1]", "₹2,198 हज़ार [f1]", "₹2198 हजार [f1]", "साढ़े तीन लाख रुपये [f4]", "₹3.5 लाख [f4]",
    "दो लाख पच्चीस हज़ार चार सौ पचास रुपये [f11]", "सवा दो लाख रुपये [f11]", "पौने दो करोड़ रुपये [f14]", "डेढ़ सौ प्रतिशत [f99]",
    "11.00% सालाना [f2]", "ग्यारह प्रतिशत [f2]", "11 फ़ीसदी [f2]", "११ प्रतिशत [f2]", "साढ़े तीन साल [f6]", "3 साल 6 महीने [f6]",
    "3 वर्ष और 6 माह [f6]", "बयालीस महीने [f6]", "42 माह [f6]", "ढाई साल [f13]", "12.5 प्रतिशत अंक [f8]",
    "12.50 प्रतिशत अंकों [f8]",
    "साढ़े बारह प्रतिशत अंक [f8]", "10,000 सिमुलेशन [f9] में से 30% [f10] में", "दस हज़ार [f9]", "आधा [f12]", "पचास प्रतिशत [f12]",
    "दो-तिहाई [f15]", "दो तिहाई [f15]", "1 जून 2031 [f7] तक", "१ जून २०३१ [f7]", "जून 2031 [f7] तक", "साल 2031 [f7] में",
    "इन पर ध्यान दो।", "साल में एक बार देखें।", "दोनों लक्ष्य", "छोटे-छोटे कदम",
  ])
  func accepted(text: String) {
    #expect(verdict(text) == (text.contains("[f99]") ? "unknown_fact" : "ok"), "\(text)")
  }

  @Test(arguments: [
    ("₹21.99 लाख [f1]", "mismatch"), ("₹21.98 करोड़ [f1]", "scale_error"), ("₹21.98 हज़ार [f1]", "scale_error"),
    ("तेईस लाख रुपये [f1]", "mismatch"), ("बारह प्रतिशत [f2]", "mismatch"), ("ढाई साल [f6]", "wrong_fact"),
    ("साढ़े चार साल [f6]", "mismatch"), ("सवा तीन लाख रुपये [f4]", "mismatch"), ("सत्तानवे प्रतिशत", "uncited"),
    ("12.6 प्रतिशत अंक [f8]", "mismatch"), ("1 जुलाई 2031 [f7]", "mismatch"), ("2 जून 2031 [f7]", "mismatch"),
    ("1 जून 2032 [f7]", "mismatch"), ("नौ हज़ार [f9]", "mismatch"), ("31% [f10]", "mismatch"),
    ("₹5 लाख", "uncited"),
    ("पाँच साल", "uncited"), ("तीन-चौथाई [f15]", "mismatch"), ("दोगुना [f2]", "mismatch"),
    ("₹21.98 लाख [f2]", "wrong_fact"),
  ])
  func refused(text: String, reason: String) { #expect(verdict(text) == reason, "\(text)") }

  @Test(arguments: [
    "₹20.98 लाख [f3] की कमी रह जाती है।", "₹20.98 लाख [f3] कम पड़ते हैं।", "कमी: ₹20.98 लाख [f3]",
    "कमी लगभग ₹20.98 लाख [f3] है।",
    "₹20.98 लाख [f5] की कमी", "₹20.98 लाख [f5] का घाटा", "₹20.98 लाख [f5] पीछे", "₹20.98 लाख [f5] कम",
    "माइनस ₹20.98 लाख [f5]",
    "-₹20.98 लाख [f5]", "₹3.50 लाख [f4] का अधिशेष", "₹3.50 लाख [f4] ज़्यादा", "₹3.50 लाख [f4] आगे", "₹3.50 लाख [f4] की बचत",
    "₹21.98 लाख [f1] से कम", "₹21.98 लाख [f1], यानी ₹20.98 लाख [f3] की कमी।", "कम से कम ₹21.98 लाख [f1]",
    "योजना पीछे है: ₹21.98 लाख [f1] जमा होंगे।", "₹21.98 लाख [f1] जमा हैं। कमी ₹20.98 लाख [f3] है।", "₹3.50 लाख [f4] की कमी नहीं",
  ])
  func signs(text: String) { #expect(verdict(text) == "ok", "\(text)") }

  @Test(arguments: [
    "₹3.50 लाख [f4] की कमी", "₹3.50 लाख [f4] कम", "₹3.50 लाख [f4] पीछे", "₹3.50 लाख [f4] का घाटा", "कमी: ₹3.50 लाख [f4]",
    "₹20.98 लाख [f3] का अधिशेष", "₹20.98 लाख [f3] ज़्यादा", "₹20.98 लाख [f3] आगे", "अधिशेष: ₹20.98 लाख [f3]",
    "₹20.98 लाख [f5] जमा हैं", "कमी है। ₹20.98 लाख [f5] जमा हैं", "-₹3.50 लाख [f4]", "₹20.98 लाख [f5] का अधिशेष",
  ])
  func signErrors(text: String) { #expect(verdict(text) == "sign_error", "\(text)") }

  @Test func everyCardinalStandsForItsValue() {
    #expect(HindiNumberWords.cardinals.values.sorted().first == 0)
    #expect(Set(HindiNumberWords.cardinals.values) == Set(0...99))
    for (word, value) in HindiNumberWords.cardinals.sorted(by: { $0.key < $1.key }) {
      let fact = SampleFacts.grounding("f", "\(value)", .months)
      let found = NumberGrounding().judge("\(word) महीने [f1]", citations: ["[f1]": fact])
      #expect(found.isEmpty, "\(word) is \(value)")
    }
  }
}
