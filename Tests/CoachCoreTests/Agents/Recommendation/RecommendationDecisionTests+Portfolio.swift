import Finance
import JSONKit
import Testing

@testable import CoachCore

extension RecommendationDecisionTests {
  // MARK: The mix

  @Test("new money first, a sale only where that is not known to help")
  func mix() throws {
    func kinds(redirect: Bool, sale: Bool) throws -> [Recommendation.Kind] {
      try self.kinds {
        $0.goal("g1", band: "on_track", ratio: 1.1)
        $0.ceiling("g1", "within")
        $0.drift("g1", over: "equity", under: "debt", redirect: redirect, sale: sale, later: false)
      }
    }
    #expect(try kinds(redirect: true, sale: true) == [.redirectNewSIP])
    #expect(try kinds(redirect: false, sale: true) == [.rebalance])
    #expect(try kinds(redirect: false, sale: false) == [.noAction])
  }

  @Test("near the date a sale comes before new money that does not mend too much equity")
  func saleWithTheDateNear() throws {
    func kinds(horizon: Int, ceiling: String, mends: Bool) throws -> [Recommendation.Kind] {
      try self.kinds {
        $0.goal("g1", band: "on_track", ratio: 1.1)
        $0.remove("goal.g1.horizon")
        $0.months("goal.g1.horizon", horizon)
        $0.ceiling("g1", ceiling, weight: 0.72)
        $0.drift("g1", over: "equity", under: "debt", redirect: true, sale: true, later: false)
        if !mends { $0.remove("goal.g1.redirect.months") }
      }
    }
    #expect(try kinds(horizon: 8, ceiling: "above", mends: false) == [.rebalance])
    #expect(try kinds(horizon: 8, ceiling: "above", mends: true) == [.redirectNewSIP])
    #expect(try kinds(horizon: 36, ceiling: "above", mends: false) == [.redirectNewSIP])
    #expect(try kinds(horizon: 8, ceiling: "within", mends: false) == [.redirectNewSIP])
  }

  @Test("a sale carries its tax and exit load, and waits where that is cheaper")
  func saleCost() throws {
    func action(later: Bool) throws -> Recommendation.Action {
      try #require(
        try plans {
          $0.goal("g1", band: "on_track", ratio: 1.1)
          $0.drift("g1", over: "debt", under: "gold", redirect: false, sale: true, later: later)
        }.first?.actions.first)
    }
    let now = try action(later: false)
    #expect(now.cost == .init(taxFact: "goal.g1.sale.tax", exitLoadFact: "goal.g1.sale.exit_load"))
    #expect(!now.reversible && now.params["from_class"] == "debt")
    let later = try action(later: true)
    #expect(later.cost.taxFact == "goal.g1.sale.tax.later")
    #expect(later.params["wait_until_fact"] == "goal.g1.sale.wait_until")
  }

  @Test("a sale without its tax is not proposed")
  func saleUncosted() throws {
    let plans = try plans {
      $0.goal("g1", band: "on_track", ratio: 1.1)
      $0.drift("g1", over: "equity", under: "debt", redirect: false, sale: true, later: false)
      $0.remove("goal.g1.sale.tax")
    }
    #expect(plans.map(\.kind) == [.noAction])
    #expect(plans[0].suitability.rulesBlocked == ["sale_costed"])
  }

  @Test("a mix that would hold more equity than its ceiling is not restored")
  func towardsEquity() throws {
    let plans = try plans {
      $0.goal("g1", band: "on_track", ratio: 1.1)
      $0.drift("g1", over: "debt", under: "equity", redirect: true, sale: true, later: false)
      $0.ceiling("g1", "within", weight: 0.28)
      $0.ratio("goal.g1.target.equity", 0.7)
    }
    #expect(plans.map(\.kind) == [.noAction])
    #expect(plans[0].suitability.rulesBlocked == ["equity_ceiling"])
  }

  // MARK: The portfolio

  @Test("a reserve outranks everything, and is the emergency goal's own step")
  func emergency() throws {
    let plans = try plans {
      $0.goal("g1", kind: "emergency", band: "at_risk", ratio: 0.3)
      $0.goal("g2", band: "at_risk", ratio: 0.5)
      $0.emergency("short")
    }
    #expect(plans.map(\.kind) == [.buildEmergencyFund, .increaseSIP])
    #expect(plans[0].priority == 1 && plans[0].actions[0].params["goal"] == "g1")
    #expect(plans[1].actions[0].params["goal"] == "g2")
    for state in ["ok", "unknown"] {
      #expect(
        try kinds {
          $0.goal("g2", band: "on_track", ratio: 1.5)
          $0.emergency(state)
        } == [.noAction])
    }
  }

  @Test("one holding is looked at: wound up before merged before closed before a dear plan")
  func review() throws {
    func reason(_ statuses: [String], dear: Bool) throws -> JSONValue? {
      try plans {
        $0.goal("g1", band: "on_track", ratio: 1.1)
        for (index, status) in statuses.enumerated() { $0.holding("h\(index + 1)", status: status) }
        if dear {
          $0.holding("h9", plan: "regular")
          $0.costs("h9")
        }
      }.first?.actions.first?.params["reason"]
    }
    #expect(try reason(["open", "closed_to_new", "merged", "wound_up"], dear: true) == "wound_up")
    #expect(try reason(["closed_to_new", "merged"], dear: true) == "merged")
    #expect(try reason(["closed_to_new"], dear: true) == "closed_to_new")
    #expect(try reason(["open"], dear: true) == "regular_plan")
    #expect(try reason(["open"], dear: false) == nil)
  }

  @Test("funds that are alike are told of only when the overlap is high and would fall")
  func overlap() throws {
    func kinds(_ state: String, _ after: Double?) throws -> [Recommendation.Kind] {
      try self.kinds {
        $0.goal("g1", band: "on_track", ratio: 1.1)
        $0.overlap(state, after: after)
      }
    }
    #expect(try kinds("high", 0.21) == [.consolidateOverlap])
    #expect(try kinds("high", 0.62) == [.noAction])
    #expect(try kinds("high", nil) == [.noAction])
    #expect(try kinds("low", 0.21) == [.noAction])
  }

  // MARK: Order and nothing at all

  @Test("three at most: priority, then what can be undone, then the goal's rank")
  func order() throws {
    let plans = try plans {
      $0.goal("g1", band: "behind", ratio: 0.8, priority: 4)
      $0.goal("g2", band: "behind", ratio: 0.8, priority: 1)
      $0.goal("g3", band: "at_risk", ratio: 0.5, priority: 5)
      $0.goal("g4", band: "close", ratio: 0.95, priority: 1)
    }
    #expect(plans.map { $0.actions[0].params["goal"] } == ["g3", "g2", "g1"])
    #expect(plans.map(\.priority) == [2, 3, 3])
  }

  @Test("why nothing is proposed is said: on track, fixed, or for want of a profile")
  func noAction() throws {
    func lever(_ change: (inout AdviceScenario) -> Void) throws -> String? {
      var scenario = AdviceScenario()
      change(&scenario)
      let briefs = try agent.briefs(try scenario.given())
      #expect(briefs.map(\.state) == ["no_action"])
      return briefs.first?.lever
    }
    #expect(try lever { $0.goal("g1", band: "on_track", ratio: 1.1) } == "on_track")
    #expect(
      try lever {
        $0.goal("g1", band: "on_track", ratio: 1.1)
        $0.goal("g2", band: "on_track", ratio: 1.05)
      } == "all_on_track")
    #expect(try lever { $0.goal("g1", band: "matured", ratio: 0.9) } == "fixed")
    #expect(
      try lever {
        $0.profile = "unknown"
        $0.goal("g1", band: "behind", ratio: 0.9)
      } == "profile")
    #expect(try lever { $0.money("portfolio.value", 1_000_000) } == "portfolio")
  }

  @Test("without a fact there is nothing to say, and facts of the wrong type are refused")
  func noFacts() throws {
    #expect(try agent.briefs(try AdviceScenario().given()).isEmpty)
    var scenario = AdviceScenario()
    scenario.goal("g1", band: "behind", ratio: 0.8)
    scenario.state("goal.g1.funded_ratio", "most")
    #expect(throws: CoachError.self) { try agent.briefs(try scenario.given()) }
    scenario.ratio("goal.g1.funded_ratio", 0.8)
    scenario.ratio("goal.g1.horizon", 1e300)
    #expect(throws: CoachError.self) { try agent.briefs(try scenario.given()) }
    scenario.months("goal.g1.horizon", 96)
    scenario.state("goal.g1.band", "splendid")
    #expect(throws: CoachError.self) { try agent.briefs(try scenario.given()) }
  }

  @Test("a proposal lapses thirty days on")
  func expiry() throws {
    let plans = try plans { $0.goal("g1", band: "behind", ratio: 0.75) }
    #expect(plans[0].expiresAt == "2026-09-13T00:00:00+05:30")
  }

  @Test("what prose may not suggest follows from profile, ceiling, closed holdings and the lack of a sale")
  func limits() throws {
    func forbidden(_ change: (inout AdviceScenario) -> Void) throws -> Set<AdviceLimits.Limit> {
      var scenario = AdviceScenario()
      change(&scenario)
      return try #require(try agent.briefs(try scenario.given()).first).limits.forbidden
    }
    #expect(try forbidden { $0.goal("g1", band: "behind", ratio: 0.75) } == [.taxDeduction, .sale])
    #expect(
      try forbidden {
        $0.profile = "unknown"
        $0.goal("g1", band: "behind", ratio: 0.75, flexibleDate: true)
      } == [.taxDeduction, .sale, .moreEquity, .rebalance])
    #expect(
      try forbidden {
        $0.goal("g1", band: "on_track", ratio: 1.2)
        $0.drift("g1", over: "equity", under: "debt", redirect: false, sale: true, later: false)
        $0.ceiling("g1", "above", weight: 0.9)
      } == [.taxDeduction, .moreEquity])
    #expect(
      try forbidden {
        $0.goal("g1", band: "on_track", ratio: 1.2)
        $0.holding("h1", status: "wound_up")
      } == [.taxDeduction, .sale, .newMoney])
  }
}
