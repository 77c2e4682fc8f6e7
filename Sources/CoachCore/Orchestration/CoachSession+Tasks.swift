import Finance
import JSONKit

extension CoachSession {
  /// Does one attempt of a task.
  ///
  /// - Throws: what keeps the task from its work; the run's machine decides what follows.
  func perform(
    _ node: TaskGraph.Node, _ material: RunMaterial, _ policy: AgentPolicy, _ memory: SessionMemory,
    _ mode: RunDriver.Mode
  ) async throws {
    if mode == .giveUp { return try await giveUp(node) }
    try Task.checkCancellation()
    try await recorder.start(node.id)
    if node.agent == AgentName.qaCitation {
      let report = await endings.report(in: plan)
      await recorder.add(qa: report)
      try await recorder.end(node.id, ["report": try JSONValueEncoder().encode(report)])
      return
    }
    var ending = TaskEnding(node: node.id)
    do {
      try await write(node, material, policy, memory, mode, into: &ending)
      await endings.add(ending)
      try await recorder.end(node.id, ending.data)
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      let failure = error as? CoachError
      ending.error =
        failure ?? CoachError(.agentFailed, "\(node.agent) could not do its work: \(error)", cause: error)
      await endings.add(ending)
      // A model that failed is asked again, or its work is done without it: the task has not ended yet.
      let goesOn = failure?.code == .modelFailed && mode == .model
      if !goesOn { try await recorder.end(node.id, ending.data) }
      throw ending.error ?? error
    }
  }

  /// Tells that a task ran out of time for good.
  private func giveUp(_ node: TaskGraph.Node) async throws {
    var ending = TaskEnding(node: node.id)
    ending.error = CoachError(
      .deadline, "\(node.agent) was not done within \(configuration.retries.deadline), even without a model")
    await endings.add(ending)
    try await recorder.end(node.id, ending.data)
  }

  /// Gathers facts, decides what to say, and has each topic told that neither rests nor is muted.
  private func write(
    _ node: TaskGraph.Node, _ material: RunMaterial, _ policy: AgentPolicy, _ memory: SessionMemory,
    _ mode: RunDriver.Mode, into ending: inout TaskEnding
  ) async throws {
    let agent = try configuration.roster.agent(node.agent, under: policy)
    let given = try await gather(for: agent, node, material)
    guard Phrasebooks.languages.contains(given.user.language) else {
      throw CoachError(
        .unsupportedLanguage,
        "prose is written in English (en) or Hindi (hi); the language asked for is \(given.user.language)")
    }
    for brief in try agent.briefs(given) where material.includes(brief.topicKey) && focus.includes(brief) {
      try Task.checkCancellation()
      if memory.isMuted(brief) {
        ending.muted.append(brief.topicKey)
      } else if let until = memory.rest(of: brief) {
        ending.resting.append((brief.topicKey, until))
      } else {
        try await tell(brief, given.facts, memory, node: node.id, mode, into: &ending)
      }
    }
  }

  /// Has an artifact written and proved, and publishes it if it passed.
  private func tell(
    _ brief: ArtifactBrief, _ facts: FactSet, _ memory: SessionMemory, node: String, _ mode: RunDriver.Mode,
    into ending: inout TaskEnding
  ) async throws {
    guard let result = try await drafting.write(brief, node: node, mode: mode) else { return }
    var proved = try await prove(result, brief, facts, memory)
    if let critique {
      proved = try await critique.review(proved, of: brief, node: node, mode) {
        try await prove($0, brief, facts, memory)
      }
    }
    ending.findings.append(proved.finding)
    ending.replaced = ending.replaced || proved.result.writer.author == .template
    guard proved.finding.passed else { return }
    let publication = memory.publication(
      proved.result.artifact, of: brief, embedding: proved.embedding, at: configuration.clock.timestamp())
    try await recorder.publish(publication, by: proved.result.writer, of: node)
    ending.published += 1
  }

  /// Has QA & citation judge a text.
  private func prove(
    _ result: ArtifactDrafting.Result, _ brief: ArtifactBrief, _ facts: FactSet, _ memory: SessionMemory
  ) async throws -> ProvedArtifact {
    // Passages are evidence beside the proof: a text for which none can be found is published all the same.
    let embedding = try? await memory.library.embedder.embed(result.artifact.bodyMarkdown)
    let support = embedding.flatMap { try? memory.support(for: $0, brief) }
    let finding = try qa.judge(result, brief: brief, facts: facts, support: support ?? [])
    return ProvedArtifact(result: result, finding: finding, embedding: embedding)
  }

  /// What an agent is given: its own tools' facts, and those of the tasks it waits for.
  ///
  /// Tasks that run side by side do not see each other's facts, so that who comes first changes nothing.
  private func gather(
    for agent: any WritingAgent, _ node: TaskGraph.Node, _ material: RunMaterial
  ) async throws -> GivenFacts {
    switch material {
    case .given(let given, _):
      return given
    case .snapshot(let reading, let user):
      var facts = try await recorder.facts(before: node)
      for tool in try agent.tools(for: reading, facts: facts) {
        try Task.checkCancellation()
        facts = try facts.merging(try FactSet(await toolBox.call(tool, for: agent.name)))
      }
      return GivenFacts(
        asOf: reading.snapshot.asOf, user: user,
        goals: reading.goals.map { .init(id: $0.id, kind: $0.kind.rawValue) }, facts: facts)
    }
  }
}
