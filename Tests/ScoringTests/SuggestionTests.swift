import Scoring
import Testing

@Suite("did you mean")
struct SuggestionTests {
  private let names = ["first-sip", "first-sip-hi", "two-goal-saver", "fist-sip", "all-redeemed"]

  @Test func theNearestComeFirstAndEqualsInTheirOrder() {
    #expect(Suggestion.nearest(3, to: "first-sup", among: names) == ["first-sip", "fist-sip"])
    #expect(
      Suggestion.nearest(3, to: "first-sip", among: names) == ["first-sip", "fist-sip", "first-sip-hi"])
    #expect(Suggestion.nearest(1, to: "FIRST-SIP", among: names) == ["first-sip"])
    #expect(Suggestion.nearest(to: "two-goals-saver", among: names) == "two-goal-saver")
  }

  @Test func whatIsFarIsNotMeant() {
    #expect(Suggestion.nearest(3, to: "ghost", among: names) == [])
    #expect(
      Suggestion.nearest(3, to: "", among: names) == [] && Suggestion.nearest(to: "x", among: []) == nil)
    #expect(Suggestion.nearest(0, to: "first-sip", among: names) == [])
    #expect(Suggestion.nearest(-1, to: "first-sip", among: names) == [])
  }
}
