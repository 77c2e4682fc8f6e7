import Testing

@testable import CoachCore

struct NumberGroundingTests {
  static let facts: [String: GroundingFact] = [
    "[f1]": SampleFacts.grounding("f1", "1120179.4477973238", .inr),
    "[f2]": SampleFacts.grounding("f2", "0.120436509492502", .ratio),
    "[f3]": SampleFacts.grounding("f3", "16662.953522734773", .inr),
    "[f4]": SampleFacts.grounding("f4", "185", .months),
    "[f5]": SampleFacts.grounding("f5", "-2097528.7657096386", .inr),
    "[f6]": SampleFacts.grounding("goal.g2.shortfall", "2097528.77", .inr),
    "[f7]": SampleFacts.grounding("goal.g2.target_date", "2031-06-01", .date),
    "[f8]": SampleFacts.grounding("goal.g2.surplus", "350000.00", .inr),
    "[f9]": SampleFacts.grounding("portfolio.return", "-0.0521", .ratio),
    "[f10]": SampleFacts.grounding("portfolio.funds", "6", .count),
    "[f11]": SampleFacts.grounding("holding.h1.units", "221.603", .units),
    "[f12]": SampleFacts.grounding("holding.h1.nav", "137.33", .nav),
    "[f13]": SampleFacts.grounding("market.size", "1250000000000.00", .inr),
    "[f14]": SampleFacts.grounding("goal.g2.funded_ratio", "0.5117", .ratio),
  ]

  private func verdict(_ text: String) -> String {
    NumberGrounding().judge(text, citations: Self.facts).first?.reason.rawValue ?? "ok"
  }

  @Test(arguments: [
    "Projected corpus is ₹11,20,179 [f1].", "Projected corpus is ₹11,20,179.45 [f1].", "₹11.20 lakh [f1]",
    "₹11.20 L [f1]", "Rs. 11.2 lakhs [f1]", "Rs 11,20,179 [f1]", "Rs.1120179 [f1]", "INR 1,120,179 [f1]",
    "11.2 lakh rupees [f1]", "₹0.11 crore [f1]", "₹0.112 Cr [f1]", "₹1,120 thousand [f1]", "₹1120K [f1]",
    "11 lakh 20 thousand rupees [f1]", "eleven lakh twenty thousand rupees [f1]", "₹11 lakh [f1]",
    "1.12 million [f1]",
    "The corpus, ₹**11.2 L** [f1], grows.", "₹११.२ लाख [f1]", "₹ 11.20 L. [f1]", "₹11,20,179/- [f1]",
    "₹11.2L[f1]",
    "about ₹16,663 a month [f3]", "₹16.7K [f3]", "₹16.66 K [f3]",
    "sixteen thousand six hundred sixty-three rupees [f3]",
    "seventeen thousand rupees [f3]", "₹1.25 lakh crore [f13]",
  ])
  func rupees(text: String) { #expect(verdict(text) == "ok", "\(text)") }

  @Test(arguments: [
    "XIRR 12.04% [f2]", "XIRR 12.0 per cent [f2]", "twelve per cent [f2]", "twelve percent [f2]",
    "१२.०४% [f2]",
    "0.12 [f2]", "12.04 percentage points [f2]", "1204 bps [f2]", "1,204 basis points [f2]",
    "12.04 प्रतिशत [f2]",
    "half [f14] of it", "51% [f14] funded", "51.17 % [f14]", "185 months [f4]", "185-month [f4] plan",
    "15 years [f4]",
    "15.4 years [f4]", "15 years and 5 months [f4]", "15 years, 5 months [f4]", "15 yrs 5 mos [f4]",
    "15y 5m [f4]",
    "fifteen years five months [f4]", "fifteen years [f4]", "185 महीने [f4]", "15 साल [f4]", "six funds [f10]",
    "6 funds [f10]", "221.603 units [f11]", "221.6 units [f11]", "NAV ₹137.33 [f12]", "NAV of 137.3 [f12]",
  ])
  func otherUnits(text: String) { #expect(verdict(text) == "ok", "\(text)") }

  @Test(arguments: [
    "by 1 June 2031 [f7]", "by 1st June, 2031 [f7]", "by June 2031 [f7]", "in 2031 [f7]",
    "on 2031-06-01 [f7]",
    "on 01/06/2031 [f7]", "on 01-Jun-2031 [f7]", "on June 1, 2031 [f7]", "on the 1st of June [f7]",
    "१ जून २०३१ [f7]",
    "The year 2031 comes; the date is 1 June 2031 [f7].", "₹11.2 L [f1] by 2031, on 1 June 2031 [f7].",
    "01.06.2031 [f7]",
  ])
  func dates(text: String) { #expect(verdict(text) == "ok", "\(text)") }

  @Test(arguments: [
    "You are short by ₹20.98 lakh [f5].", "a gap of ₹20.98 lakh [f5]", "-₹20.98 lakh [f5]",
    "₹-20.98 lakh [f5]",
    "minus ₹20.98 lakh [f5]", "₹20.98 lakh [f5] behind", "₹20.98 L less than you need [f5]", "−₹20.98 L [f5]",
    "Your shortfall is about ₹20.98 lakh [f5].", "₹20.98 लाख की कमी [f5]", "a shortfall of ₹20.98 L [f6]",
    "₹20.98 L [f6] short", "₹20.98 L [f6] is missing", "The plan leaves ₹20.98 L [f6] open.",
    "a surplus of ₹3.50 L [f8]",
    "ahead by ₹3.5 L [f8]", "the portfolio fell 5.21% [f9]", "-5.21% [f9]", "a loss of 5.2% [f9]",
    "down 5% [f9]",
    "It reaches ₹11.20 L [f1], a shortfall of ₹20.98 L [f6].", "It reaches ₹11.20 L [f1], short of the goal.",
    "You are behind the target of ₹11.20 L [f1].", "short of ₹11.20 L [f1]", "less than ₹11.20 L [f1]",
    "A SIP of ₹16,663 [f3] in all would close the gap on paper.",
    "₹16,663 [f3] closes the gap of ₹20.98 L [f6]",
    "At 12.04% [f2] it reaches ₹11.20 L [f1] — a gap of ₹20.98 L [f6].", "Shortfall: ₹20.98 L [f6]",
  ])
  func signs(text: String) { #expect(verdict(text) == "ok", "\(text)") }

  @Test(arguments: [
    "You have a surplus of ₹20.98 lakh [f5].", "You are ahead by ₹20.98 lakh [f5].",
    "The gap: ₹20.98 L is a surplus [f5]",
    "It differs by ₹20.98 lakh [f5].", "₹20.98 lakh [f5]", "+₹20.98 lakh [f5]",
    "You are short by ₹11.2 L [f1].",
    "a gap of ₹11.2 L [f1]", "₹11.2 L [f1] short", "-₹11.2 L [f1]", "a shortfall of ₹3.5 L [f8]",
    "5.21% [f9]",
    "a surplus of ₹20.98 L [f6]", "You are ₹20.98 L ahead [f6].", "a gain of 5.21% [f9]",
    "₹11.2 L is your gap [f1]",
    "Short of all that was hoped for and planned, the figure is ₹20.98 lakh [f5].",
  ])
  func signErrors(text: String) { #expect(verdict(text) == "sign_error", "\(text)") }

  @Test(arguments: [
    "₹11.2 crore [f1]", "₹1.12 lakh [f1]", "₹112 lakh [f1]", "₹1,12,017.94 [f1]", "0.12% [f2]", "1204% [f2]",
    "12 [f2]",
    "₹11.2 thousand [f1]", "₹1.67 lakh [f3]", "eleven crore rupees [f1]", "12.04 [f2]", "₹1,12,01,794 [f1]",
  ])
  func scaleErrors(text: String) { #expect(verdict(text) == "scale_error", "\(text)") }

  @Test(arguments: [
    "₹12 lakh [f1]", "12.4% [f2]", "16 years [f4]", "₹11,00,000 [f1]", "185 years [f4]", "₹185 [f4]",
    "12.04 months [f2]",
    "Between ₹10 lakh and ₹12 lakh [f1].", "₹10–12 lakh [f1]", "10 to 12% [f2]", "15 years 6 months [f4]",
    "11.2% [f1]",
    "$1120179 [f1]", "1120179 dollars [f1]", "in 2032 [f7]", "1 July 2031 [f7]", "2 June 2031 [f7]",
    "seven funds [f10]", "₹11.3 L [f1]",
    "₹11,20,180 [f1]",
    "double [f14]", "twice [f1]", "₹1,111,111,111,111,111,111,111,111,111,111,111,111,111,111,111 [f1]",
  ])
  func mismatches(text: String) { #expect(verdict(text) == "mismatch", "\(text)") }

  @Test(arguments: [
    "12.04% [f1]", "₹16,663 [f1]", "₹11.2 L [f3]", "₹20.98 L [f1]", "At 12.04% it is ₹11.2 L [f1].",
    "1 June 2031 [f1]",
    "185 months [f3]",
  ])
  func wrongFacts(text: String) {
    let isWrongFact = verdict(text) == "wrong_fact"
    // A date the text cites nowhere is another fact's too.
    #expect(isWrongFact, "\(text): \(verdict(text))")
  }

  @Test(arguments: [
    "Inflation averages 6% in India.", "The goal year is 2045.", "₹11.2 L [f1] in 15 years.", "[f1] ₹11.2 L",
    "by 1 June 2031",
    "You hold three funds.", "Your money doubles.", "a lakh of rupees", "one per cent", "twenty years",
    "Rs 500", "2031-32",
    "the 5th of every month", "half of it", "six", "a hundred reasons", "FY2045", "mid-2030",
  ])
  func uncited(text: String) { #expect(verdict(text) == "uncited", "\(text)") }

  @Test(arguments: ["₹11.2 L [f99].", "12% [f0]", "All is well [f42]."])
  func unknownFacts(text: String) { #expect(verdict(text) == "unknown_fact", "\(text)") }

  @Test(arguments: [
    "The one lever that helps is a higher SIP.", "No one knows.", "1. Raise the SIP\n2. Extend the date",
    "- **1.** Raise it",
    "Step 1: raise the SIP", "Section 80C of the act", "The Nifty 50 index", "a NIFTY Midcap 150 fund",
    "Goal g2 and fact f17",
    "F02 and H1", "once a month, first and second", "a month, a year", "the first half of the year",
    "double-check it",
    "No numbers at all.", "", "[f1]", "lakhs of people", "1) Raise\n2) Wait", "1) Raise it 2) Wait", "एक लीवर",
  ])
  func notNumbers(text: String) { #expect(verdict(text) == "ok", "\(text)") }

  @Test(arguments: [
    ("three times [f15]", "ok"), ("3 times [f16]", "ok"), ("thrice [f16]", "ok"), ("triple [f15]", "ok"),
    ("3x [f15]", "ok"), ("3 गुना [f15]", "ok"), ("तिगुना [f15]", "ok"), ("tripled [f16]", "wrong_fact"),
    ("It triples your money for 3 months [f17].", "wrong_fact"),
    ("3 times, over 3 months [f17]", "wrong_fact"),
    ("3 गुनी [f17]", "wrong_fact"), ("threefold", "ok"), ("3-fold [f17]", "wrong_fact"),
    ("तिगुना, 3 महीने [f17]", "wrong_fact"),
    ("thrice, ₹3 [f18]", "wrong_fact"), ("a third of it [f17]", "mismatch"),
  ])
  func aMultipleIsOfARatio(text: String, reason: String) {
    let citations = [
      "[f15]": SampleFacts.grounding("f15", "3", .ratio), "[f16]": SampleFacts.grounding("f16", "3", .count),
      "[f17]": SampleFacts.grounding("f17", "3", .months), "[f18]": SampleFacts.grounding("f18", "3", .inr),
    ]
    let found = NumberGrounding().judge(text, citations: citations).first?.reason.rawValue ?? "ok"
    #expect(found == reason, "\(text)")
  }

  @Test func markersSideBySideAnswerTogether() {
    #expect(verdict("₹11.2 L at 12.04% [f1][f2]") == "ok")
    #expect(verdict("₹11.2 L at 12.04% [f1], [f2]") == "ok")
    #expect(verdict("₹11.2 L at 12.04% [f1] then [f2]") == "wrong_fact")
  }

  @Test func spansAreScalarsOfTheOriginal() throws {
    let text = "ज़रूर e\u{301} ₹१२ लाख [f1]"
    let found = try #require(NumberGrounding().judge(text, citations: Self.facts).first)
    let scalars = Array(text.unicodeScalars)[found.start..<found.end]
    #expect(String(String.UnicodeScalarView(scalars)) == found.text)
    #expect(found.text == "₹१२ लाख")
  }

  @Test func aShortfallBesideProjectedAndTargetIsSilent() {
    let citations = [
      "[f1]": SampleFacts.grounding("goal.g2.assumed_return", "0.11", .ratio),
      "[f2]": SampleFacts.grounding("goal.g2.projected", "2198000.00", .inr),
      "[f3]": SampleFacts.grounding("goal.g2.target_future", "4295000.00", .inr),
      "[f4]": SampleFacts.grounding("goal.g2.shortfall", "2098000.00", .inr),
      "[f5]": SampleFacts.grounding("goal.g2.required_sip.rounded", "24000.00", .inr),
    ]
    let text = """
      At an assumed 11.00% a year [f1] the plan reaches ₹21.98 L [f2] against an inflated target of ₹42.95 L [f3], \
      a shortfall of ₹20.98 L [f4]. A SIP of ₹24,000 a month [f5] would close it. Actual returns can be lower.
      """
    #expect(NumberGrounding().judge(text, citations: citations).isEmpty)
  }
}
