import Finance
import Testing

@testable import CoachCore

struct StalenessRailTests {
  private func codes(
    _ body: String, hindi: Bool = false, caveats: [Insight.Caveat] = [.staleNAV],
    quality: Fact.Quality = .stale,
    plan: RecommendationPlan? = nil
  ) throws -> [String] {
    var sample = hindi ? RailSample.inHindi : RailSample()
    sample.body = body
    sample.caveats = caveats
    sample.quality = quality
    sample.plan = plan
    return StalenessRail().judge(try sample.subject()).map(\.code)
  }

  @Test(arguments: [
    "Today it is worth ₹21.98 L [f1].", "It is now worth ₹21.98 L [f1].",
    "The current value is ₹21.98 L [f1].",
    "At the latest price it is ₹21.98 L [f1].", "Today's NAV gives ₹21.98 L [f1].",
    "The present value is ₹21.98 L [f1].",
    "At present it is ₹21.98 L [f1].", "It is currently ₹21.98 L [f1].",
  ])
  func oldIsNotCurrent(body: String) throws {
    #expect(try codes(body) == ["stale_as_current"], "\(body)")
    #expect(try codes(body, quality: .exact) == [], "\(body)")
  }

  @Test(arguments: [
    "It is worth ₹21.98 L [f1].", "It is not today's price: ₹21.98 L [f1].",
    "In today's money that is ₹21.98 L [f1].", "It is worth ₹21.98 L [f1]. Look at it again today.",
  ])
  func twinsPass(body: String) throws { #expect(try codes(body) == [], "\(body)") }

  @Test(arguments: [
    ("आज इसका मूल्य ₹21.98 लाख [f1] है।", true), ("अभी यह ₹21.98 लाख [f1] है।", true),
    ("मौजूदा मूल्य ₹21.98 लाख [f1] है।", true), ("ताज़ा दाम पर यह ₹21.98 लाख [f1] है।", true),
    ("इसका मूल्य ₹21.98 लाख [f1] है।", false), ("आज के रुपयों में यह ₹21.98 लाख [f1] है।", false),
    ("अब तक ₹21.98 लाख [f1] जमा हैं।", false),
  ])
  func hindi(body: String, isHeld: Bool) throws {
    #expect(try codes(body, hindi: true) == (isHeld ? ["stale_as_current"] : []), "\(body)")
  }

  @Test(arguments: [
    "These are today's prices.", "All prices are up to date.", "The latest NAVs are used.",
    "It rests on current prices.", "Prices here are fresh.",
  ])
  func pricesAreNotToldAsTodaysWithoutAFigureEither(sentence: String) throws {
    let body = "It is worth ₹21.98 L [f1]. \(sentence)"
    #expect(try codes(body) == ["stale_as_current"], "\(body)")
    #expect(try codes(body, quality: .exact) == [], "\(body)")
  }

  @Test(arguments: [
    "These are not today's prices.", "Some prices are old.", "The target is told in today's prices.",
    "Look at the prices again today.", "Prices move.", "The market is open today.",
  ])
  func otherWordsOfPricesPass(sentence: String) throws {
    #expect(try codes("It is worth ₹21.98 L [f1]. \(sentence)") == [], "\(sentence)")
  }

  @Test(arguments: [
    ("ये आज के भाव हैं।", true), ("सभी भाव ताज़ा हैं।", true), ("यहां नवीनतम NAV लिया गया है।", true),
    ("ये आज के भाव नहीं हैं।", false), ("कुछ भाव पुराने हैं।", false), ("भाव बदलते रहते हैं।", false),
  ])
  func hindiPrices(sentence: String, isHeld: Bool) throws {
    let body = "इसका मूल्य ₹21.98 लाख [f1] है। \(sentence)"
    #expect(try codes(body, hindi: true) == (isHeld ? ["stale_as_current"] : []), "\(body)")
  }

  @Test func aCaveatIsNeeded() throws {
    #expect(try codes("It is worth ₹21.98 L [f1].", caveats: [.estimate]) == ["missing_caveat"])
    #expect(try codes("It is behind.", caveats: []) == [])
    let plan = RecommendationPlan(
      kind: .noAction, priority: 5, actions: [],
      suitability: .init(profile: "unknown", horizonMonths: 0, rulesPassed: [], rulesBlocked: []),
      expiresAt: "")
    #expect(try codes("It is worth ₹21.98 L [f1].", plan: plan) == ["missing_caveat"])
    #expect(try codes("Value of the fund: ₹21.98 L [f1].", plan: plan) == ["missing_caveat"])
    #expect(try codes("It is worth ₹21.98 L [f1]; its price is of last year.", plan: plan) == [])
    #expect(try codes("At an older price it is worth ₹21.98 L [f1].", plan: plan) == [])
    #expect(try codes("पुराने दाम पर यह ₹21.98 लाख [f1] है।", hindi: true, plan: plan) == [])
  }

  @Test func anOldPriceDateMakesItStale() throws {
    func codes(_ date: String) throws -> [String] {
      let fact = SampleFacts.fact("holding.h1.nav_date", date, .date, display: date)
      let brief = ArtifactBrief(
        agent: "performance", scope: .portfolio, scopeRef: nil, topicKey: "portfolio:return:ok",
        severity: .info,
        state: "ok", lever: "none", subjectKind: "", facts: try FactSet([fact]), mustCite: [],
        assumptions: [],
        caveats: [], disclaimers: [], asOf: try #require(.init(iso: "2026-08-14")), language: "en")
      let completion =
        #"{"title":"Prices","body_md":"Prices are of \#(date) [f1].","claims":[{"text":"Prices","markers":["[f1]"]}],"#
        + #""citations":[{"marker":"[f1]","fact_id":"holding.h1.nav_date"}]}"#
      return StalenessRail().judge(RailSubject(completion: completion, brief: brief)).map(\.code)
    }
    #expect(try codes("2026-08-09") == [])
    #expect(try codes("2026-08-08") == ["missing_caveat"])
  }
}
