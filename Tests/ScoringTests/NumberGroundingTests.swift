import JSONKit
import Scoring
import Testing

@Suite("grounding of numbers in prose")
struct NumberGroundingTests {
  private let grounding = NumberGrounding(facts: [
    Observation.fact("corpus", 1_120_179.45, "INR", "₹11.20 L"),
    Observation.fact("xirr", 0.120436509492502, "ratio", "12.04%"),
    Observation.fact("sip", 16_662.95, "INR", "₹16,663"),
    Observation.fact("horizon", 185, "months", "15 years 5 months"),
    Observation.fact("gap", -2_097_528.77, "INR", "-₹20.98 L"),
    Observation.fact("shortfall", 2_097_528.77, "INR", "₹20.98 L"),
    Observation.fact("target_date", "2042-04-30", "date", "30 April 2042"),
    Observation.fact("goal.g2.count", 3, "count", "3"),
    Observation.fact("big", 12_345_678_900, "INR", "₹1,234.57 Cr"),
  ])
  private let citations = [
    "[f1]": "corpus", "[f2]": "xirr", "[f3]": "sip", "[f4]": "horizon", "[f5]": "gap", "[f6]": "shortfall",
    "[f7]": "target_date", "[f8]": "goal.g2.count", "[f9]": "nowhere", "[f10]": "big",
  ]

  private func reasons(_ text: String) -> [String] {
    grounding.faults(in: text, citations: citations).map(\.reason.rawValue)
  }

  @Test(arguments: [
    "₹11.2 L [f1]", "₹11.20 lakh [f1]", "Rs. 11,20,179 [f1]", "INR 1,120,179.45 [f1]", "₹11,20,179/- [f1]",
    "₹0.11 crore [f1]", "₹0.11Cr [f1]", "₹ 11.2L [f1]", "eleven lakh rupees [f1]",
    "eleven point two lakh [f1]",
    "₹११.२ लाख [f1]", "ग्यारह लाख रुपये [f1]", "₹１１.２ L [f1]", "₹11\u{200B}.2 L [f1]", "₹11 lakh 20 thousand [f1]",
    "**₹11.2 L** [f1]", "₹1,120 thousand [f1]", "₹1.12 million [f1]", "₹1.1M [f1]",
  ])
  func moneyInAnyDress(_ text: String) {
    #expect(reasons(text) == [])
  }

  @Test(arguments: [
    "12% [f2]", "12.04 per cent [f2]", "12.0437% [f2]", "twelve percent [f2]", "12.04 प्रतिशत [f2]",
    "1204 bps [f2]",
    "0.12 [f2]", "15 years 5 months [f4]", "15 years and 5 months [f4]", "185 months [f4]", "15.4 years [f4]",
    "a 15-year plan [f4]", "15 साल [f4]", "fifteen years [f4]", "one hundred and eighty-five months [f4]",
    "three goals [f8]", "3 [f8]", "₹1,234.57 Cr [f10]", "₹12,345,678,900 [f10]",
  ])
  func ratiosDurationsAndCounts(_ text: String) {
    #expect(reasons(text) == [])
  }

  @Test(arguments: [
    ("₹11.3 L [f1]", "mismatch"), ("₹11.2 L", "uncited"), ("₹11.2 L [f9]", "unknown_fact"),
    ("₹11.2 L [f99]", "unknown_fact"), ("₹11.2 L [f3]", "wrong_fact"), ("12.04% [f1]", "wrong_fact"),
    ("₹11.2 Cr [f1]", "scale_error"), ("₹1.12 Cr [f1]", "scale_error"), ("₹112 lakh [f1]", "scale_error"),
    ("₹11.2 K [f1]", "scale_error"), ("0.12% [f2]", "scale_error"), ("12.04 [f2]", "scale_error"),
    ("-₹11.2 L [f1]", "sign_error"), ("minus ₹11.2 L [f1]", "sign_error"), ("$11.2 L [f1]", "mismatch"),
    ("₹16,700 [f3]", "mismatch"), ("14 years [f4]", "mismatch"), ("185 years [f4]", "mismatch"),
    ("[f1] ₹11.2 L", "uncited"), ("twelve lakh rupees [f1]", "mismatch"), ("a crore [f1]", "scale_error"),
    ("₹99999999999999999999999999999999999999 [f1]", "mismatch"),
  ])
  func faultsByReason(_ text: String, _ reason: String) {
    #expect(reasons(text) == [reason])
  }

  @Test(arguments: [
    ("short by ₹20.98 lakh [f5]", ""), ("₹20.98 lakh [f5] short", ""), ("₹20.98 lakh [f5] is the gap", ""),
    ("-₹20.98 lakh [f5]", ""), ("₹-20.98 lakh [f5]", ""), ("−₹20,97,528.77 [f5]", ""),
    ("a surplus of ₹20.98 lakh [f5]", "sign_error"), ("You have ₹20.98 lakh [f5]", "sign_error"),
    ("You are short. The plan has ₹20.98 lakh [f5]", "sign_error"),
    ("short of what the whole plan wants, ₹20.98 lakh [f5]", "sign_error"),
    ("a shortfall of ₹11.2 L [f1]", "sign_error"), ("short by about ₹11.2 L [f1]", "sign_error"),
    ("₹11.2 L [f1] behind", "sign_error"), ("Shortfall: ₹11.2 L [f1]", "sign_error"),
    ("a shortfall of ₹20.98 L [f6]", ""), ("a surplus of ₹20.98 L [f6]", "sign_error"),
    ("The plan is behind: it reaches ₹11.2 L [f1]", ""),
    ("To close the gap, invest ₹16,663 [f3]", ""),
    ("reaches ₹11.2 L [f1], a shortfall of ₹20.98 L [f6]", ""),
  ])
  func signs(_ text: String, _ reason: String) {
    #expect(reasons(text) == (reason.isEmpty ? [] : [reason]))
  }

  @Test func aMarkerCoversEveryNumberSinceThePreviousOne() {
    #expect(reasons("Between ₹10 lakh and ₹12 lakh [f1]") == ["mismatch", "mismatch"])
    #expect(reasons("₹11.2 L [f1] at 12% [f2], then ₹5") == ["uncited"])
    #expect(reasons("₹11.2 L at 12% [f1][f2]") == [])
    #expect(reasons("₹11.2 L at 12% [f1, f2]") == [])
  }

  @Test(arguments: [
    "One of your goals needs care.", "This one matters.", "1. Save more\n2. Wait\n3) Review",
    "Steps: 1. Save more. 2. Wait.",
    "Goal g2 is behind.",
    "By 30 April 2042 you need this [f7].", "By 2042 [f7]", "By April 2042.[f7]", "2042-04-30 [f7]",
    "on the 30th [f7]",
    "30/04/2042 [f7]", "in FY2042-43 [f7]", "April 30, 2042 [f7]", "No numbers here.", "", "ध्यान दो",
    "[note] nothing",
  ])
  func exemptOrDated(_ text: String) {
    #expect(reasons(text) == [])
  }

  @Test(arguments: [
    ("The goal year is 2045.", "uncited"), ("By 2043 [f7]", "mismatch"), ("31 April 2042", "uncited"),
    ("On 30 April 2041 [f7]", "mismatch"), ("Your return\n12. That is high", "uncited"),
    ("Two goals", "uncited"),
    ("one lakh", "uncited"), ("Section 80C", "uncited"), ("half², really", "uncited"),
    ("50:50 [f8]", "mismatch"),
  ])
  func notExempt(_ text: String, _ reason: String) {
    #expect(reasons(text).first == reason)
  }

  @Test(arguments: [
    ("3 times [f1]", []), ("3 times [f2]", []), ("तिगुना [f1]", []), ("3 गुना [f1]", []), ("It tripled [f1].", []),
    ("तिगुना [f2]", ["mismatch"]), ("तिगुना, 3 महीने [f3]", ["mismatch"]), ("3x [f3]", ["mismatch"]),
    ("It triples in 3 months [f3].", ["mismatch"]), ("3 times in 3 months [f3]", ["mismatch"]),
    ("doubled", ["uncited"]),
    ("दो तिहाई [f3]", ["mismatch"]), ("आधा लाख रुपये", ["uncited"]),
  ])
  func aMultipleIsOfARatio(_ text: String, _ expected: [String]) {
    let facts = [
      Observation.fact("ratio", 3, "ratio", "300%"), Observation.fact("count", 3, "count", "3"),
      Observation.fact("months", 3, "months", "3 months"),
    ]
    let found = NumberGrounding(facts: facts).faults(
      in: text, citations: ["[f1]": "ratio", "[f2]": "count", "[f3]": "months"])
    let reasons = found.map(\.reason.rawValue)
    #expect(reasons.map { $0 == "wrong_fact" ? "mismatch" : $0 } == expected, "\(text)")
  }

  @Test func rangesShareTheirUnit() {
    #expect(reasons("11-11 lakh rupees [f1]") == [])
    #expect(reasons("15–15 years [f4]") == [])
    #expect(reasons("10 to 12% [f2]") == ["mismatch"])
    #expect(reasons("12%-12.04% [f2]") == [])
    #expect(reasons("₹16,663-₹16,663 [f3]") == [])
  }

  @Test func titlesCarryNoNumbers() {
    #expect(grounding.faults(inTitle: "Education goal is behind") == [])
    #expect(grounding.faults(inTitle: "₹20 L short").map(\.reason) == [.inTitle])
    #expect(grounding.faults(inTitle: "g2 is behind") == [])
  }

  @Test func everyWrittenPrecisionOfAFactIsProved() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let paise = Int.random(in: 1_000_00...99_99_999_00, using: &random)
      let text = "\(paise / 100).\(paise % 100 < 10 ? "0" : "")\(paise % 100)"
      guard let number = JSONNumber(text: text) else { continue }
      let grounding = NumberGrounding(facts: [Observation.fact("f", .number(number), "INR", text)])
      let lakhs = (paise + 50_000) / 100_000
      let written = "₹\(lakhs / 100).\(lakhs % 100 < 10 ? "0" : "")\(lakhs % 100) L [f1]"
      #expect(grounding.faults(in: written, citations: ["[f1]": "f"]) == [], "\(text) as \(written)")
      let wrong = lakhs + 1
      let off = "₹\(wrong / 100).\(wrong % 100 < 10 ? "0" : "")\(wrong % 100) L [f1]"
      #expect(grounding.faults(in: off, citations: ["[f1]": "f"]).count == 1, "\(text) as \(off)")
    }
  }

  @Test func arbitraryTextNeverTraps() {
    var random = SplitMix64(seed: 11)
    let alphabet = Array("0123456789.,-₹%[]f /:\nLCr lakh one point minus FY2042-43 May एक लाख\u{200B}½²①")
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in
          alphabet.randomElement(using: &random)
        })
      _ = grounding.faults(in: text, citations: citations)
    }
  }
}
