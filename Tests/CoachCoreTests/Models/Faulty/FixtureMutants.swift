import Finance
import JSONKit

@testable import CoachCore

/// The clean drafts of the project's portfolios, and what the rails say of mutants planted in them: a plan judged
/// without sessions.
struct FixtureMutants {
  let sites: [MutantSite]
  private let pipelines: [String: GuardrailPipeline]

  /// - Parameters:
  ///   - portfolios: names of fixtures.
  ///   - simulation: how probabilities are worked out; they are figures like any other here.
  init(_ portfolios: [String], simulation: SimulationMethod = .paths(100)) async throws {
    let fixture = try EngineFixture(simulation: simulation)
    let engine = CoachEngine(fixture.configuration)
    var sites: [MutantSite] = []
    var pipelines: [String: GuardrailPipeline] = [:]
    for name in portfolios {
      let snapshot = try fixture.snapshot(name)
      let given = try await engine.givenFacts(for: fixture.request(snapshot), snapshot: snapshot)
      pipelines[name] = fixture.configuration.guardrails.knowing(
        PIIDetector(personalValues: given.privacy.personalValues), names: given.privacy.schemeNames)
      for language in Phrasebooks.languages {
        sites += try await engine.mutantSites(in: given.speaking(language), source: name)
      }
    }
    self.sites = sites
    self.pipelines = pipelines
  }

  /// What is wrong with the rails on one text: a mutant missed, or a twin objected to; nil when they are right.
  func fault(
    of fault: FaultOperator, at place: Int, of site: MutantSite, twin: Bool, seed: UInt64
  ) throws -> String? {
    guard let completion = fault.text(in: site.site, place: place, twin: twin, seed: seed),
      let pipeline = pipelines[site.source]
    else { return nil }
    let judgement = pipeline.judge(completion: completion, brief: site.brief) {
      Artifact(id: "mutant", brief: site.brief, draft: $0)
    }
    let at = "\(fault.name)@\(place) \(site.source) \(site.topicKey) \(site.language) seed \(seed)"
    if twin {
      let alarms = judgement.verdicts.flatMap { verdict in
        verdict.findings.map { "\(verdict.rail.rawValue) \($0.code) “\($0.text)”" }
      }
      return alarms.isEmpty ? nil : "alarm: \(at): \(alarms.joined(separator: "; ")) in \(completion)"
    }
    let isCaught = judgement.verdicts.contains { $0.rail == fault.rail && !$0.passed }
    return isCaught ? nil : "missed: \(at): \(completion)"
  }

  /// What is wrong with the rails on a whole plan.
  func faults(of plan: MutantPlan, seed: UInt64) throws -> [String] {
    try plan.mutants.flatMap { mutant in
      guard let fault = FaultOperator.named(mutant.operatorName) else {
        return ["\(mutant.operatorName): unknown"]
      }
      return try [false, true].compactMap { twin in
        try self.fault(of: fault, at: mutant.place, of: sites[mutant.site], twin: twin, seed: seed)
      }
    }
  }
}
