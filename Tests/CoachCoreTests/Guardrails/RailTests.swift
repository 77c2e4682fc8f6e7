import JSONKit
import Testing

@testable import CoachCore

struct RailTests {
  @Test(arguments: [
    ("Sure! {}", "unexpected_character"), ("{} ", "ok"), ("{} thanks", "trailing_content"),
    ("```json\n{}\n```", "unexpected_character"),
    (#"{"a":1,"a":2}"#, "duplicate_key"), ("[]", "not_an_object"), ("", "unexpected_end"),
    (#"{"a":1,}"#, "unexpected_character"),
    ("\u{FEFF}{}", "byte_order_mark"), (#"{"a":NaN}"#, "unexpected_character"),
  ])
  func parse(completion: String, code: String) throws {
    let subject = RailSubject(completion: completion, brief: try DraftSample().brief())
    let findings = ParseRail().judge(subject)
    #expect((findings.first?.code ?? "ok") == code, "\(completion)")
    for finding in findings { #expect(finding.start <= finding.end) }
  }

  @Test func schema() throws {
    let rail = SchemaRail(schema: try DraftSchema.schema())
    func codes(_ change: (inout DraftSample) -> Void) throws -> [String] {
      var sample = DraftSample()
      change(&sample)
      return try sample.codes(rail)
    }
    #expect(try codes { _ in } == [])
    #expect(try codes { $0.title = "" } == ["schema_minLength"])
    #expect(try codes { $0.title = String(repeating: "é", count: 81) } == ["schema_maxLength"])
    #expect(try codes { $0.title = String(repeating: "é", count: 80) } == [])
    #expect(try codes { $0.body = String(repeating: "a", count: 1201) } == ["schema_maxLength"])
    #expect(try codes { $0.claims = [] } == ["schema_minItems"])
    #expect(try codes { $0.citations = [] } == ["schema_minItems"])
    #expect(try codes { $0.claims[0].markers = [] } == ["schema_minItems"])
    #expect(try codes { $0.claims[0].markers = ["[f100]"] } == ["schema_pattern"])
    #expect(try codes { $0.citations[1] = $0.citations[0] } == ["schema_uniqueItems"])
    let extra = RailSubject(
      completion: DraftSample().completion.replacing("{\"title\"", with: "{\"severity\":\"info\",\"title\""),
      brief: try DraftSample().brief())
    #expect(rail.judge(extra).map(\.code) == ["schema_additionalProperties"])
  }

  @Test func citation() throws {
    func codes(_ change: (inout DraftSample) -> Void) throws -> [String] {
      var sample = DraftSample()
      change(&sample)
      return try sample.codes(CitationRail())
    }
    #expect(try codes { _ in } == [])
    #expect(try codes { $0.claims[0].text = "The plan attains ₹21.98 L" } == ["claim_not_in_body"])
    #expect(try codes { $0.claims[0].text = "[f1]" } == ["claim_not_in_body"])
    #expect(try codes { $0.claims[0].text = "₹21.98 L against a target of ₹42.95 L, a shortfall" } == [])
    #expect(try codes { $0.claims[0].markers = ["[f7]"] } == ["uncited_claim"])
    #expect(try codes { $0.body += " It rises [f8]." } == ["unknown_marker"])
    #expect(try codes { $0.citations[0].1 = "goal.g9.projected" } == ["unknown_fact"])
    #expect(try codes { $0.citations.append(("[f4]", "goal.g2.inflation")) } == ["unused_citation"])
    #expect(try codes { $0.citations.append(("[f1]", "goal.g2.inflation")) } == ["duplicate_marker"])
    #expect(try codes { $0.citations[2].1 = "goal.g2.inflation" } == ["missing_fact"])
  }

  @Test func numbers() throws {
    func findings(_ change: (inout DraftSample) -> Void) throws -> [String] {
      var sample = DraftSample()
      change(&sample)
      return NumbersRail().judge(try sample.subject()).map { "\($0.code) \($0.field) \($0.text)" }
    }
    #expect(try findings { _ in } == [])
    #expect(try findings { $0.title = "Education is 51% funded" } == ["uncited /title 51%"])
    #expect(try findings { $0.title = "Education is at ₹21.98 L [f1]" } == ["uncited /title ₹21.98 L"])
    #expect(try findings { $0.title = "Education is behind [f1]" } == ["uncited /title [f1]"])
    #expect(try findings { $0.body += " Prices rise 6% [f1]." } == ["wrong_fact /body_md 6%"])
    #expect(try findings { $0.body += " Prices rise 7%." } == ["uncited /body_md 7%"])
    #expect(try findings { $0.citations[0].1 = "goal.g9.x" } == ["unknown_fact /body_md ₹21.98 L"])
    #expect(
      try findings { $0.body = $0.body.replacing("₹21.98 L", with: "₹22.98 L") } == [
        "mismatch /body_md ₹22.98 L"
      ])
  }

  @Test func bannedClaims() throws {
    var sample = DraftSample()
    sample.title = "The best fund"
    sample.body += " Returns are guaranteed."
    sample.claims[0].text = "Returns are guaranteed"
    let findings = BannedClaimsRail().judge(try sample.subject())
    #expect(
      findings.map { "\($0.code) \($0.field)" } == [
        "superlative /title", "assured_return /body_md", "assured_return /claims/0/text",
      ])
  }

  @Test func disclaimers() throws {
    let sample = DraftSample()
    let subject = try sample.subject()
    func codes(_ attached: [Insight.Disclaimer]) throws -> [String] {
      let brief = try SampleFacts.brief([], disclaimers: attached)
      let draft = try #require(subject.draft)
      let spoiled = subject.assembled(as: Artifact(id: "x", brief: brief, draft: draft))
      return DisclaimersRail().judge(spoiled).map(\.code)
    }
    let both = DraftSample.disclaimers
    #expect(try codes(both) == [])
    #expect(try codes([both[0]]) == ["missing_disclaimer"])
    #expect(try codes(both.reversed()) == ["disclaimer_order"])
    #expect(try codes(both + [.init(id: "more", text: "x")]) == ["unexpected_disclaimer"])
    #expect(try codes(both + [both[0]]) == ["unexpected_disclaimer"])
    #expect(try codes([.init(id: both[0].id, text: both[0].text + " "), both[1]]) == ["altered_disclaimer"])
    #expect(
      try codes([both[0], .init(id: "not_advice", text: "Educational information,  not investment advice.")])
        == ["altered_disclaimer"])
  }

  @Test(arguments: [
    ("Mutual funds are subject to market risk.", true),
    ("Educational information and not investment advice.", true),
    ("Mutual Fund investments are subject to market risks, please read all documents carefully.", true),
    (
      "Mutual Fund investments are subject to market risks, read all scheme related documents carefully.",
      false
    ),
    ("Actual returns can be lower.", false), ("Equity carries risk.", false), ("The plan reads well.", false),
  ])
  func disclaimersRetold(sentence: String, isCopy: Bool) throws {
    var sample = DraftSample()
    sample.body += " " + sentence
    #expect(try sample.codes(DisclaimersRail()) == (isCopy ? ["altered_disclaimer"] : []), "\(sentence)")
  }

  @Test func personalData() throws {
    var sample = DraftSample()
    sample.body += " Mail asha@example.in, PAN ABCPE1234F."
    let findings = PIIRail().judge(try sample.subject())
    #expect(findings.map(\.code) == ["email", "pan"])
    #expect(findings.map(\.text) == ["[EMAIL]", "[PAN]"])
    #expect(!findings.contains { $0.detail.contains("ABCPE") || $0.detail.contains("asha") })
  }

  @Test func aRailThatSeesNothingPassesNothing() throws {
    let empty = RailSubject(completion: "no JSON", brief: try DraftSample().brief())
    let rails: [any Rail] = [
      SchemaRail(schema: try DraftSchema.schema()), CitationRail(), NumbersRail(), BannedClaimsRail(),
      DisclaimersRail(),
      PIIRail(),
    ]
    for rail in rails { #expect(rail.judge(empty).map(\.code) == ["nothing_to_judge"], "\(rail.id)") }
  }
}
