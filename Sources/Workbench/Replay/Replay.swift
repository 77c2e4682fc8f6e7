import CoachCore
import JSONKit
import Scoring

/// Steps recorded runs through the engine without a model: every answer comes from the record.
struct Replay: Sendable {
  private let setup: EngineSetup
  private let inputs: SuiteInputs
  private let trials: [String: Trial]

  /// Reads what the runs read.
  ///
  /// - Parameter selection: the suites the runs are of.
  /// - Throws: `InputError` naming each file that cannot be used.
  init(_ runs: [RecordedRun], of selection: SuiteSelection, setup: EngineSetup) async throws {
    self.setup = setup
    // Drawn cases are drawn again, by the seed of the run.
    let seed = runs.first?.record.seed ?? 1
    let known = try await SuiteExpansion(setup: setup, seed: seed).expanded(selection)
    var trials: [String: Trial] = [:]
    for run in runs {
      guard
        let (suite, test) = known.cases.first(where: {
          $0.suite.name == run.suite && $0.test.id == run.caseID
        })
      else { continue }
      var model = run.record.model
      if case .mutant = test.subject { model = Trial.mutantModel }
      trials[Self.key(run)] = Trial(
        suite: suite, test: test, variant: run.record.prompts.variant, model: model, number: run.trial,
        proposesGolden: false)
    }
    self.trials = trials
    let used = known.cases.filter { suite, test in
      runs.contains { $0.suite == suite.name && $0.caseID == test.id }
    }
    inputs = try SuiteInputs(used, project: selection.project)
  }

  /// Replays runs, some at a time, and gives the results in their order.
  func results(of runs: [RecordedRun], jobs: Int) async -> [ReplayResult] {
    await withTaskGroup(of: (Int, ReplayResult).self) { group in
      var waiting = runs.enumerated().makeIterator()
      func startNext() {
        guard let (place, run) = waiting.next() else { return }
        group.addTask { (place, ReplayResult(run: run, status: await status(of: run))) }
      }
      for _ in 0..<max(1, jobs) { startNext() }
      var results: [(place: Int, result: ReplayResult)] = []
      while let result = await group.next() {
        results.append(result)
        startNext()
      }
      return results.sorted { $0.place < $1.place }.map(\.result)
    }
  }

  private func status(of run: RecordedRun) async -> ReplayResult.Status {
    guard let trial = trials[Self.key(run)] else {
      return .broken("no suite that was read has the case any more")
    }
    if trial.test.conditions.isDisturbed {
      return .skipped("what goes wrong in it on purpose is no part of its record")
    }
    do {
      let replayed = try await CaseRun(
        setup: setup, inputs: inputs, seed: run.record.seed, models: ModelCatalog(replaying: run.record)
      ).run(trial).record
      return try Self.compare(run.record, replayed)
    } catch let error as CoachError {
      return .broken(error.message)
    } catch {
      return .broken("\(error)")
    }
  }

  /// What went in is asked first: with another portfolio another record is no wonder.
  private static func compare(_ recorded: RunRecord, _ replayed: RunRecord) throws -> ReplayResult.Status {
    let inputs = [
      ("portfolio", recorded.snapshotHash, replayed.snapshotHash),
      ("prompts", recorded.prompts.hash, replayed.prompts.hash),
      ("engine", recorded.engineVersion, replayed.engineVersion),
    ]
    let changed = inputs.filter { $0.1 != $0.2 }.map { what, before, now in
      "\(what): \(before.prefix(12)) when recorded, \(now.prefix(12)) now"
    }
    guard changed.isEmpty else { return .changed(changed) }
    let difference = GoldenDifference.first(
      expected: try JSONValue(parsing: recorded.canonical()),
      actual: try JSONValue(parsing: replayed.canonical()))
    guard let difference else { return .same }
    // The answer that was judged is not the one that was kept: there is nothing to hold it against.
    guard !holdsScrubbedAnswer(recorded) else {
      return .skipped("an answer held personal data, which no record keeps")
    }
    return .differs(difference)
  }

  private static func holdsScrubbedAnswer(_ record: RunRecord) -> Bool {
    record.calls.contains { call in PIIKind.allCases.contains { call.completion.contains($0.token) } }
  }

  private static func key(_ run: RecordedRun) -> String {
    [run.suite, run.caseID, run.record.prompts.variant, run.record.model, String(run.trial)]
      .joined(separator: "\u{1f}")
  }
}
