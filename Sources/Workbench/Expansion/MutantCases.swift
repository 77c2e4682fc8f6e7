import CoachCore
import Finance
import JSONKit
import Scoring

/// Draws the mutants of a suite: the facts of each portfolio once, the clean drafts on them in each language, and the
/// plan.
struct MutantCases {
  let setup: EngineSetup
  let seed: UInt64

  func cases(_ expansion: MutantExpansion, _ suite: Suite, _ reader: inout InputReader) async throws -> [Case]
  {
    let paths = try expansion.portfolios.flatMap {
      try reader.project.files(matching: $0, at: expansion.place)
    }
    var snapshots: [(path: String, snapshot: PortfolioSnapshot)] = []
    for path in paths {
      let note = "used by \(expansion.place)"
      if let snapshot = reader.snapshot(path, asOf: nil, fallback: suite.defaults.asOf, note: note) {
        snapshots.append((path, snapshot))
      }
    }
    guard reader.problems.isEmpty else { throw InputError(reader.problems) }
    var given: [GivenFacts] = []
    var sites: [MutantSite] = []
    var givenOfSite: [Int] = []
    for (path, snapshot) in snapshots {
      let spoken = try await facts(of: snapshot, suite, path)
      for language in expansion.languages {
        let facts = spoken.speaking(language)
        let found = try await setup.engine.mutantSites(
          in: facts, source: path, variant: suite.defaults.variant)
        givenOfSite += found.map { _ in given.count }
        sites += found
        given.append(facts)
      }
    }
    let plan = MutantPlan(seed: seed, sites: sites, count: expansion.count)
    let checks = try [CheckSpec("caught")]
    return plan.mutants.flatMap { mutant in
      [false, true].map { isTwin in
        let site = sites[mutant.site]
        let run = MutantRun(
          portfolio: site.source, agent: site.agent, topic: site.topicKey,
          model: isTwin ? mutant.twinModelName : mutant.modelName, rail: mutant.rail.rawValue,
          operatorName: mutant.operatorName, isTwin: isTwin, given: given[givenOfSite[mutant.site]])
        return Case(
          run, number: mutant.number, language: site.language, checks: checks, suite, expansion.place)
      }
    }
  }

  private func facts(
    of snapshot: PortfolioSnapshot, _ suite: Suite, _ path: String
  ) async throws -> GivenFacts {
    let request = CoachRequest(
      user: snapshot.portfolio.user.id, asOf: snapshot.asOf,
      options: .init(variant: suite.defaults.variant))
    do {
      return try await setup.engine.givenFacts(for: request, snapshot: snapshot)
    } catch let error as CoachError {
      throw InputError(InputProblem(path, "no mutants can be planted here: \(error.message)"))
    }
  }
}

extension Case {
  fileprivate init(
    _ run: MutantRun, number: Int, language: String, checks: [CheckSpec], _ suite: Suite, _ place: SourcePlace
  ) {
    self.init(
      id: "mutant-\(run.rail)-\(run.operatorName)-\(number)" + (run.isTwin ? "-twin" : ""),
      subject: .mutant(run), tags: [run.rail, run.operatorName, run.isTwin ? "twin" : "mutant", language],
      checks: checks, trials: 1, timeout: suite.defaults.timeout, asOf: nil, place: place)
  }
}
