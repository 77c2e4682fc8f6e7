import CoachCore
import Finance
import JSONKit
import Scoring

extension TrialRunner {
  /// A run in this process as it is judged.
  func judgeable(_ witnessed: WitnessedRun, _ trial: Trial) throws -> JudgeableRun {
    let run = witnessed.record
    guard case .object(let record) = try JSONValueEncoder().encode(run) else {
      throw CoachError(.invalidRequest, "a run record encodes to an object")
    }
    let observation = Observation(
      record, of: run, schemas: schemas,
      expected: inputs.snapshot(trial.suite, trial.test)?.portfolio.expected,
      costMicros: try price(of: trial)?.cost(of: run.usage))
    let usage = run.plan.nodes.map { node in
      var total = TokenUsage()
      for call in run.calls where call.node == node.id { total += call.usage }
      return (agent: node.agent, tokens: total)
    }
    return JudgeableRun(
      record: record, observation: observation,
      error: run.error.map { .init(kind: $0.code, message: $0.message) },
      isEmbedded: run.provenance == Provenance.embedded.rawValue, usage: usage,
      evidence: witnessed.evidence)
  }

  /// A session of a target as it is judged.
  func judgeable(_ heard: TargetRun.Result, _ trial: Trial) throws -> JudgeableRun {
    let transcript = heard.transcript
    // Its times are those of a request over the network, whatever model answered behind it.
    let provenance = Provenance.live
    let observation = Observation(
      transcript, provenance: provenance, schemas: schemas,
      expected: inputs.snapshot(trial.suite, trial.test)?.portfolio.expected,
      costMicros: try price(of: trial)?.cost(of: TokenUsage(transcript.usage)))
    return JudgeableRun(
      record: transcript.record(
        request: heard.request, startedAt: heard.startedAt, provenance: provenance),
      observation: observation,
      error: transcript.failure.map { .init(kind: $0.code, message: $0.message) },
      isEmbedded: transcript.start["provenance"]?.string == Provenance.embedded.rawValue,
      usage: transcript.nodes.map { ($0.agent, TokenUsage(transcript.usage(of: $0.id))) })
  }

  /// - Throws: `CoachError` with code `unknown_model` when the suite names a model nothing prices.
  func price(of trial: Trial) throws -> ModelPriceTable.Price? {
    guard let name = trial.suite.pricedAs else { return nil }
    let date =
      inputs.snapshot(trial.suite, trial.test)?.asOf ?? inputs.given(trial.suite, trial.test)?.asOf
    guard let date else { return nil }
    return try setup.prices.price(name, on: date)
  }
}

extension TokenUsage {
  /// The tokens of an observation, to be priced.
  fileprivate init(_ usage: Observation.Usage) {
    self.init(
      calls: usage.calls, inputTokens: usage.inputTokens, outputTokens: usage.outputTokens,
      estimated: usage.estimated)
  }
}
