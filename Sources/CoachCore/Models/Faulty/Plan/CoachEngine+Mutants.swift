public import Finance
import JSONKit

extension CoachEngine {
  /// The facts a session computes, for running its agents one by one without computing them again.
  ///
  /// - Throws: as ``run(_:snapshot:identity:store:)`` does, or `CoachError` with code `agent_failed` when the session
  ///   could not be finished.
  public func givenFacts(for request: CoachRequest, snapshot: PortfolioSnapshot) async throws -> GivenFacts {
    let record = try await run(
      request, snapshot: snapshot, identity: RunIdentity(seed: 0, scope: ["facts"]),
      store: try SQLiteCoachStore.inMemory())
    guard record.outcome == .completed else {
      throw CoachError(
        .agentFailed, "the facts could not be computed: \(record.error?.message ?? record.outcome.rawValue)")
    }
    let user = snapshot.portfolio.user
    let goals = snapshot.portfolio.goals.filter {
      $0.status == .active && (request.scope.isEmpty || request.scope.contains($0.id))
    }
    var given = GivenFacts(
      asOf: snapshot.asOf,
      user: .init(
        riskProfile: user.riskProfile.rawValue, language: request.options.language ?? user.language.rawValue),
      goals: goals.map { .init(id: $0.id, kind: $0.kind.rawValue) }, facts: try FactSet(record.facts))
    given.privacy = try SnapshotInputs(snapshot).privateNames
    return given
  }

  /// The clean drafts of all agents on given facts, as the embedded composer writes them.
  ///
  /// - Parameters:
  ///   - given: the facts, and the language.
  ///   - source: what they are of, for messages and ids.
  ///   - variant: the prompts.
  /// - Throws: `CoachError` when an agent cannot decide on them or a prompt cannot be rendered.
  public func mutantSites(
    in given: GivenFacts, source: String, variant: String = "baseline"
  ) async throws -> [MutantSite] {
    let policy = try AgentPolicy(configuration.policy, on: given.asOf)
    let prompts = try configuration.prompts.variant(variant)
    var sites: [MutantSite] = []
    for name in AgentName.writers {
      for brief in try configuration.roster.agent(name, under: policy).briefs(given) {
        let messages = try prompts.draftMessages(brief)
        guard let task = messages.first(where: { $0.role == .user })?.text else { continue }
        let answer = try await Composer().generate(ModelRequest(messages: messages, seed: 0))
        sites.append(
          MutantSite(source: source, brief: brief, site: try FaultSite(completion: answer.text, task: task)))
      }
    }
    return sites
  }
}
