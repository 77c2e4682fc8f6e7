/// What follows from a critique: one further draft at most, and never less than the text that has passed.
///
/// It judges nothing. A new draft goes through every rail and through QA & citation; when it fails there, or cannot be
/// had, the text that passed before is published as it was.
struct CritiqueReview: Sendable {
  private let critic: Critic
  private let drafting: ArtifactDrafting
  private let reviewed = ReviewedArtifacts()

  /// - Parameters:
  ///   - model: the model that reads the drafts.
  ///   - price: what that model costs; nil where nobody knows.
  ///   - drafting: what writes them.
  init(
    by model: any LanguageModel, at price: ModelPriceTable.Price?, of drafting: ArtifactDrafting,
    _ configuration: CoachEngine.Configuration
  ) {
    critic = Critic(
      caller: drafting.caller.asking(model, at: price), drafting: drafting,
      schema: configuration.contracts.critique,
      deadline: configuration.critiqueDeadline, clock: configuration.clock)
    self.drafting = drafting
  }

  /// The text to publish: the one given, or the better one its critique led to.
  ///
  /// - Parameters:
  ///   - proved: a text with what QA & citation found; one it refused, and the template's, are given back as they are.
  ///   - prove: has QA & citation judge another.
  /// - Throws: `CancellationError`, or what the store throws.
  func review(
    _ proved: ProvedArtifact, of brief: ArtifactBrief, node: String, _ mode: RunDriver.Mode,
    prove: (ArtifactDrafting.Result) async throws -> ProvedArtifact
  ) async throws -> ProvedArtifact {
    guard proved.finding.passed, proved.result.writer.author == .model,
      let draft = proved.result.judgement.draft
    else { return proved }
    guard proved.result.writer.attempts <= ArtifactDrafting.repairs else {
      return proved.noting("not asked for: no repair is left")
    }
    // A task that is tried again has published what it had reviewed: it is not reviewed to another end.
    if let before = await reviewed[node, brief.topicKey], before.draft == draft { return before.outcome }
    let outcome = try await outcome(proved, draft, brief, node, mode, prove)
    await reviewed.add(outcome, of: draft, node, brief.topicKey)
    return outcome
  }

  private func outcome(
    _ proved: ProvedArtifact, _ draft: Draft, _ brief: ArtifactBrief, _ node: String, _ mode: RunDriver.Mode,
    _ prove: (ArtifactDrafting.Result) async throws -> ProvedArtifact
  ) async throws -> ProvedArtifact {
    let name = critic.caller.model.name
    let answer = try await critic.answer(
      on: draft, of: brief, node: node, attempt: proved.result.writer.attempts - 1, mode)
    switch answer {
    case .accept: return proved.noting("\(name) accepts the text")
    case .ignored(let why): return proved.noting("\(name) was not heard: \(why)")
    case .repair(let reasons):
      let asked = "\(name) asked for a repair (\(reasons.joined(separator: "; ")))"
      guard
        let rewritten = try await drafting.rewrite(
          proved.result, for: reasons, brief: brief, node: node, mode: mode)
      else { return proved.noting("\(asked); no new draft passed, so the text stands") }
      let second = try await prove(rewritten)
      guard second.finding.passed else {
        return proved.noting("\(asked); the new draft did not pass, so the text stands")
      }
      return second.noting("\(asked); the new draft passed and takes its place")
    }
  }
}

/// The texts of a run that have been reviewed.
private actor ReviewedArtifacts {
  private var outcomes: [[String]: (draft: Draft, outcome: ProvedArtifact)] = [:]

  subscript(node: String, topic: String) -> (draft: Draft, outcome: ProvedArtifact)? {
    outcomes[[node, topic]]
  }

  func add(_ outcome: ProvedArtifact, of draft: Draft, _ node: String, _ topic: String) {
    outcomes[[node, topic]] = (draft, outcome)
  }
}
