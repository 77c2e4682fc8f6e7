import Testing

@testable import CoachCore

/// Dates answer to the marker behind them; only a date that no marker claims may repeat one cited elsewhere.
struct DateGroundingTests {
  private static let facts: [String: GroundingFact] = [
    "[f1]": SampleFacts.grounding("goal.g1.projected", "3950000.00", .inr),
    "[f2]": SampleFacts.grounding("goal.g1.target_date", "2031-06-01", .date),
    "[f3]": SampleFacts.grounding("portfolio.first_flow", "2016-02-05", .date),
    "[f4]": SampleFacts.grounding("portfolio.xirr", "0.1356", .ratio),
    "[f5]": SampleFacts.grounding("goal.g1.band", "at_risk", .enumeration),
    "[f6]": SampleFacts.grounding("portfolio.funds", "6", .count),
  ]

  private func verdict(_ text: String) -> String {
    NumberGrounding().judge(text, citations: Self.facts).first?.reason.rawValue ?? "ok"
  }

  @Test(arguments: [
    "by 1 June 2031 [f2], saving since 5 February 2016 [f3]",
    "between 5 February 2016 and 1 June 2031 [f3][f2]", "from 2016 to 2031 [f3], [f2]",
    "5 February 2016 – 1 June 2031 [f3][f2]", "1 जून 2031 [f2] तक, 5 फ़रवरी 2016 [f3] से",
    "५ फ़रवरी २०१६ [f3] से १ जून २०३१ [f2] तक", "the year 2031, on 1 June [f2]",
    "in the year to (1 June 2031) [f2]",
    "in 2031-32 [f2]", "paid since 2015-16 [f3]",
  ])
  func aDateIsWhatItsMarkerCites(text: String) { #expect(verdict(text) == "ok", "\(text)") }

  @Test(arguments: [
    "Due on 1 June 2031 [f2]. Nothing is due before 2031.", "Due on 1 June 2031 [f2], that is in June 2031.",
    "In 2031 the plan reaches ₹39.50 L [f1]. It is due on 1 June 2031 [f2].",
    "Since 5 February 2016 [f3] it returned 13.56% [f4]; by 1 June 2031 the plan is at risk [f5], due then [f2].",
    "2031 तक ₹39.50 लाख [f1]। लक्ष्य 1 जून 2031 [f2] का है।",
  ])
  func aDateNoMarkerClaimsMayRepeatOneThatIsCited(text: String) { #expect(verdict(text) == "ok", "\(text)") }

  @Test(arguments: [
    "by 5 February 2016 [f2], saving since 1 June 2031 [f3]", "by 1 June 2031 [f3], as of 1 June 2031 [f2]",
    "in 2031 [f3], due 1 June 2031 [f2]", "the 1st [f3], due 1 June 2031 [f2]",
    "February 2016 [f2], since 5 February 2016 [f3]", "5 Feb [f2], since 5 February 2016 [f3]",
    "on 2016-02-05 [f2], since 05/02/2016 [f3]",
    "due in 2031, paid since 5 February 2016 [f3]; due 1 June 2031 [f2]",
    "1 जून 2031 [f3] से 5 फ़रवरी 2016 [f2] तक", "२०३१ से [f3] और २०१६ तक [f2]",
    "from 1 June 2031 to 1 June 2031 [f3], due 1 June 2031 [f2]",
    "reaches ₹39.50 L by 1 June 2031 [f1], due 1 June 2031 [f2]",
    "**1 June 2031** [f1], due 1 June 2031 [f2]",
    "the plan is at risk by 1 June 2031 [f5], due 1 June 2031 [f2]",
    "in 2031. [f1] It is due on 1 June 2031 [f2].",
    "5 February 2016 and 1 June 2031 [f1][f3], due 1 June 2031 [f2]",
    "You saved 2,031 of it [f6] by 1 June 2031 [f2]",
  ])
  func anotherDateThanItsMarkerIsAnotherFact(text: String) {
    #expect(verdict(text) == "wrong_fact", "\(text)")
  }

  @Test(arguments: [
    ("due on 2 June 2031 [f2]", "mismatch"), ("in 2032, due 1 June 2031 [f2]", "mismatch"),
    ("in 2030-31 [f2]", "mismatch"), ("since 2016-17 [f3]", "mismatch"), ("5 June 2031 [f3][f2]", "mismatch"),
    ("Due 1 June 2031 [f2], not in 2030", "uncited"), ("Due 1 June 2031 [f2] on the 1st", "uncited"),

    ("1 June 2031 [f99], due 1 June 2031 [f2]", "unknown_fact"),
    ("By 1 June 2031 it is so [f99], due 1 June 2031 [f2]", "unknown_fact"), ("1 June 2031", "uncited"),
  ])
  func noDateOfTheText(text: String, reason: String) { #expect(verdict(text) == reason, "\(text)") }

  /// Every pair of figures of one text, exchanged: each then stands before the other's marker.
  @Test(arguments: [
    ["₹39.50 L", "1 June 2031", "5 February 2016", "13.56%", "6 funds"],
    ["₹39.50 लाख", "1 जून 2031", "5 फ़रवरी 2016", "13.56 प्रतिशत", "छह फंड"],
    ["₹39.50 L", "2031", "2016", "13.56%", "six"], ["₹39.50 L", "June 2031", "5 Feb", "13.56%", "6"],
  ])
  func exchangedFiguresAreWrongFacts(figures: [String]) {
    let markers = ["[f1]", "[f2]", "[f3]", "[f4]", "[f6]"]
    func text(_ figures: [String]) -> String {
      zip(figures, markers).map { "\($0) \($1)" }.joined(separator: " with ")
    }
    #expect(verdict(text(figures)) == "ok")
    for first in figures.indices {
      for second in figures.indices where second > first {
        var exchanged = figures
        exchanged.swapAt(first, second)
        let found = NumberGrounding().judge(text(exchanged), citations: Self.facts).map(\.reason)
        #expect(found == [.wrongFact, .wrongFact], "\(text(exchanged))")
      }
    }
  }
}
