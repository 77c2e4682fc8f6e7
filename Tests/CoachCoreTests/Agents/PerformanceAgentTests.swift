import Finance
import JSONKit
import Testing

@testable import CoachCore

/// What is told of performance, how much it matters and what must be cited is decided by code, from facts alone.
@Suite("Performance")
struct PerformanceAgentTests {
  private let agent: PerformanceAgent

  init() throws {
    agent = PerformanceAgent(policy: try AgentPolicy(try PolicyTables.embedded(), on: PerformanceSample.date))
  }

  private func brief(_ sample: PerformanceSample) throws -> ArtifactBrief {
    try #require(try agent.briefs(try sample.given()).first)
  }

  @Test(
    "each status of the XIRR is a topic of its own, with its caveat",
    arguments: PerformanceSample.portfolioStates)
  func statuses(status: String) throws {
    let brief = try brief(PerformanceSample(status: status))
    #expect(brief.topicKey == "portfolio:return:\(status)" && brief.scope == .portfolio)
    #expect(brief.severity == (status == "incomplete_cas" ? .attention : .info))
    let caveats: [String: [Insight.Caveat]] = [
      "too_short": [.shortHistory], "incomplete_cas": [.incompleteCAS], "multiple_roots": [.multipleRoots],
    ]
    #expect(brief.caveats == caveats[status] ?? [])
    #expect(brief.mustCite.allSatisfy { brief.facts[$0] != nil })
    #expect((brief.facts["portfolio.xirr"] != nil) == (status == "ok"))
    let lines = brief.disclaimers.map(\.id)
    #expect(lines.contains("past_performance") == (status != "incomplete_cas"))
  }

  @Test("a loss is offered without a sign, and no negative figure ever")
  func losses() throws {
    let brief = try brief(PerformanceSample(rate: -0.05, cost: Money(rupees: 600_000)))
    #expect(brief.mustCite == ["portfolio.yearly_loss", "portfolio.value"])
    #expect(brief.facts["portfolio.absolute_loss"] != nil && brief.facts["portfolio.xirr"] == nil)
    #expect(brief.facts.facts.allSatisfy { ($0.value.double ?? 0) >= 0 })
  }

  @Test("money that has all left is told by its rate, and nothing at all is not told")
  func nothingHeld() throws {
    let redeemed = try brief(PerformanceSample(cost: .zero, value: .zero))
    #expect(redeemed.mustCite == ["portfolio.xirr"])
    let empty = PerformanceSample(status: "no_flows", cost: .zero, value: .zero)
    #expect(try agent.briefs(try empty.given()).isEmpty)
  }

  @Test("old prices are a caveat, and their day must be cited")
  func stale() throws {
    let brief = try brief(PerformanceSample(isStale: true))
    #expect(brief.caveats == [.staleNAV])
    #expect(brief.mustCite.contains("portfolio.nav_date"))
  }

  @Test("of the holdings only what is notable is told, the weightier first, two at most")
  func findings() throws {
    let given = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/performance.json"))
    let briefs = try agent.briefs(given)
    #expect(
      briefs.map(\.topicKey) == [
        "portfolio:return:ok", "scheme:h1:return:behind", "scheme:h2:return:too_short",
      ])
    #expect(briefs.map(\.severity) == [.info, .attention, .info])
    #expect(
      briefs[1].mustCite == [
        "holding.h1.value", "scheme.h1.benchmark.lag_3y", "scheme.h1.benchmark.window_end",
      ])
    #expect(briefs[1].disclaimers.map(\.id).contains("past_performance"))
    #expect(briefs[2].caveats == [.shortHistory])
    #expect(!briefs[2].disclaimers.map(\.id).contains("past_performance"))
  }

  @Test("two points beside the benchmark are not notable, more are")
  func threshold() throws {
    func state(_ name: String, _ points: Double) throws -> String? {
      let sample = PerformanceSample { make in
        [try make.percentPoint("scheme.h1.benchmark.\(name)", "points", points)]
      }
      return try agent.briefs(try sample.given()).dropFirst().first?.state
    }
    #expect(try state("lag_3y", 2) == nil)
    #expect(try state("lag_3y", 2.01) == "behind")
    #expect(try state("lead_3y", 2.01) == "ahead")
  }

  @Test("a fall is told while it lasts")
  func drawdown() throws {
    func state(_ depth: Double, _ state: String) throws -> String? {
      let sample = PerformanceSample { make in
        [
          try make.ratio("scheme.h1.drawdown", "deepest fall", depth),
          try make.state("scheme.h1.drawdown.state", "whether it is made good", state),
        ]
      }
      return try agent.briefs(try sample.given()).dropFirst().first?.state
    }
    #expect(try state(0.2, "open") == "drawdown")
    #expect(try state(0.2, "recovered") == nil)
    #expect(try state(0.19, "open") == nil)
  }

  @Test("what may not be suggested follows profile and fund")
  func limits() throws {
    let unknown = try brief(PerformanceSample(risk: "unknown"))
    for limit in [AdviceLimits.Limit.moreEquity, .rebalance, .sale, .taxDeduction] {
      #expect(unknown.limits.forbids(limit))
    }
    #expect(!(try brief(PerformanceSample()).limits.forbids(.rebalance)))
    let closed = PerformanceSample { make in
      [
        try make.state("scheme.h1.nav.state", "price", "dormant"),
        try make.state("scheme.h1.status", "status", "closed_to_new"),
      ]
    }
    let briefs = try agent.briefs(try closed.given())
    #expect(briefs.map { $0.limits.forbids(.newMoney) } == [false, true])
  }

  @Test("a fact that is missing or of another type is named")
  func missing() throws {
    let given = try PerformanceSample().given()
    func error(without id: String, adding fact: Fact? = nil) throws -> CoachError? {
      let facts = given.facts.facts.filter { $0.id != id } + (fact.map { [$0] } ?? [])
      let fewer = GivenFacts(asOf: given.asOf, user: given.user, goals: [], facts: try FactSet(facts))
      return #expect(throws: CoachError.self) { try agent.briefs(fewer) }
    }
    for id in ["portfolio.value", "portfolio.xirr.status"] {
      let error = try error(without: id)
      #expect(error?.code == .missingFact && error?.message.contains(id) == true)
    }
    let number = SampleFacts.fact("portfolio.xirr.status", "1", .count)
    #expect(try error(without: "portfolio.xirr.status", adding: number)?.code == .invalidFacts)
  }
}
