import Finance
import JSONKit
import Testing

@testable import CoachCore

/// Every kind of recommendation is reached, and every rule can keep one from being made.
@Suite("Recommendation decisions")
struct RecommendationDecisionTests {
  let agent: RecommendationAgent

  init() throws {
    agent = RecommendationAgent(
      policy: try AgentPolicy(try PolicyTables.embedded(), on: AdviceScenario.asOf))
  }

  func plans(_ change: (inout AdviceScenario) -> Void) throws -> [RecommendationPlan] {
    var scenario = AdviceScenario()
    change(&scenario)
    return try agent.briefs(try scenario.given()).compactMap(\.plan)
  }

  func kinds(_ change: (inout AdviceScenario) -> Void) throws -> [Recommendation.Kind] {
    try plans(change).map(\.kind)
  }

  // MARK: Closing a gap

  @Test("a rise of up to 15 % a year comes before a raise at once")
  func stepUp() throws {
    #expect(try kinds { $0.goal("g1", band: "behind", ratio: 0.75, stepUp: 0.15) } == [.startStepUp])
    #expect(try kinds { $0.goal("g1", band: "behind", ratio: 0.75, stepUp: 0.1501) } == [.increaseSIP])
    #expect(try kinds { $0.goal("g1", band: "behind", ratio: 0.75) } == [.increaseSIP])
  }

  @Test("a small rise is enough even where no return that may be assumed would be")
  func stepUpAboveCap() throws {
    let plans = try plans {
      $0.goal("g1", band: "at_risk", ratio: 0.67, stepUp: 0.13, needsMoreThanCap: true, flexibleDate: true)
    }
    #expect(plans.map(\.kind) == [.startStepUp])
    #expect(plans[0].suitability.rulesBlocked == ["return_within_cap"])
  }

  @Test(
    "where more than the cap would be needed, date and target come before a raise",
    arguments: [
      (true, true, Recommendation.Kind.extendHorizon), (false, true, .lowerTarget),
      (false, false, .increaseSIP),
    ])
  func aboveCap(date: Bool, amount: Bool, kind: Recommendation.Kind) throws {
    let plans = try plans {
      $0.goal(
        "g1", band: "at_risk", ratio: 0.6, needsMoreThanCap: true, flexibleDate: date,
        flexibleAmount: amount)
    }
    #expect(plans.map(\.kind) == [kind])
    #expect(plans[0].suitability.rulesBlocked.contains("return_within_cap"))
    #expect(plans[0].suitability.rulesBlocked.contains("flexible_date") == (kind == .increaseSIP))
  }

  @Test("where no SIP runs, one is begun before date or target move")
  func noSIP() throws {
    let plans = try plans {
      $0.goal("g1", band: "at_risk", ratio: 0.2, needsMoreThanCap: true, flexibleDate: true)
      $0.money("goal.g1.monthly_sip", 0)
    }
    #expect(plans.map(\.kind) == [.increaseSIP])
  }

  @Test("a target that closes the gap comes before a date that does not, and keeps half of it at least")
  func lowerTarget() throws {
    func kinds(_ target: Int) throws -> [Recommendation.Kind] {
      try self.kinds {
        $0.goal(
          "g1", band: "at_risk", ratio: 0.6, needsMoreThanCap: true, flexibleDate: true, flexibleAmount: true)
        $0.ratio("goal.g1.after.extend_horizon.funded_ratio", 0.8)
        $0.money("goal.g1.after.lower_target.target_today", target)
      }
    }
    #expect(try kinds(850_000) == [.lowerTarget])
    #expect(try kinds(849_900) == [.extendHorizon])
  }

  @Test("a date that has come can only move, or the target with it")
  func matured() throws {
    #expect(try kinds { $0.goal("g1", band: "matured", ratio: 0.8, flexibleDate: true) } == [.extendHorizon])
    #expect(try kinds { $0.goal("g1", band: "matured", ratio: 0.8, flexibleAmount: true) } == [.lowerTarget])
    #expect(try kinds { $0.goal("g1", band: "matured", ratio: 0.8) } == [.noAction])
    #expect(try kinds { $0.goal("g1", band: "matured", ratio: 1.2) } == [.noAction])
  }

  @Test("a step whose effect is unknown, or no better, is not proposed")
  func effect() throws {
    #expect(
      try kinds {
        $0.goal("g1", band: "behind", ratio: 0.75)
        $0.remove("goal.g1.after.")
      } == [.noAction])
    #expect(
      try kinds {
        $0.goal("g1", band: "behind", ratio: 0.75)
        $0.ratio("goal.g1.after.increase_sip.funded_ratio", 0.75)
      } == [.noAction])
  }

  // MARK: Where new money goes

  @Test("new money goes into an open holding, never into one that is closed")
  func closed() throws {
    let plans = try plans {
      $0.goal("g1", band: "behind", ratio: 0.75)
      $0.holding("h1", status: "closed_to_new")
      $0.holding("h2")
      $0.sip("s1", goal: "g1", holding: "h1", status: "cancelled")
      $0.sip("s2", goal: "g1", holding: "h2")
    }
    #expect(plans.map(\.kind) == [.reviewScheme, .increaseSIP])
    #expect(plans[1].actions[0].params["holding"] == "h2")
    #expect(plans[1].suitability.rulesPassed.contains("open_scheme"))
  }

  @Test(
    "without an open holding neither raise nor rise is proposed",
    arguments: ["closed_to_new", "merged", "wound_up"])
  func allClosed(status: String) throws {
    let plans = try plans {
      $0.goal("g1", band: "behind", ratio: 0.75, stepUp: 0.1, flexibleDate: true)
      $0.holding("h1", status: status)
      $0.sip("s1", goal: "g1", holding: "h1")
    }
    #expect(plans.map(\.kind) == [.reviewScheme, .extendHorizon])
    #expect(plans[0].priority == 2)
    #expect(plans[1].suitability.rulesBlocked.contains("open_scheme"))
  }

  // MARK: Risk

  @Test("an unknown profile is proposed nothing that adds equity or changes the mix")
  func unknownProfile() throws {
    let plans = try plans {
      $0.profile = "unknown"
      $0.goal("g1", band: "behind", ratio: 0.75, stepUp: 0.1, flexibleDate: true)
      $0.holding("h1")
      $0.sip("s1", goal: "g1", holding: "h1")
      $0.drift("g1", over: "equity", under: "debt", redirect: true, sale: true, later: false)
    }
    #expect(plans.map(\.kind) == [.extendHorizon])
    #expect(plans[0].suitability.rulesBlocked.contains("profile_known"))
    #expect(plans[0].suitability.profile == "unknown")
  }

  @Test("a profile too old counts as unknown")
  func staleProfile() throws {
    let plans = try plans {
      $0.goal("g1", band: "behind", ratio: 0.75)
      $0.ceiling("g1", "unknown")
    }
    #expect(plans.map(\.kind) == [.noAction])
    #expect(plans[0].suitability.rulesBlocked.starts(with: ["profile_known", "equity_ceiling"]))
    #expect(plans[0].suitability.profile == "unknown")
  }

  @Test("more of a debt fund is no more risk, whatever the profile")
  func calmHolding() throws {
    let plans = try plans {
      $0.profile = "unknown"
      $0.goal("g1", band: "behind", ratio: 0.75)
      $0.holding("h1")
      $0.holding("h2", assetClass: "debt")
      $0.sip("s1", goal: "g1", holding: "h1")
      $0.sip("s2", goal: "g1", holding: "h2")
    }
    #expect(plans.map(\.kind) == [.increaseSIP])
    #expect(plans[0].actions[0].params["holding"] == "h2")
  }

  @Test("above its ceiling a goal gets no more equity, and its mix comes first")
  func ceiling() throws {
    let plans = try plans {
      $0.goal("g1", band: "behind", ratio: 0.75, stepUp: 0.1, flexibleAmount: true)
      $0.holding("h1")
      $0.sip("s1", goal: "g1", holding: "h1")
      $0.ceiling("g1", "above", weight: 0.9)
      $0.drift("g1", over: "equity", under: "debt", redirect: false, sale: true, later: false)
    }
    #expect(plans.map(\.kind) == [.rebalance, .lowerTarget])
    #expect(plans.map(\.priority) == [2, 3])
    #expect(plans[1].suitability.rulesBlocked == ["equity_ceiling"])
  }
}

extension ArtifactBrief {
  /// What code decided of the recommendation, nil for an insight.
  var plan: RecommendationPlan? {
    if case .recommendation(let plan) = form { plan } else { nil }
  }
}
