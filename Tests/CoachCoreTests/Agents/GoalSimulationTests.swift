import Finance
import JSONKit
import Testing

@testable import CoachCore

/// The probability of reaching a goal, from the tool to the prose.
struct GoalSimulationTests {
  private func facts(_ method: SimulationMethod, portfolio: String = "F03") async throws -> [Fact] {
    let snapshot = try EngineFixture().snapshot(portfolio)
    let goal = try #require(snapshot.portfolio.goals.first)
    return try await GoalSimulation(
      goal: goal, inputs: try SnapshotInputs(snapshot), policy: try PolicyTables.embedded(), method: method
    ).run()
  }

  @Test func itIsShownToWholePercentWithItsConventions() async throws {
    let facts = try await facts(.paths(500))
    #expect(facts.map(\.id) == ["goal.g1.probability", "goal.g1.probability.paths"])
    let probability = try #require(facts.first)
    #expect(probability.unit == .ratio && probability.quality == .estimate)
    #expect(probability.display.en.wholeMatch(of: /[0-9]{1,3}%/) != nil)
    #expect(probability.params["method"] == "monte_carlo")
    #expect(probability.params["paths"] == 500)
    #expect(probability.params["seed"] == "20261122")
    #expect(probability.params["return"]?.double != nil && probability.params["volatility"]?.double != nil)
    #expect(facts.last?.display == Fact.Display(en: "500", hi: "500", short: "500"))
  }

  @Test func theClosedFormHasNoPathsToTell() async throws {
    let facts = try await facts(.closedForm)
    #expect(facts.map(\.id) == ["goal.g1.probability"])
    #expect(facts.first?.params["method"] == "fenton_wilkinson")
  }

  @Test(
    "it is offered with its paths, and not where it would read as a certainty",
    arguments: [
      (0.2997, true, true), (0.0049, true, false), (0.9951, true, false), (0.2997, false, false),
    ])
  func offered(share: Double, hasPaths: Bool, isOffered: Bool) throws {
    let base = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/goal-behind.json"))
    let make = try FactMaker(GoalSimulation.self, asOf: base.asOf, inputs: .null, rows: [])
    var facts = base.facts.facts + [try make.ratio("goal.g2.probability", "share", share, decimals: 0)]
    if hasPaths { facts.append(try make.count("goal.g2.probability.paths", "paths", 10_000)) }
    let agent = GoalInsightsAgent(policy: try AgentPolicy(try PolicyTables.embedded(), on: base.asOf))
    let briefs = try agent.briefs(
      GivenFacts(asOf: base.asOf, user: base.user, goals: base.goals, facts: try FactSet(facts)))
    let offered = try #require(briefs.first).facts.facts.map(\.id).filter { $0.contains("probability") }
    #expect(offered == (isOffered ? ["goal.g2.probability", "goal.g2.probability.paths"] : []))
  }

  @Test("it is worded as a share of simulated paths, in both languages", arguments: ["en", "hi"])
  func prose(language: String) throws {
    let make = try FactMaker(GoalSimulation.self, asOf: .minimum, inputs: .null, rows: [])
    let facts = [
      try make.ratio("goal.g2.probability", "share", 0.2997, decimals: 0),
      try make.count("goal.g2.probability.paths", "paths", 10_000),
    ]
    let subject = ProseSubject(
      agent: "goal_insights", state: "behind", lever: "sip", kind: "house", ref: "g2", language: language)
    let draft = try Phrasebooks.book(agent: "goal_insights", language: language).composed(subject)
      .draft { id in facts.first { $0.id == id }?.display.text(in: language) }
    #expect(draft.bodyMarkdown.contains("10,000 [f1]") && draft.bodyMarkdown.contains("30% [f2]"))
    let cited = Dictionary(
      uniqueKeysWithValues: zip(["[f1]", "[f2]"], facts.reversed().map(GroundingFact.init)))
    #expect(NumberGrounding().judge(draft.bodyMarkdown, citations: cited).isEmpty)
  }
}
