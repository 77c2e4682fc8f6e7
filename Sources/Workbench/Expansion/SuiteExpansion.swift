import CoachCore
import Scoring

/// Turns what a suite asks to be drawn, mutants and planted texts, into cases.
struct SuiteExpansion: Sendable {
  let setup: EngineSetup
  let seed: UInt64

  /// The selection with the drawn cases beside the written ones.
  ///
  /// - Throws: `InputError` naming each file that cannot be used.
  func expanded(_ selection: SuiteSelection) async throws -> SuiteSelection {
    guard selection.suites.contains(where: { $0.mutants != nil || $0.injections != nil }) else {
      return selection
    }
    var reader = InputReader(project: selection.project)
    var suites = selection.suites
    for index in suites.indices {
      let suite = suites[index]
      if let mutants = suite.mutants {
        suites[index].cases += try await MutantCases(setup: setup, seed: seed).cases(mutants, suite, &reader)
      }
      if let injections = suite.injections {
        suites[index].cases += try await InjectionCases(setup: setup).cases(injections, suite, &reader)
      }
    }
    return selection.with(suites)
  }
}

extension Case {
  /// The fault it plants, for its row.
  func mutant(seed: UInt64) -> CaseResult.Mutant? {
    guard case .mutant(let run) = subject else { return nil }
    return .init(rail: run.rail, operatorName: run.operatorName, twin: run.isTwin, seed: seed)
  }

  /// What a planted text may not have moved.
  var unmovedBaseline: UnmovedBaseline? {
    guard case .injection(let run) = subject else { return nil }
    return run.baseline
  }
}
