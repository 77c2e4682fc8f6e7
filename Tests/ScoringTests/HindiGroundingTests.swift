import JSONKit
import Scoring
import Testing

@Suite("grounding of numbers in Hindi prose")
struct HindiGroundingTests {
  private let grounding = NumberGrounding(facts: [
    Observation.fact("goal.g2.projected", 2_197_936.68, "INR", "₹21.98 L"),
    Observation.fact("return", 0.11, "ratio", "11.00%"),
    Observation.fact("goal.g2.shortfall", 2_097_528.77, "INR", "₹20.98 L"),
    Observation.fact("goal.g2.surplus", 350_000, "INR", "₹3.50 L"),
    Observation.fact("balance", -2_097_528.77, "INR", "-₹20.98 L"),
    Observation.fact("horizon", 42, "months", "3 years 6 months"),
    Observation.fact("day", "2031-06-01", "date", "1 June 2031"),
    Observation.fact("drift", 12.5, "percent_point", "12.50 percentage points"),
    Observation.fact("paths", 10_000, "count", "10,000"),
    Observation.fact("probability", 0.2997, "ratio", "30%"),
    Observation.fact("small", 225_450, "INR", "₹2.25 L"),
    Observation.fact("rooms", 17_500_000, "INR", "₹1.75 Cr"),
    Observation.fact("part", 0.667, "ratio", "66.70%"),
  ])
  private let citations = [
    "[f1]": "goal.g2.projected", "[f2]": "return", "[f3]": "goal.g2.shortfall", "[f4]": "goal.g2.surplus",
    "[f5]": "balance", "[f6]": "horizon", "[f7]": "day", "[f8]": "drift", "[f9]": "paths",
    "[f10]": "probability", "[f11]": "small", "[f12]": "rooms", "[f13]": "part",
  ]

  private func reasons(_ text: String) -> [String] {
    grounding.faults(in: text, citations: citations).map(\.reason.rawValue)
  }

  @Test(arguments: [
    "₹21.98 लाख [f1] जमा", "₹२१.९८ लाख [f1]", "21.98 लाख रुपयों [f1]", "रु. 21.98 लाख [f1]", "₹0.22 करोड़ [f1]",
    "बाइस लाख रुपये [f1]", "₹2,198 हज़ार [f1]", "साढ़े तीन लाख रुपये [f4]", "साढे तीन लाख [f4]",
    "दो लाख पच्चीस हज़ार चार सौ पचास रुपये [f11]", "सवा दो लाख रुपये [f11]", "पौने दो करोड़ रुपये [f12]",
    "11.00% [f2] सालाना", "ग्यारह प्रतिशत [f2]", "11 फ़ीसदी [f2]", "११ प्रतिशत [f2]", "साढ़े तीन साल [f6]", "3 साल 6 महीने [f6]",
    "3 वर्ष और 6 माह [f6]", "बयालीस महीने [f6]", "12.5 प्रतिशत अंक [f8]", "साढ़े बारह प्रतिशत अंक [f8]", "1250 आधार अंक [f8]",
    "10,000 सिमुलेशन [f9] में से 30% [f10] में", "दस हज़ार [f9]", "दो-तिहाई [f13]", "1 जून 2031 [f7] तक", "१ जून २०३१ [f7]",
    "जून 2031 [f7]", "वित्त वर्ष 2031-32 [f7]", "ध्यान दो", "साल में एक बार", "₹20.98 लाख [f3] की कमी", "₹20.98 लाख [f3] कम",
    "कमी: ₹20.98 लाख [f3]", "₹20.98 लाख [f5] की कमी", "₹20.98 लाख [f5] का घाटा", "₹20.98 लाख [f5] पीछे",
    "माइनस ₹20.98 लाख [f5]", "₹3.50 लाख [f4] का अधिशेष", "₹3.50 लाख [f4] ज़्यादा", "₹21.98 लाख [f1] से कम",
    "कम से कम ₹21.98 लाख [f1]", "₹3.50 लाख [f4] की कमी नहीं", "योजना पीछे है: ₹21.98 लाख [f1]",
  ])
  func proved(_ text: String) { #expect(reasons(text) == [], "\(text)") }

  @Test(arguments: [
    ("₹21.99 लाख [f1]", "mismatch"), ("₹21.98 करोड़ [f1]", "scale_error"), ("तेईस लाख रुपये [f1]", "mismatch"),
    ("बारह प्रतिशत [f2]", "mismatch"), ("ढाई साल [f6]", "mismatch"), ("सवा तीन लाख रुपये [f4]", "mismatch"),
    ("सत्तानवे प्रतिशत", "uncited"), ("12.6 प्रतिशत अंक [f8]", "mismatch"), ("1 जुलाई 2031 [f7]", "mismatch"),
    ("2 जून 2031 [f7]", "mismatch"), ("नौ हज़ार [f9]", "mismatch"), ("31% [f10]", "mismatch"),
    ("पाँच साल", "uncited"),
    ("तीन-चौथाई [f13]", "mismatch"), ("वित्त वर्ष 2030-31 [f7]", "mismatch"), ("छह फंड", "uncited"),
    ("₹3.50 लाख [f4] की कमी", "sign_error"), ("₹3.50 लाख [f4] कम", "sign_error"),
    ("₹20.98 लाख [f3] का अधिशेष", "sign_error"), ("₹20.98 लाख [f3] ज़्यादा", "sign_error"),
    ("₹20.98 लाख [f5] जमा हैं", "sign_error"), ("कमी है। ₹20.98 लाख [f5] जमा हैं", "sign_error"),
    ("-₹3.50 लाख [f4]", "sign_error"),
  ])
  func faulty(_ text: String, _ reason: String) { #expect(reasons(text) == [reason], "\(text)") }
}
