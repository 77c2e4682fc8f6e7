import Finance
import JSONKit
import Testing

@testable import CoachCore

/// Facts against an independent derivation (`fixtures/derive/allocation_facts.py`), and the laws they keep.
@Suite("Allocation math")
struct AllocationMathTests {
  private let fixture: AllocationFixture

  init() throws { fixture = try AllocationFixture() }

  @Test("facts equal those derived independently", arguments: ["F06", "F08", "F09", "F10", "F11", "F12"])
  func derived(name: String) async throws {
    let reading = try fixture.reading(name)
    let facts = try await fixture.facts(reading)
    let expected = reading.snapshot.portfolio.expected.facts.filter { facts[$0.key] != nil }
    #expect(expected.count > 40)
    #expect(facts.facts.map(\.id) == expected.map(\.key).sorted(), "all of them, and no other")
    for (id, value) in expected {
      let fact = try #require(facts[id])
      switch (value, fact.value) {
      case (.string(let wanted), .text(let text)): #expect(text == wanted, "\(id)")
      case (.number(let wanted), .number(let number)):
        let tolerance = fact.unit == .inr ? 0 : 1e-9 * max(1, wanted.double.magnitude)
        #expect(
          (number.double - wanted.double).magnitude <= tolerance, "\(id): \(number.text) ≠ \(wanted.text)")
      default: Issue.record("\(id) is of another type")
      }
    }
  }

  @Test(
    "weights and targets sum to 1, and no way back costs less than nothing",
    arguments: AllocationFixture.portfolios)
  func laws(name: String) async throws {
    let reading = try fixture.reading(name)
    let facts = try await fixture.facts(reading)
    for goal in reading.goals {
      let number = { (name: String) in facts["goal.\(goal.id).\(name)"]?.value.double }
      func sum(_ prefix: String) -> Double {
        facts.withPrefix("goal.\(goal.id).\(prefix).").compactMap(\.value.double).reduce(0, +)
      }
      #expect((sum("target") - 1).magnitude < 1e-9)
      if facts["goal.\(goal.id).allocation.state"]?.value.text != "unallocated" {
        #expect((sum("weight") - 1).magnitude < 1e-9)
      }
      for part in [
        "redirect.amount", "redirect.drift", "sale.amount", "sale.tax", "sale.exit_load", "sale.drift",
      ] {
        #expect(number(part).map { $0 >= 0 } ?? true, "\(goal.id) \(part)")
      }
      #expect(number("redirect.months").map { (1...24).contains($0) } ?? true)
      if let tax = number("sale.tax.later"), let load = number("sale.exit_load.later"),
        let taxNow = number("sale.tax"), let loadNow = number("sale.exit_load")
      {
        #expect(tax + load < taxNow + loadNow, "a wait that saves nothing is not told")
      }
    }
  }

  @Test("no sale is priced whose lots the statement does not show", arguments: ["F18", "F22"])
  func unknownLots(name: String) async throws {
    let facts = try await fixture.facts(try fixture.reading(name))
    #expect(facts.facts.allSatisfy { !$0.id.contains(".sale.") })
  }

  @Test("a profile counts for 365 days, then it is unknown and so is the ceiling")
  func staleProfile() async throws {
    for (taken, state) in [("2025-08-14", "above"), ("2025-08-13", "unknown")] {
      let facts = try await facts(of: "F09") { portfolio in
        var user = portfolio["user"]?.object ?? [:]
        user["risk_profiled_at"] = .string(taken)
        portfolio["user"] = .object(user)
      }
      #expect(facts["goal.g1.ceiling.state"]?.value.text == state)
      #expect((facts["goal.g1.equity_ceiling"] == nil) == (state == "unknown"))
    }
  }

  @Test("a goal sells no more than its share of a holding")
  func share() async throws {
    let facts = try await facts(of: "F10") {
      $0["shares"] = [
        ["goal": "g1", "holding": "h1", "share": .number(JSONNumber(0.4) ?? JSONNumber(0))],
        ["goal": "g1", "holding": "h2", "share": .number(JSONNumber(0.001) ?? JSONNumber(0))],
      ]
    }
    let reading = try fixture.reading("F10")
    let value = try #require(reading.snapshot.holding("h1")).value.rupees
    let sold = try #require(facts["goal.g1.sale.amount"]?.value.double)
    #expect(sold < value * 0.4)
    #expect(sold > value * 0.4 * 0.3)
  }

  @Test("nothing is redirected without a SIP that runs, and no wait goes past the goal's date")
  func withoutSIP() async throws {
    let paused = try await facts(of: "F09") { portfolio in
      let sips: [JSONValue] = (portfolio["sips"]?.array ?? []).map { sip in
        var sip = sip.object ?? [:]
        sip["status"] = "paused"
        return .object(sip)
      }
      portfolio["sips"] = .array(sips)
    }
    #expect(paused.facts.allSatisfy { !$0.id.contains(".redirect.") })
    let near = try await facts(of: "F10") { portfolio in
      let goals: [JSONValue] = (portfolio["goals"]?.array ?? []).map { goal in
        var goal = goal.object ?? [:]
        goal["target_date"] = "2026-09-10"
        return .object(goal)
      }
      portfolio["goals"] = .array(goals)
    }
    #expect(near["goal.g1.sale.tax"] != nil)
    #expect(near["goal.g1.sale.wait_until"] == nil)
  }

  @Test("arguments are typed and carry run-local ids only")
  func arguments() throws {
    let reading = try fixture.reading("F24")
    let goal = try #require(reading.goals.first)
    let call = try AllocationMath(.goal(goal), in: reading, inputs: AllocationInputs(reading))
    #expect(call.arguments.map(\.key).sorted() == ["as_of", "goal"])
    #expect(call.arguments["goal"] == .string(goal.id))
    #expect(ToolAllowList.standard.allows(AllocationMath.name, to: AgentName.allocation))
  }

  private func facts(of name: String, _ change: (inout JSONObject) -> Void) async throws -> FactSet {
    var json = try #require(try ProjectFolder.json("fixtures/portfolios/\(name).json").object)
    change(&json)
    return try await fixture.facts(try fixture.reading(try Portfolio(json: .object(json))))
  }
}
