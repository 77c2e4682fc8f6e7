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
  private let schemas: [String: JSONSchema]

  init(
    setup: EngineSetup, inputs: SuiteInputs, goldens: [String: JSONValue], goldenMode: GoldenMode,
    seed: UInt64
  ) {
    self.setup = setup
    self.inputs = inputs
    self.goldens = goldens
    self.goldenMode = goldenMode
    self.seed = seed
    self.schemas = Dictionary(
      uniqueKeysWithValues: setup.configuration.contracts.contracts.map { ($0.name, $0.schema) })
  }

  static func goldenKey(_ suite: Suite, _ test: Case) -> String { "\(suite.name)/\(test.id)" }

  /// The trial's result; a run that throws or takes too long is a row with status `error`.
  func run(_ trial: Trial) async -> FinishedTrial {
    do {
      let run = try await Deadline.run(trial.test.timeout) {
        try await CaseRun(setup: setup, inputs: inputs, seed: seed).run(trial)
      }
      return try judge(run, trial)
    } catch is Deadline.Passed {
      return broken(
        trial, kind: "timeout", "the case did not end within \(trial.test.timeout.milliseconds) ms")
    } catch is CancellationError {
      return broken(trial, kind: "interrupted", "the case was interrupted")
    } catch let error as CoachError {
      return broken(trial, kind: error.code.description, error.message)
    } catch {
      return broken(trial, kind: "harness", "\(error)")
    }
  }

  private func judge(_ witnessed: WitnessedRun, _ trial: Trial) throws -> FinishedTrial {
    let run = witnessed.record
    guard case .object(var record) = try JSONValueEncoder().encode(run) else {
      throw CoachError(.invalidRequest, "a run record encodes to an object")
    }
    let price = try price(of: trial, run)
    let observation = Observation(
      record, of: run, schemas: schemas,
      expected: inputs.snapshot(trial.suite, trial.test)?.portfolio.expected,
      costMicros: price?.cost(of: run.usage))
    let golden = goldens[Self.goldenKey(trial.suite, trial.test)]
    let context = CheckContext(
      golden: golden, guardrails: run.provenance == "embedded" ? .clean : .repaired,
      unmoved: trial.test.unmovedBaseline, evidence: witnessed.evidence)
    let results = trial.test.checks.map { $0.evaluate(observation, in: context) }
    record["case"] = .string(trial.test.id)
    record["suite"] = .string(trial.suite.name)
    record["trial"] = .number(JSONNumber(trial.number))
    record["checks"] = try JSONValueEncoder().encode(results.map(CheckDetail.init))
    return FinishedTrial(
      row: row(run, trial, results, observation), record: record, factsKey: factsKey(record),
      proposal: proposal(trial, observation, golden: golden, results),
      usage: usage(of: run, price: price))
  }

  private func row(
    _ run: RunRecord, _ trial: Trial, _ results: [CheckResult], _ observation: Observation
  ) -> CaseResult {
    var row = CaseResult(
      suite: trial.suite.name, caseID: trial.test.id, kind: trial.test.kind, variant: trial.variant,
      model: trial.model, trial: trial.number, file: trial.suite.file, line: trial.test.place.line,
      provenance: observation.provenance, checks: results)
    row.tags = trial.test.tags
    row.mutant = trial.test.mutant(seed: seed)
    row.tokens = .init(
      input: run.usage.inputTokens, output: run.usage.outputTokens, estimated: run.usage.estimated)
    row.costMicros = observation.costMicros
    row.pricedAs = observation.costMicros == nil ? nil : trial.suite.pricedAs
    row.latencyMilliseconds = run.timings.totalMilliseconds
    row.firstArtifactMilliseconds = run.timings.firstArtifactMilliseconds
    if let error = run.error {
      row.error = .init(kind: error.code, message: error.message)
      row.status = .error
    }
    return row
  }

  private func broken(_ trial: Trial, kind: String, _ message: String) -> FinishedTrial {
    var row = CaseResult(
      suite: trial.suite.name, caseID: trial.test.id, kind: trial.test.kind, variant: trial.variant,
      model: trial.model, trial: trial.number, file: trial.suite.file, line: trial.test.place.line,
      provenance: .embedded, error: .init(kind: kind, message: message))
    row.tags = trial.test.tags
    row.mutant = trial.test.mutant(seed: seed)
    return FinishedTrial(row: row, record: nil, factsKey: nil, proposal: nil, usage: [])
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

  /// - Throws: `CoachError` with code `unknown_model` when the suite names a model nothing prices.
  private func price(of trial: Trial, _ run: RunRecord) throws -> ModelPriceTable.Price? {
    guard let name = trial.suite.pricedAs else { return nil }
    let date =
      inputs.snapshot(trial.suite, trial.test)?.asOf ?? inputs.given(trial.suite, trial.test)?.asOf
    guard let date else { return nil }
    return try setup.prices.price(name, on: date)
  }

  private func usage(of run: RunRecord, price: ModelPriceTable.Price?) -> [AgentUsage] {
    run.plan.nodes.map { node in
      var total = TokenUsage()
      for call in run.calls where call.node == node.id { total += call.usage }
      return AgentUsage(
        agent: node.agent, calls: total.calls, inputTokens: total.inputTokens,
        outputTokens: total.outputTokens,
        costMicros: price?.cost(of: total))
    }
  }

  /// Names the facts by their content: equal portfolios may lead to other facts, for example after an earlier run.
  private func factsKey(_ record: JSONObject) -> String? {
    record["facts"].map { ContentHash.sha256($0.compact()) }
  }
}
