import CoachCore
import Finance
import Foundation
import JSONKit
import Scoring
import Testing

@testable import Workbench

/// The grader is a second opinion: with the rail that proves numbers left out, `grounded` alone catches what it missed.
@Suite("A bypassed rail")
struct BypassedRailTests {
  private func results(_ model: String) async throws -> [String: CheckResult] {
    let project = try Project(containing: #filePath)
    let setup = try EngineSetup(project: project)
    var configuration = setup.configuration
    configuration.guardrails = configuration.guardrails.without(.numbers)
    let selection = try SuiteSelection(
      files: [project.root.appending(path: "suites/core.yaml").path], ids: ["retirement-far-behind"])
    let (suite, test) = try #require(selection.cases.first)
    let snapshot = try #require(try SuiteInputs(selection.cases, project: project).snapshot(suite, test))
    let run = try await CoachEngine(configuration).run(
      CoachRequest(user: snapshot.portfolio.user.id, asOf: snapshot.asOf, options: .init(model: model)),
      snapshot: snapshot, identity: RunIdentity(seed: 1, scope: []), store: try SQLiteCoachStore.inMemory())
    let record = try #require(try JSONValueEncoder().encode(run).object)
    let contracts = configuration.contracts.contracts.map { ($0.name, $0.schema) }
    let observation = Observation(
      record, of: run, schemas: Dictionary(uniqueKeysWithValues: contracts),
      expected: snapshot.portfolio.expected,
      costMicros: nil)
    let context = CheckContext(golden: GoldenProjection(observation).value)
    let checks = test.checks.filter { $0.name != "latency" }
    return Dictionary(uniqueKeysWithValues: checks.map { ($0.name, $0.evaluate(observation, in: context)) })
  }

  @Test("grounded fails, naming the invented number, and nothing else does")
  func grounded() async throws {
    let results = try await results("faulty:invent_number")
    let failing = results.values.filter { $0.status != .passed }.map(\.check)
    #expect(failing == ["grounded"])
    let message = try #require(results["grounded"]?.message)
    #expect(message.contains("₹") && message.contains("/artifacts/"), "\(message)")
  }

  @Test("on the honest model the same checks pass without the rail")
  func honest() async throws {
    #expect(try await results("composer").values.allSatisfy { $0.status == .passed })
  }
}
