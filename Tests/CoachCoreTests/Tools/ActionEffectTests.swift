import Finance
import JSONKit
import Testing

@testable import CoachCore

/// The effect of a step is what goal math says of a portfolio in which it has been taken.
@Suite("Effect of a step")
struct ActionEffectTests {
  private static let portfolios =
    (1...30).flatMap { $0 == 27 ? ["F27A", "F27B"] : [$0 < 10 ? "F0\($0)" : "F\($0)"] }
  /// Those that are read over and over; F29 holds 5,000 lines of statement.
  private static let small = portfolios.filter { $0 != "F29" }
  private let fixture: EngineFixture
  private let policy: PolicyTables

  init() throws {
    fixture = try EngineFixture()
    policy = try PolicyTables.embedded()
  }

  @Test("figures equal those of the changed portfolio", arguments: small, ActionEffect.Step.allCases)
  func equalsRealChange(name: String, step: ActionEffect.Step) throws {
    let snapshot = try fixture.snapshot(name)
    for goal in snapshot.portfolio.goals where goal.status == .active {
      let facts = try FactSet(
        try ActionEffect(step: step, goal: goal, inputs: SnapshotInputs(snapshot), policy: policy).run())
      // A SIP begun in a portfolio without a holding has nowhere to stand in the document.
      let canChange = step != .increaseSIP || !snapshot.portfolio.holdings.isEmpty
      guard !facts.facts.isEmpty, canChange else { continue }
      let prefix = "goal.\(goal.id).after.\(step.rawValue)."
      let changed = try fixture.snapshot(name) { try change(&$0, goal: goal, step, facts, prefix, snapshot) }
      let real = try GoalMath(
        goal: try #require(changed.portfolio.goal(goal.id)), inputs: SnapshotInputs(changed), policy: policy
      ).run()
      for fact in real {
        let figure = fact.id.dropFirst("goal.\(goal.id).".count)
        guard let after = facts[prefix + figure] else { continue }
        #expect(after.value == fact.value, "\(name) \(fact.id)")
      }
      #expect(facts[prefix + "funded_ratio"] != nil && facts[prefix + "band"] != nil)
    }
  }

  /// Takes the step in the document itself, with nothing but JSON.
  private func change(
    _ document: inout JSONObject, goal: Goal, _ step: ActionEffect.Step, _ facts: FactSet, _ prefix: String,
    _ snapshot: PortfolioSnapshot
  ) throws {
    switch step {
    case .lowerTarget:
      let target = try #require(facts[prefix + "target_today"]?.value.number)
      document.edit("goals", goal.id) { $0["target_today"] = .number(target) }
    case .extendHorizon:
      let date = try #require(facts[prefix + "target_date"]?.value.text)
      document.edit("goals", goal.id) { $0["target_date"] = .string(date) }
    case .startStepUp:
      let rate = try #require(facts[prefix + "step_up"]?.value.number)
      let rise: JSONValue = ["kind": "percent", "value": .number(rate)]
      document.edit("goals", goal.id) { $0["step_up"] = rise }
      for sip in snapshot.portfolio.sips where sip.goal == goal.id && sip.stepUp != nil {
        document.edit("sips", sip.id) { $0["step_up"] = rise }
      }
    case .increaseSIP:
      let added = try #require(facts[prefix + "added"]?.value.double)
      let sips = snapshot.portfolio.sips
      if let raised = GoalAction.raisedSIP(for: goal, among: sips, asOf: snapshot.asOf) {
        let amount = try #require(JSONNumber(raised.amount.rupees + added))
        document.edit("sips", raised.id) { $0["amount"] = .number(amount) }
      } else {
        let holding = try #require(snapshot.portfolio.holdings.first?.id)
        let new: JSONValue = [
          "id": "new", "holding": .string(holding), "goal": .string(goal.id),
          "amount": .number(try #require(JSONNumber(added))), "frequency": "monthly", "day": 1,
          "start": .string(snapshot.asOf.description), "status": "active",
        ]
        document["sips"] = .array((document["sips"]?.array ?? []) + [new])
      }
    }
  }

  @Test("a raise, a rise and a smaller target close the gap; nothing is told of a goal on track")
  func closes() throws {
    for name in Self.portfolios {
      let snapshot = try fixture.snapshot(name)
      for goal in snapshot.portfolio.goals where goal.status == .active {
        let before = try GoalAssessment.assess(goal, in: snapshot, policy: policy)
        let facts = try FactSet(
          try ActionEffect.Step.allCases.flatMap {
            try ActionEffect(step: $0, goal: goal, inputs: SnapshotInputs(snapshot), policy: policy).run()
          })
        for step in ActionEffect.Step.allCases {
          guard let ratio = facts["goal.\(goal.id).after.\(step.rawValue).funded_ratio"]?.value.double else {
            continue
          }
          if before.fundedRatio < 1 { #expect(ratio > before.fundedRatio, "\(name) \(step)") }
          // A later date may not be late enough within what the policy allows.
          if step != .extendHorizon, snapshot.portfolio.sips.allSatisfy({ $0.end == nil }) {
            #expect(ratio >= 1, "\(name) \(step) \(ratio)")
          }
        }
        if before.fundedRatio >= 1 {
          #expect(facts.withPrefix("goal.\(goal.id).after.extend_horizon").isEmpty)
          #expect(facts.withPrefix("goal.\(goal.id).after.lower_target").isEmpty)
        }
      }
    }
  }

  @Test("the later date is the first that does, where the spread is the goal's own")
  func earliest() throws {
    for name in Self.portfolios {
      let snapshot = try fixture.snapshot(name)
      for goal in snapshot.portfolio.goals where goal.status == .active && goal.targetAllocation != nil {
        guard
          case .moveDate(let date)? = try GoalAssessment.laterDate(
            for: goal, in: snapshot, policy: policy, longest: 60)
        else { continue }
        let start = max(goal.targetDate, snapshot.asOf)
        func ratio(_ date: CivilDate) throws -> Double {
          try GoalAssessment.assess(goal, taking: .moveDate(date), in: snapshot, policy: policy).fundedRatio
        }
        let months = start.wholeMonths(until: date)
        #expect(months <= 60)
        if try ratio(date) >= 1 {
          #expect(try ratio(start.adding(months: months - 1)) < 1, "\(name)")
        } else {
          #expect(months == 60, "\(name)")
        }
      }
    }
  }

  @Test("the overlap left is that without the fund whose absence leaves less")
  func overlap() throws {
    var scenario = AdviceScenario()
    scenario.overlap("high", after: nil)
    scenario.ratio("pair.h1_h2.overlap", 0.62)
    scenario.ratio("pair.h1_h3.overlap", 0.4)
    scenario.ratio("pair.h2_h3.overlap", 0.55)
    let tool = try #require(OverlapEffect(try scenario.given().facts, asOf: AdviceScenario.asOf))
    #expect(try tool.run().first?.value.double == 0.4)
    scenario.remove("pair.h1_h3")
    scenario.remove("pair.h2_h3")
    let alone = try #require(OverlapEffect(try scenario.given().facts, asOf: AdviceScenario.asOf))
    #expect(try alone.run().first?.value.double == 0)
    scenario.remove("pair.")
    #expect(OverlapEffect(try scenario.given().facts, asOf: AdviceScenario.asOf) == nil)
  }
}

extension FactValue {
  fileprivate var number: JSONNumber? { if case .number(let number) = self { number } else { nil } }
}

extension JSONObject {
  /// Changes the member of a list that has an id.
  fileprivate mutating func edit(_ list: String, _ id: String, _ change: (inout JSONObject) -> Void) {
    self[list] = .array(
      (self[list]?.array ?? []).map { member in
        guard var object = member.object, object["id"]?.string == id else { return member }
        change(&object)
        return .object(object)
      })
  }
}
