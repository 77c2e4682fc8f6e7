import Finance
import JSONKit
import Testing

@testable import CoachCore

/// What holds of every recommendation, whatever the facts.
@Suite("Recommendation properties")
struct RecommendationPropertyTests {
  private let agent: RecommendationAgent
  private let contracts: ContractSchemas

  init() throws {
    agent = RecommendationAgent(
      policy: try AgentPolicy(try PolicyTables.embedded(), on: AdviceScenario.asOf))
    contracts = try ContractSchemas()
  }

  /// Every brief of many situations, with the facts it was made from.
  private func forEachBrief(
    seed: UInt64, _ body: (ArtifactBrief, RecommendationPlan, GivenFacts) throws -> Void
  ) throws {
    var random = SplitMix(seed: seed)
    for _ in 0..<500 {
      let given = try AdviceScenario.generated(&random).given()
      for brief in try agent.briefs(given) { try body(brief, try #require(brief.plan), given) }
    }
  }

  @Test("three at most, one a topic, ordered, and a lone no_action")
  func order() throws {
    var random = SplitMix(seed: 1)
    var seen: Set<Recommendation.Kind> = []
    for _ in 0..<500 {
      let briefs = try agent.briefs(try AdviceScenario.generated(&random).given())
      let plans = briefs.compactMap(\.plan)
      #expect(plans.count == briefs.count && plans.count <= 3)
      #expect(Set(briefs.map(\.topicKey)).count == briefs.count)
      #expect(plans.count == 1 || !plans.contains { $0.kind == .noAction })
      let keys = plans.map { $0.priority * 2 + ($0.actions.allSatisfy(\.reversible) ? 0 : 1) }
      #expect(keys == keys.sorted())
      seen.formUnion(plans.map(\.kind))
    }
    #expect(seen == Set(Recommendation.Kind.allCases))
  }

  @Test("what is cited was offered, and offered facts are the run's own")
  func facts() throws {
    try forEachBrief(seed: 2) { brief, plan, given in
      #expect(brief.mustCite.allSatisfy { brief.facts[$0] != nil })
      #expect(brief.facts.facts.allSatisfy { given.facts[$0.id] == $0 })
      for action in plan.actions {
        #expect(brief.mustCite.contains(action.effect.beforeFact))
        #expect(brief.mustCite.contains(action.effect.afterFact))
        let named = action.params.filter { $0.key.hasSuffix("_fact") }.compactMap { $0.value.string }
        #expect(named.allSatisfy { given.facts[$0] != nil }, "\(action.params)")
      }
    }
  }

  @Test("the figure an action moves gets better, and a look moves none")
  func improves() throws {
    let falling: Set<Recommendation.Kind> = [.redirectNewSIP, .rebalance, .consolidateOverlap]
    try forEachBrief(seed: 3) { _, plan, given in
      for action in plan.actions {
        let before = given.facts[action.effect.beforeFact]?.value
        let after = given.facts[action.effect.afterFact]?.value
        if plan.kind == .reviewScheme, action.params["reason"] != "regular_plan" {
          #expect(before == after && before != nil)
          continue
        }
        let (old, new) = (try #require(before?.double), try #require(after?.double))
        #expect(falling.contains(plan.kind) || plan.kind == .reviewScheme ? new < old : new > old)
      }
    }
  }

  @Test("no new money into a holding that is not open")
  func closed() throws {
    try forEachBrief(seed: 4) { _, plan, given in
      for action in plan.actions where action.type != .reviewScheme {
        for id in try holdings(of: action, given.facts) {
          #expect(given.facts["holding.\(id).status"]?.value.text ?? "open" == "open", "\(plan.kind) \(id)")
        }
      }
    }
  }

  @Test("no equity above the ceiling, and none for a profile that is not known")
  func equity() throws {
    try forEachBrief(seed: 5) { _, plan, given in
      let isKnown =
        given.user.riskProfile != "unknown"
        && !given.goals.contains { given.facts["goal.\($0.id).ceiling.state"]?.value.text == "unknown" }
      #expect(isKnown || ![.rebalance, .redirectNewSIP].contains(plan.kind))
      for action in plan.actions {
        guard let goal = action.params["goal"]?.string, try addsEquity(action, given.facts) else { continue }
        #expect(isKnown, "\(plan.kind)")
        let state = given.facts["goal.\(goal).ceiling.state"]?.value.text
        #expect(state == nil || state == "within", "\(plan.kind)")
      }
    }
  }

  @Test("a sale has its tax and its exit load, and is the one thing that cannot be undone")
  func sale() throws {
    try forEachBrief(seed: 6) { brief, plan, _ in
      for action in plan.actions {
        #expect(action.reversible == (action.type != .rebalance))
        #expect((action.type == .rebalance) == !brief.limits.forbids(.sale))
        guard action.type == .rebalance else { continue }
        #expect(action.cost.taxFact.map { brief.facts[$0] != nil } ?? false)
        #expect(action.cost.exitLoadFact.map { brief.facts[$0] != nil } ?? false)
      }
    }
  }

  @Test("the published recommendation follows its schema")
  func schema() throws {
    try forEachBrief(seed: 7) { brief, plan, _ in
      let draft = try Phrasebooks.book(agent: brief.agent, language: brief.language)
        .template(ProseSubject(brief)).draft { brief.facts[$0]?.display.text(in: brief.language) }
      let made = Recommendation(id: "r1", brief: brief, plan: plan, draft: draft)
      let violations = contracts.recommendation.validate(try JSONValueEncoder().encode(made))
      #expect(violations.isEmpty, "\(plan.kind): \(violations)")
    }
  }

  // MARK: What an action touches

  private func holdings(of action: Recommendation.Action, _ facts: FactSet) throws -> [String] {
    let direct = action.params["holding"]?.string.map { [$0] } ?? []
    guard action.type == .startStepUp else { return direct }
    let sips = action.params["sips"]?.array?.compactMap(\.string) ?? []
    return direct + sips.compactMap { facts["sip.\($0).holding"]?.value.text }
  }

  private func addsEquity(_ action: Recommendation.Action, _ facts: FactSet) throws -> Bool {
    switch action.type {
    case .increaseSIP, .startStepUp:
      let classes = try holdings(of: action, facts).map { facts["holding.\($0).asset_class"]?.value.text }
      return classes.isEmpty || classes.contains { $0 == nil || $0 == "equity" }
    case .redirectNewSIP: return action.params["class"] == "equity"
    case .rebalance:
      let goal = action.params["goal"]?.string ?? ""
      return facts["goal.\(goal).weight.equity"]?.value.double ?? 0
        < facts["goal.\(goal).target.equity"]?.value.double ?? 0
    default: return false
    }
  }
}
