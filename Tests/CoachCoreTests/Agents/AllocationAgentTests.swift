import Finance
import JSONKit
import Testing

@testable import CoachCore

/// Topic, severity and lever are decided by code, from facts alone.
@Suite("Allocation")
struct AllocationAgentTests {
  private let fixture: AllocationFixture

  init() throws { fixture = try AllocationFixture() }

  @Test(
    "each fixture gets the news it is made for, most important first",
    arguments: [
      ("F06", ["goal:g1:ceiling:above sale", "portfolio:emergency:short emergency"]),
      (
        "F08",
        [
          "portfolio:emergency:short emergency", "goal:g1:allocation:drifted redirect",
          "portfolio:overlap:high overlap",
        ]
      ),
      ("F09", ["portfolio:emergency:short emergency", "goal:g1:allocation:drifted redirect"]),
      ("F10", ["portfolio:emergency:short emergency", "goal:g1:allocation:drifted wait"]),
      (
        "F11",
        [
          "portfolio:emergency:short emergency", "goal:g1:allocation:drifted redirect",
          "portfolio:costs:regular_plans costs",
        ]
      ),
      ("F12", ["portfolio:emergency:short emergency", "goal:g1:allocation:drifted sale"]),
      ("F07", ["portfolio:emergency:short emergency", "goal:g1:allocation:drifted profile"]),
    ])
  func topics(name: String, topics: [String]) async throws {
    #expect(try await fixture.briefs(name).map { "\($0.topicKey) \($0.lever)" } == topics)
  }

  @Test("what is wrong before a near date asks for action and comes first")
  func action() async throws {
    let briefs = try await fixture.briefs("F06")
    #expect(briefs.map(\.severity) == [.action, .attention])
  }

  @Test(
    "at most four, each with what it must cite, its limits and the policy's sentences",
    arguments: AllocationFixture.portfolios)
  func complete(name: String) async throws {
    let briefs = try await fixture.briefs(name)
    #expect(briefs.count <= AllocationAgent.mostBriefs)
    #expect(Set(briefs.map(\.topicKey)).count == briefs.count)
    for brief in briefs {
      #expect(!brief.mustCite.isEmpty)
      #expect(brief.mustCite.allSatisfy { brief.facts[$0] != nil }, "\(brief.topicKey)")
      #expect(brief.scope == .allocation)
      #expect(brief.disclaimers.map(\.id) == ["std_warning", "not_advice"])
      #expect(brief.limits.forbids(.taxDeduction))
      let priced = brief.facts.facts.map(\.id)
      let hasCost =
        priced.contains { $0.hasSuffix(".sale.tax") } && priced.contains { $0.hasSuffix(".sale.exit_load") }
      #expect(brief.limits.forbids(.sale) == !hasCost, "\(brief.topicKey)")
      #expect(brief.facts.facts.allSatisfy { ($0.value.double ?? 0) >= 0 }, "no signed negative is offered")
    }
  }

  @Test("an unknown profile forbids equity and rebalancing, a closed fund new money")
  func limits() async throws {
    for brief in try await fixture.briefs("F07") {
      #expect(brief.limits.forbids(.moreEquity) && brief.limits.forbids(.rebalance))
    }
    for brief in try await fixture.briefs("F12") { #expect(brief.limits.forbids(.newMoney)) }
    for brief in try await fixture.briefs("F09") { #expect(!brief.limits.forbids(.newMoney)) }
  }

  @Test("stale values and incomplete statements are told of")
  func caveats() async throws {
    let stale = try await fixture.briefs("F19").flatMap(\.caveats)
    #expect(stale.contains(.staleNAV))
    let incomplete = try await fixture.briefs("F18").flatMap(\.caveats)
    #expect(incomplete.contains(.incompleteCAS))
  }

  @Test("it decides the same from given facts alone")
  func given() throws {
    let given = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/allocation.json"))
    let agent = AllocationAgent(policy: try AgentPolicy(try PolicyTables.embedded(), on: given.asOf))
    let briefs = try agent.briefs(given)
    #expect(
      briefs.map { "\($0.topicKey) \($0.lever)" } == [
        "portfolio:emergency:short emergency", "goal:g2:allocation:drifted redirect",
      ])
    let drift = try #require(briefs.last)
    #expect(drift.limits.forbids(.moreEquity) && !drift.limits.forbids(.sale))
    let english = try Phrasebooks.book(agent: agent.name, language: "en").composed(ProseSubject(drift))
      .draft(maxWords: 120) { drift.facts[$0]?.display.en }
    #expect(
      english.bodyMarkdown.contains("11 months") && english.bodyMarkdown.contains("A sale to the same end"))
  }

  @Test("a portfolio in band gets one word of it; one that holds nothing gets none")
  func quiet() throws {
    let given = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/allocation.json"))
    let agent = AllocationAgent(policy: try AgentPolicy(try PolicyTables.embedded(), on: given.asOf))
    let drift = try #require(given.facts["goal.g2.drift.largest"])
    let inBand = [
      drift.renamed("goal.g2.allocation.state", .text("in_band")),
      drift.renamed("goal.g2.ceiling.state", .text("within")),
      drift.renamed("portfolio.drift.largest", .number(JSONNumber(3))),
      drift.renamed("portfolio.drift.band", .number(JSONNumber(5))),
    ]
    func topics(_ facts: [Fact]) throws -> [String] {
      try agent.briefs(
        GivenFacts(asOf: given.asOf, user: given.user, goals: given.goals, facts: try FactSet(facts))
      ).map(\.topicKey)
    }
    #expect(try topics(inBand) == ["portfolio:allocation:in_band"])
    #expect(try topics(Array(inBand.prefix(2))) == [])
  }

  @Test("a goal whose state nobody gave is an error that names the fact")
  func missing() throws {
    let given = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/goal-behind.json"))
    let agent = AllocationAgent(policy: try AgentPolicy(try PolicyTables.embedded(), on: given.asOf))
    let error = #expect(throws: CoachError.self) { try agent.briefs(given) }
    #expect(error?.code == .missingFact)
    #expect(error?.message.contains("goal.g2.allocation.state") == true)
  }
}

extension Fact {
  fileprivate func renamed(_ id: String, _ value: FactValue) -> Fact {
    Fact(
      id: id, name: name, value: value, unit: unit, asOf: asOf, tool: tool, toolVersion: toolVersion,
      params: params, inputsHash: inputsHash, rows: rows, quality: quality, display: display)
  }
}
