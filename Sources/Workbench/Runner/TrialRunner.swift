import CoachCore
import Finance
import JSONKit
import Scoring

/// Runs one trial through the coach and judges it; whatever goes wrong becomes a row, never the end of the run.
struct TrialRunner: Sendable {
  let setup: EngineSetup
  let inputs: SuiteInputs
  let goldens: [String: JSONValue]
  let goldenMode: GoldenMode
  let seed: UInt64
  /// Where sessions run instead of in this process; nil for here.
  let target: TargetRun?
  let schemas: [String: JSONSchema]

  init(
    setup: EngineSetup, inputs: SuiteInputs, goldens: [String: JSONValue], goldenMode: GoldenMode,
    seed: UInt64, target: TargetRun? = nil
  ) {
    self.setup = setup
    self.inputs = inputs
    self.goldens = goldens
    self.goldenMode = goldenMode
    self.seed = seed
    self.target = target
    self.schemas = Dictionary(
      uniqueKeysWithValues: setup.configuration.contracts.contracts.map { ($0.name, $0.schema) })
  }

  static func goldenKey(_ suite: Suite, _ test: Case) -> String { "\(suite.name)/\(test.id)" }

  /// The trial's result; a run that throws or takes too long is a row with status `error`.
  func run(_ trial: Trial) async -> FinishedTrial {
    if target != nil, let reason = trial.test.reasonNotOnTarget { return skipped(trial, reason) }
    do {
      if let target {
        let heard = try await Deadline.run(trial.test.timeout) { try await target.run(trial) }
        return try judge(try judgeable(heard, trial), trial)
      }
      let run = try await Deadline.run(trial.test.timeout) {
        try await CaseRun(setup: setup, inputs: inputs, seed: seed).run(trial)
      }
      return try judge(try judgeable(run, trial), trial)
    } catch is Deadline.Passed {
      return broken(
        trial, kind: "timeout", "the case did not end within \(trial.test.timeout.milliseconds) ms")
    } catch is CancellationError {
      return broken(trial, kind: "interrupted", "the case was interrupted")
    } catch let error as CoachError {
      return broken(trial, kind: error.code.description, error.message)
    } catch let error as TargetError {
      return broken(trial, kind: error.code.description, error.message)
    } catch {
      return broken(trial, kind: "harness", "\(error)")
    }
  }

  private func judge(_ run: JudgeableRun, _ trial: Trial) throws -> FinishedTrial {
    let golden = goldens[Self.goldenKey(trial.suite, trial.test)]
    let context = CheckContext(
      golden: golden, guardrails: run.isEmbedded ? .clean : .repaired,
      unmoved: trial.test.unmovedBaseline, evidence: run.evidence)
    let results = trial.test.checks.map { $0.evaluate(run.observation, in: context) }
    var record = run.record
    record["case"] = .string(trial.test.id)
    record["suite"] = .string(trial.suite.name)
    record["trial"] = .number(JSONNumber(trial.number))
    record["checks"] = try JSONValueEncoder().encode(results.map(CheckDetail.init))
    let price = try price(of: trial)
    return FinishedTrial(
      row: row(run, trial, results), record: record, factsKey: factsKey(record),
      proposal: proposal(trial, run.observation, golden: golden, results),
      usage: run.usage.map { agent, tokens in
        AgentUsage(
          agent: agent, calls: tokens.calls, inputTokens: tokens.inputTokens,
          outputTokens: tokens.outputTokens, costMicros: price?.cost(of: tokens))
      })
  }

  private func row(_ run: JudgeableRun, _ trial: Trial, _ results: [CheckResult]) -> CaseResult {
    let observation = run.observation
    var row = blank(trial, observation.provenance, results)
    row.tokens = .init(
      input: observation.usage.inputTokens, output: observation.usage.outputTokens,
      estimated: observation.usage.estimated)
    row.costMicros = observation.costMicros
    row.pricedAs = observation.costMicros == nil ? nil : trial.suite.pricedAs
    row.latencyMilliseconds = observation.totalMilliseconds
    row.firstArtifactMilliseconds = observation.firstArtifactMilliseconds
    if let error = run.error {
      row.error = error
      row.status = .error
    }
    return row
  }

  /// A case that a target cannot run: told, and neither passed nor failed.
  private func skipped(_ trial: Trial, _ reason: String) -> FinishedTrial {
    var row = blank(trial, .live)
    row.checks = [.init(check: "target", status: .skipped, message: reason)]
    row.status = .skipped
    return FinishedTrial(row: row)
  }

  private func broken(_ trial: Trial, kind: String, _ message: String) -> FinishedTrial {
    var row = blank(trial, target == nil ? .embedded : .live)
    row.error = .init(kind: kind, message: message)
    row.status = .error
    return FinishedTrial(row: row)
  }

  /// A row of a trial's case, with what tells it apart from others of that case.
  private func blank(
    _ trial: Trial, _ provenance: Provenance, _ checks: [CheckResult] = []
  ) -> CaseResult {
    var row = CaseResult(
      suite: trial.suite.name, caseID: trial.test.id, kind: trial.test.kind, variant: trial.variant,
      model: trial.model, trial: trial.number, file: trial.suite.file, line: trial.test.place.line,
      provenance: provenance, checks: checks)
    row.tags = trial.test.tags
    row.mutant = trial.test.mutant(seed: seed)
    row.target = target?.target.url
    return row
  }

  private func proposal(
    _ trial: Trial, _ observation: Observation, golden: JSONValue?, _ results: [CheckResult]
  ) -> JSONValue? {
    // A run that broke off decided nothing worth keeping.
    guard trial.proposesGolden, observation.outcome == .completed,
      let options = trial.test.checks.lazy.compactMap(\.golden).first
    else { return nil }
    let matches = results.allSatisfy { $0.check != "golden" || $0.status == .passed }
    guard goldenMode.proposes(hasGolden: golden != nil, matches: matches) else { return nil }
    return GoldenProjection(observation, options: options).value
  }

  /// Names the facts by their content: equal portfolios may lead to other facts, for example after an earlier run.
  private func factsKey(_ record: JSONObject) -> String? {
    record["facts"].map { ContentHash.sha256($0.compact()) }
  }
}
