import JSONKit
import Scoring
import Testing

@Suite("grounding of dates in prose")
struct DateGroundingTests {
  private let grounding = NumberGrounding(facts: [
    Observation.fact("due", "2042-04-30", "date", "30 April 2042"),
    Observation.fact("begun", "2019-02-03", "date", "3 February 2019"),
    Observation.fact("seen", "2026-08-14", "date", "14 August 2026"),
    Observation.fact("corpus", 1_120_179.45, "INR", "₹11.20 L"),
    Observation.fact("state", "behind", "enum", "behind"),
  ])
  private let citations = [
    "[f1]": "due", "[f2]": "begun", "[f3]": "corpus", "[f4]": "state", "[f5]": "seen", "[f6]": "nowhere",
  ]

  private func reasons(_ text: String) -> [String] {
    grounding.faults(in: text, citations: citations).map(\.reason.rawValue)
  }

  @Test(arguments: [
    "From 3 February 2019 [f2] to 30 April 2042 [f1]", "From 2019 to 2042 [f2][f1]", "2019–2042 [f2, f1]",
    "Due on 30 April 2042 [f1]. In 2042, and not before April 2042, it is yours.",
    "In 2042 there are ₹11.2 L [f3]. It is due on 30 April 2042 [f1].",
    "By 30 April 2042 the plan is behind [f4]; the date [f1] is near.",
    "3 फ़रवरी 2019 [f2] से 30 अप्रैल 2042 [f1] तक", "वित्त वर्ष 2018-19 [f2]",
  ])
  func proved(_ text: String) { #expect(reasons(text) == [], "\(text)") }

  @Test(arguments: [
    ("From 30 April 2042 [f2] to 3 February 2019 [f1]", ["wrong_fact", "wrong_fact"]),
    ("By 2019 [f1], since 2019 [f2]", ["wrong_fact"]),
    ("the 30th [f2] of April, 30 April 2042 [f1]", ["wrong_fact"]),
    ("Due in 2042, begun on 3 February 2019 [f2], due 30 April 2042 [f1]", ["wrong_fact"]),
    ("₹11.2 L by 30 April 2042 [f3], due 30 April 2042 [f1]", ["wrong_fact"]),
    ("**2042** [f3], due 30 April 2042 [f1]", ["wrong_fact"]),
    ("30 अप्रैल 2042 [f2] से 3 फ़रवरी 2019 [f1] तक", ["wrong_fact", "wrong_fact"]),
    ("In 2043, due 30 April 2042 [f1]", ["mismatch"]),
    ("Due 30 April 2042 [f1], seen in August 2026", ["uncited"]),
    ("Due 30 April 2042 [f1], the 30th", ["uncited"]),
    ("on 30 April 2042 [f6], due 30 April 2042 [f1]", ["unknown_fact"]),
    ("वित्त वर्ष 2019-20 [f2]", ["mismatch"]),
  ])
  func faulty(_ text: String, _ expected: [String]) { #expect(reasons(text) == expected, "\(text)") }
}
