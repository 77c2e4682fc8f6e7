import Testing

@testable import CoachCore

struct StyleRailTests {
  private func codes(_ body: String, hindi: Bool = false, title: String? = nil) throws -> [String] {
    var sample = hindi ? RailSample.inHindi : RailSample()
    sample.body = body
    if let title { sample.title = title }
    return StyleRail().judge(try sample.subject()).map(\.code)
  }

  @Test(arguments: [
    ("Congratulations, it is on track.", "empty_praise"), ("Great job so far.", "empty_praise"),
    ("You are a smart investor.", "empty_praise"), ("Well done on the SIP.", "empty_praise"),
    ("The goal is in danger.", "alarm"), ("This is catastrophic.", "alarm"), ("It helps!", "exclamation"),
    ("You MUST raise it.", "capitals"), ("योजना पीछे है।", "language_mismatch"),
    ("The goal is पीछे today.", "mixed_language"), ("Aapka goal is behind.", "mixed_language"),
  ])
  func englishFaults(body: String, code: String) throws {
    #expect(try codes(body).contains(code), "\(body)")
  }

  @Test(
    arguments: [
      "Steady instalments did this.", "The emergency fund is short.",
      "The XIRR and the NAV are of August.", "SIP money in ELSS stays for a while.",
      "Small, regular changes add up.",
      "This is no cause for panic.", "Your house goal is far behind.",
    ])
  func englishPasses(body: String) throws { #expect(try codes(body) == [], "\(body)") }

  @Test(arguments: [
    ("शाबाश, लक्ष्य सही राह पर है।", "empty_praise"), ("लक्ष्य खतरे में है।", "alarm"),
    ("यह काम आएगा!", "exclamation"), ("The goal is far behind its target.", "language_mismatch"),
    ("आपका goal पीछे है।", "mixed_language"), ("लक्ष्य abhi पीछे है।", "mixed_language"),
  ])
  func hindiFaults(body: String, code: String) throws {
    #expect(try codes(body, hindi: true).contains(code), "\(body)")
  }

  @Test(arguments: [
    "SIP और NAV पर XIRR 11% है।", "वित्त वर्ष FY27 में Nifty 50 TRI से तुलना है।", "असल रिटर्न कम हो सकता है।",
    "₹5 L की SIP से कमी घटती है।",
  ])
  func hindiPasses(body: String) throws { #expect(try codes(body, hindi: true) == [], "\(body)") }

  @Test func lengthAndGrade() throws {
    let sentence = "The plan is short of its target by a little. "
    #expect(try codes(String(repeating: sentence, count: 22)) == [])
    #expect(try codes(String(repeating: sentence, count: 25)) == ["too_long"])
    let long = Array(repeating: "and on it goes", count: 12).joined(separator: " ")
    #expect(try codes(long).contains("sentence_too_long"))
    let hard = String(
      repeating: "Intergenerational accumulation considerations necessitate diversification. ", count: 5)
    #expect(try codes(hard) == ["reading_grade"])
  }

  @Test(arguments: [
    ("plan", 1), ("assumed", 3), ("inflated", 3), ("return", 2), ("table", 2), ("rate", 1), ("sip", 1),
    ("b", 1),
  ])
  func syllables(word: String, count: Int) { #expect(Readability.syllables(word) == count, "\(word)") }
}
