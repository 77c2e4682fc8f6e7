import Finance
import JSONKit
import Testing

@testable import CoachCore

/// What a change of data leads to: F02 has the goals g1 (holdings h1, h2) and g2 (h1, h2, h3).
@Suite("Data change")
struct DataChangeTests {
  private func portfolio() throws -> Portfolio {
    try Portfolio(json: ProjectFolder.json("fixtures/portfolios/F02.json"))
  }

  /// A manifest in which everything reads "old", but for what is named.
  private func manifest(new: Set<String> = []) -> InputsManifest {
    func hash(_ id: String) -> (String, String) { (id, new.contains(id) ? "new" : "old") }
    return InputsManifest(
      goals: Dictionary(uniqueKeysWithValues: ["g1", "g2"].map(hash)),
      holdings: Dictionary(uniqueKeysWithValues: ["h1", "h2", "h3"].map(hash)))
  }

  static let named: [(change: DataChange, names: Set<String>)] = [
    (DataChange(), ["g1", "g2", "h1", "h2", "h3"]),
    (DataChange(user: "u02", goals: ["g1"]), ["g1"]),
    (DataChange(user: "u02", goals: ["gone"]), []),
    (DataChange(schemes: ["120716"]), ["g2", "h3"]),
    (DataChange(schemes: ["122639"]), ["g1", "g2", "h1"]),
    (DataChange(user: "u02", schemes: ["120716"], goals: ["g1"]), ["g1", "g2", "h3"]),
    (DataChange(schemes: ["no such scheme"]), []),
  ]

  @Test(
    "touched is what a change names, itself or by a holding, and whose inputs read otherwise",
    arguments: 0..<32)
  func impact(mask: Int) throws {
    let ids = ["g1", "g2", "h1", "h2", "h3"]
    let changed = Set(ids.enumerated().filter { mask & 1 << $0.offset != 0 }.map(\.element))
    for (change, names) in Self.named {
      let impact = ChangeImpact(change, of: try portfolio(), before: manifest(), now: manifest(new: changed))
      #expect(Set(impact.goals + impact.holdings) == names.intersection(changed), "\(change)")
      #expect(impact.isEmpty == names.isDisjoint(with: changed) && impact.namesNothing == names.isEmpty)
      let first = ChangeImpact(change, of: try portfolio(), before: nil, now: manifest())
      #expect(Set(first.goals + first.holdings) == names)
    }
  }

  @Test("goals of nobody are refused; what a document leaves out is empty")
  func contract() async throws {
    let change = try JSONValueDecoder().decode(DataChange.self, from: ["schemes": ["120716"]])
    #expect(change == DataChange(schemes: ["120716"]))
    let fixture = try PipelineFixture()
    let error = await #expect(throws: CoachError.self) {
      try await fixture.pipelines.dataChanged(DataChange(goals: ["g1"]))
    }
    #expect(error?.code == .invalidRequest)
  }

  @Test("users, schemes and goals nobody has are told apart, and begin no session")
  func unknown() async throws {
    let fixture = try PipelineFixture()
    let tools = ToolMetrics()
    try await tools.counting {
      guard case .noPortfolio = try await fixture.pipelines.dataChanged(DataChange(user: "nobody"))["nobody"]
      else {
        Issue.record("a user without a portfolio is not told of")
        return
      }
      #expect(try await fixture.pipelines.dataChanged(DataChange(schemes: ["000000"])).isEmpty)
      let strange = [
        DataChange(user: "u02", goals: ["g9"]),
        DataChange(user: "u02", schemes: ["000000"], goals: ["", "g9"]),
      ]
      for change in strange {
        guard case .nothingNamed = try await fixture.pipelines.dataChanged(change)["u02"] else {
          Issue.record("\(change) is not told apart")
          return
        }
      }
      #expect(tools.computed == 0)
    }
  }

  @Test("a changed goal has its own tools run again and no other goal's; reported twice it is told once")
  func goal() async throws {
    let fixture = try PipelineFixture()
    let tools = ToolMetrics()
    try await tools.counting {
      _ = try await fixture.pipelines.dataChanged(DataChange(user: "u02"))
      let before = ["goal_math", "goal_simulation", "nav_prices"].map(tools.computed(_:))
      #expect(before == [2, 2, 3])
      fixture.source.edit("u02", #""target_today": 2500000"#, #""target_today": 2400000"#)
      let change = DataChange(user: "u02", goals: ["g1"])
      guard
        case .ran(let record, let goals, let holdings) = try await fixture.pipelines.dataChanged(change)[
          "u02"]
      else {
        Issue.record("the change is not told")
        return
      }
      #expect(goals == ["g1"] && holdings.isEmpty && record.request?.trigger == .dataChange)
      #expect(tools.computed("goal_math") == 3 && tools.computed("goal_simulation") == 3)
      #expect(tools.computed("nav_prices") == 3 && tools.computed("portfolio_reader") == 1)
      #expect(!record.artifacts.insights.contains { $0.scopeRef == "g2" })
      let computed = tools.computed
      guard case .untouched = try await fixture.pipelines.dataChanged(change)["u02"] else {
        Issue.record("the same change is told twice")
        return
      }
      #expect(tools.computed == computed)
    }
  }

  @Test(
    "a new price has the tools run again for the goals it pays for; the facts are those of a run from nothing"
  )
  func price() async throws {
    let fixture = try PipelineFixture()
    let tools = ToolMetrics()
    try await tools.counting {
      _ = try await fixture.pipelines.dataChanged(DataChange(user: "u02"))
      fixture.source.reprice("120716,2026-08-14,171.5836", "120716,2026-08-14,172.5836")
      let results = try await fixture.pipelines.dataChanged(DataChange(schemes: ["120716"]))
      guard case .ran(let record, let goals, let holdings) = results["u02"] else {
        Issue.record("the change is not told")
        return
      }
      #expect(results.count == 1 && goals == ["g2"] && holdings == ["h3"])
      #expect(tools.computed("goal_math") == 3 && tools.computed("goal_simulation") == 3)
      #expect(tools.computed("nav_prices") == 3 && tools.computed("portfolio_reader") == 2)
      let day = try #require(record.request?.asOf)
      let snapshot = try #require(try fixture.source.snapshot(of: "u02", asOf: day))
      var configuration = fixture.configuration.engine
      configuration.toolCache = nil
      let whole = try await CoachEngine(configuration).run(
        try #require(record.request), snapshot: snapshot, identity: RunIdentity(seed: 9, scope: []),
        store: SQLiteCoachStore.inMemory())
      #expect(record.facts == whole.facts)
    }
  }

  @Test("users the change does not concern are left alone; one that cannot be read does not stop the others")
  func users() async throws {
    let fixture = try PipelineFixture(["F02", "F03"])
    fixture.source.setBroken(["u03"])
    let all = try await fixture.pipelines.dataChanged(DataChange())
    guard case .ran = all["u02"], case .failed(let code) = all["u03"] else {
      Issue.record("\(all)")
      return
    }
    #expect(code == "finance")
    let holders = try await fixture.pipelines.dataChanged(DataChange(schemes: ["120716"]))
    #expect(holders.keys.sorted() == ["u02"])
  }

  @Test(
    "two changes of one ingestion are both told; a telling that failed is tried again, three times in all")
  func attempts() async throws {
    var fixture = try PipelineFixture()
    let goal = try await fixture.pipelines.dataChanged(DataChange(user: "u02", goals: ["g1"]))
    let scheme = try await fixture.pipelines.dataChanged(DataChange(schemes: ["120716"]))
    guard case .ran(let first, _, _) = goal["u02"], case .ran(let second, ["g2"], ["h3"]) = scheme["u02"]
    else {
      Issue.record("\(goal) \(scheme)")
      return
    }
    #expect(first.session != second.session)
    fixture.configuration.engine.roster = AgentRoster { _, _ in nil }
    let change = DataChange(schemes: ["122639"])
    var sessions: Set<String> = []
    for _ in 0..<3 {
      guard case .ran(let record, _, _) = try await fixture.pipelines.dataChanged(change)["u02"] else {
        continue
      }
      #expect(record.outcome == .failed)
      sessions.insert(record.session)
    }
    #expect(sessions.count == 3)
    guard case .failed("agent_failed") = try await fixture.pipelines.dataChanged(change)["u02"] else {
      Issue.record("a fourth session is begun")
      return
    }
  }
}
