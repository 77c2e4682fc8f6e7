import JSONKit
import Testing

@testable import CoachCore

struct SuitabilityRailTests {
  private static let limits = Set(AdviceLimits.Limit.allCases)

  private func codes(
    _ sentence: String, hindi: Bool = false, limits: Set<AdviceLimits.Limit> = limits, names: [String] = [],
    change: (inout RailSample) -> Void = { _ in }
  ) throws -> [String] {
    var sample = hindi ? RailSample.inHindi : RailSample()
    sample.body = sentence
    sample.limits = limits
    change(&sample)
    return SuitabilityRail(names: names).judge(try sample.subject()).map(\.code)
  }

  @Test(arguments: [
    ("Increase the equity share.", "more_equity"), ("More equity would suit this goal.", "more_equity"),
    ("Direct the next instalments into equity.", "more_equity"), ("Equity could be raised.", "more_equity"),
    ("A tilt: tilt towards equity.", "more_equity"), ("It is time to rebalance.", "rebalance"),
    ("Rebalancing would bring it back.", "rebalance"), ("Move money from debt into gold.", "rebalance"),
    ("Start a SIP in this fund.", "new_money"), ("Put new money into the scheme.", "new_money"),
    ("Top up the holding.", "new_money"), ("Section 80C lowers the tax.", "tax_deduction"),
    ("It lowers your taxable income.", "tax_deduction"), ("This reduces your tax bill.", "tax_deduction"),
    ("Your taxable income would be lower.", "tax_deduction"),
    ("ELSS gives a tax deduction.", "tax_deduction"), ("It is tax saving.", "tax_deduction"),
    ("Redeem the units.", "sale_without_cost"), ("Selling a part would bring it back.", "sale_without_cost"),
    ("Exit the fund.", "sale_without_cost"), ("Book profits here.", "sale_without_cost"),
    ("Switch to the direct plan.", "sale_without_cost"), ("Withdraw the money.", "sale_without_cost"),
    ("Buy this fund.", "scheme_order"), ("Hold on to the scheme.", "scheme_order"),
    ("Stay invested in this fund.", "scheme_order"),
  ])
  func englishIsHeld(sentence: String, code: String) throws {
    #expect(try codes(sentence).contains(code), "\(sentence)")
  }

  @Test(arguments: [
    "The goal holds more equity than its target.", "The equity share is above its ceiling.",
    "Equity has risen since.", "Sending the next instalments to debt would bring it back.",
    "New SIP money to debt brings the equity share down.", "No sale is needed.",
    "There is no need to sell anything.", "This needs neither a sale nor more money.",
    "Two funds hold the same shares.", "The fund charges an exit load.", "It can be done without selling.",
    "Keep the cost of the fund under review.", "The tax of a sale is not known.",
    "A later date, or a smaller target, is the lever that is left.", "The SIP can stay as it is.",
    "A monthly SIP in all would close it on paper.", "Raising the monthly SIP every year would close it.",
    "Whether a deduction applies depends on the tax regime, which is not known here.",
    "A later sale lowers your tax.", "A lower income leaves less to set aside.",
    "This fund takes no new money.", "The direct plan of the same scheme costs less.",
    "Three months of expenses belong in a liquid fund first.", "Actual returns can be lower.",
  ])
  func englishTwinsPass(sentence: String) throws {
    #expect(try codes(sentence) == [], "\(sentence)")
  }

  @Test(arguments: [
    ("इक्विटी का हिस्सा बढ़ाएं।", "more_equity"), ("अगली किस्तें इक्विटी में डालें।", "more_equity"),
    ("पोर्टफोलियो को रीबैलेंस करें।", "rebalance"), ("एक फंड से दूसरे फंड में पैसा ले जाएं।", "rebalance"),
    ("इस फंड में एसआईपी शुरू करें।", "new_money"), ("धारा 80C का लाभ लें।", "tax_deduction"),
    ("टैक्स बचाने का यह तरीका है।", "tax_deduction"), ("इससे आपकी कर योग्य आय घटती है।", "tax_deduction"),
    ("करयोग्य आय कम होगी।", "tax_deduction"), ("कुछ यूनिट बेच दें।", "sale_without_cost"),
    ("फंड से पैसा निकाल लें।", "sale_without_cost"), ("मुनाफा वसूल लें।", "sale_without_cost"),
    ("यह फंड खरीदें।", "scheme_order"), ("इस फंड में बने रहें।", "scheme_order"),
  ])
  func hindiIsHeld(sentence: String, code: String) throws {
    #expect(try codes(sentence, hindi: true).contains(code), "\(sentence)")
  }

  @Test(arguments: [
    "इक्विटी लक्ष्य से अधिक है।", "इक्विटी का हिस्सा सीमा से ऊपर है।", "बेचने की जरूरत नहीं है।",
    "बिना कुछ बेचे यह हो सकता है।", "अगली किस्तें डेट में जाएं तो हिस्सा लौट आता है।",
    "कटौती मिलेगी या नहीं, यह टैक्स व्यवस्था पर निर्भर है, जो यहां पता नहीं है।", "आपकी आय कम है।",
    "यह फंड नया पैसा नहीं लेता।", "एसआईपी जैसी है वैसी रह सकती है।",
  ])
  func hindiTwinsPass(sentence: String) throws {
    #expect(try codes(sentence, hindi: true) == [], "\(sentence)")
  }

  @Test func aSaleWithItsCostPasses() throws {
    func cited(_ body: String, limits: Set<AdviceLimits.Limit> = []) throws -> [String] {
      try codes(body, limits: limits) {
        $0.citations = [
          .init(marker: "[f1]", factID: "goal.g1.sale.tax"),
          .init(marker: "[f2]", factID: "goal.g1.sale.exit_load"),
        ]
      }
    }
    let both = "Selling the part that is over would cost ₹1,200 [f1] in tax and ₹300 [f2] in exit load."
    #expect(try cited(both) == [])
    #expect(try cited("A sale would cost ₹1,200 [f1] in tax and ₹300 [f2] in exit load.") == [])
    #expect(try cited("Sell it: ₹1,200 [f1] in tax and ₹300 [f2] in exit load.") == [])
    #expect(try cited("Sell it: ₹1,200 [f1] in tax.") == ["sale_without_cost"])
    #expect(
      try cited("Sell it: ₹1,200 [f1] in tax, ₹300 [f2] in load.", limits: [.sale]) == ["sale_without_cost"])
  }

  @Test func whatNoLimitForbidsPasses() throws {
    for sentence in ["More equity would suit this goal.", "It is time to rebalance.", "It saves tax."] {
      #expect(try codes(sentence, limits: []) == [], "\(sentence)")
    }
  }

  // MARK: Names

  @Test(arguments: [
    "Parag Parikh holds most of it.", "The flexi cap fund of PPFAS grew.", "Most of it is in Axis.",
    "Axis Small Cap Fund fell.", "The Zenith Flexi Cap Fund fell.", "It sits in Quant Small Cap Fund.",
    "HDFC leads.", "parag parikh flexi cap fell.", "Old Bridge Focused Fund fell.", "एचडीएफसी का फंड गिरा।",
    "एसबीआई स्मॉल कैप फंड गिरा।",
  ])
  func schemesAreNotNamed(sentence: String) throws {
    let names = ["Parag Parikh Flexi Cap Fund - Direct Plan - Growth", "PPFAS Mutual Fund"]
    #expect(try codes(sentence, limits: [], names: names).contains("named_scheme"), "\(sentence)")
  }

  @Test(arguments: [
    "Your emergency fund is short.", "This fund fell.", "Each fund costs something.", "Flexi Cap funds vary.",
    "Index funds cost less.", "The Nifty 50 TRI rose.", "Two Funds Share Half of Their Holdings",
    "Mutual Fund units have a price each day.", "Steady funds help.", "The direct plan costs less.",
    "Your retirement goal is behind.", "A Liquid Fund holds cash.", "The growth option pays nothing out.",
    "A union of plans is possible.", "An Overnight Fund or a Liquid Fund would do.",
  ])
  func kindsOfFundPass(sentence: String) throws {
    let names = [
      "Parag Parikh Flexi Cap Fund - Direct Plan - Growth", "Union Liquid Fund",
      "HDFC Index Fund Nifty 50 Plan",
    ]
    #expect(try codes(sentence, limits: [], names: names) == [], "\(sentence)")
  }

  // MARK: Plans

  private func plan(
    _ kind: Recommendation.Kind, params: JSONObject = [:], after: String = "goal.g1.projected",
    cost: Recommendation.Action.Cost = .init(), reversible: [Bool] = [true]
  ) -> RecommendationPlan {
    RecommendationPlan(
      kind: kind, priority: 1,
      actions: reversible.map {
        .init(
          type: kind, params: params, effect: .init(beforeFact: "goal.g1.shortfall", afterFact: after),
          cost: cost,
          reversible: $0)
      }, suitability: .init(profile: "moderate", horizonMonths: 60, rulesPassed: [], rulesBlocked: []),
      expiresAt: "")
  }

  private func codes(_ plan: RecommendationPlan, _ limits: Set<AdviceLimits.Limit> = []) throws -> [String] {
    try codes("The plan falls short.", limits: limits) { $0.plan = plan }
  }

  @Test func plansAreHeldToTheLimits() throws {
    let cost = Recommendation.Action.Cost(taxFact: "goal.g1.sale.tax", exitLoadFact: "goal.g1.sale.exit_load")
    #expect(try codes(plan(.increaseSIP)) == [])
    #expect(try codes(plan(.increaseSIP), [.newMoney]) == ["new_money"])
    #expect(try codes(plan(.extendHorizon), [.newMoney]) == [])
    #expect(try codes(plan(.rebalance, cost: cost)) == [])
    #expect(try codes(plan(.rebalance, cost: cost), [.rebalance]) == ["rebalance", "rebalance"])
    #expect(try codes(plan(.rebalance)) == ["sale_without_cost"])
    #expect(try codes(plan(.rebalance, cost: cost), [.sale]) == ["sale_without_cost"])
    #expect(try codes(plan(.redirectNewSIP, params: ["class": "equity"]), [.moreEquity]) == ["more_equity"])
    #expect(try codes(plan(.redirectNewSIP, params: ["class": "debt"]), [.moreEquity]) == [])
    #expect(try codes(plan(.increaseSIP, after: "goal.g1.after.x")) == ["unknown_action_fact"])
    #expect(try codes(plan(.increaseSIP, reversible: [false, true])) == ["irreversible_first"])
    #expect(try codes(plan(.increaseSIP, reversible: [true, true, true, true])) == ["too_many_actions"])
  }
}
