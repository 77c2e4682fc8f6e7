import Foundation
import JSONKit
import Synchronization

@testable import CoachCore

/// The composer under another name, with usage and failures a test decides; it notes what it was asked.
final class MeteredModel: LanguageModel {
  let name: String
  let provenance = "live"
  private let usage: @Sendable (TokenUsage) throws -> TokenUsage
  private let asked = Mutex<[ModelRequest]>([])

  /// - Parameter usage: what it reports of an answer, from what it took; by throwing, that it gives none.
  init(
    _ name: String = "synthetic/one", usage: @escaping @Sendable (TokenUsage) throws -> TokenUsage = { $0 }
  ) {
    self.name = name
    self.usage = usage
  }

  var requests: [ModelRequest] { asked.withLock(\.self) }

  func generate(_ request: ModelRequest) async throws -> ModelResponse {
    asked.withLock { $0.append(request) }
    let answer = try await Composer().generate(request)
    return ModelResponse(text: answer.text, usage: try usage(answer.usage), finish: answer.finish)
  }
}

/// Runs the goal agent on given facts in any user's name: a session of two artifacts that takes milliseconds.
struct SmallSession {
  var configuration: CoachEngine.Configuration
  let given: GivenFacts

  init(_ model: any LanguageModel, budget: BudgetPolicy) throws {
    configuration = try EngineFixture().configuration
    configuration.models = ModelCatalog(extra: [model])
    configuration.budget = budget
    given = try GivenFacts(json: try ProjectFolder.json("fixtures/facts/goal-behind.json"))
  }

  func run(
    _ model: any LanguageModel, user: String = "u1", number: Int = 0, budget: BudgetCap? = nil,
    store: any CoachStore, isResumed: Bool = false,
    listener: (@Sendable (CoachSignal) -> Void)? = nil
  ) async throws -> RunRecord {
    let order = CoachSession.Order(
      kind: .agent, agent: AgentName.goalInsights, request: nil,
      options: .init(model: model.name, budget: budget), owner: user,
      plan: try Planner.plan(agent: AgentName.goalInsights), snapshotHash: "h", privacy: PrivateNames(),
      identity: RunIdentity(seed: UInt64(number), scope: [user]), store: store,
      isResumed: isResumed)
    return try await PreparedRun(configuration, order, .given(given)).run(listener: listener)
  }
}
