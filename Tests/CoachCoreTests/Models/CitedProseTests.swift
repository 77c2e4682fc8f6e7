import Testing

@testable import CoachCore

@Suite("Cited prose")
struct CitedProseTests {
  private let displays = ["g.a": "₹1.00 L", "g.b": "11.00%"]

  @Test("every figure gets its marker, its citation and the words before it as a claim")
  func cites() {
    var prose = CitedProse(prefix: "g.") { displays[$0] }
    prose.add("At {b} it reaches {a}.")
    prose.add("Again {b}.")
    #expect(prose.body == "At 11.00% [f1] it reaches ₹1.00 L [f2]. Again 11.00% [f1].")
    #expect(prose.citations.map(\.factID) == ["g.b", "g.a"])
    #expect(prose.claims.map(\.text) == ["At 11.00%", "it reaches ₹1.00 L", "Again 11.00%"])
    for claim in prose.claims { #expect(prose.body.contains(claim.text)) }
  }

  @Test("a sentence with a fact that is not offered is left out whole")
  func leavesOut() {
    var prose = CitedProse(prefix: "g.") { displays[$0] }
    let wasAdded = prose.add("It reaches {a}, then {missing}.")
    #expect(!wasAdded)
    #expect(prose.body.isEmpty)
    #expect(prose.citations.isEmpty)
  }
}
