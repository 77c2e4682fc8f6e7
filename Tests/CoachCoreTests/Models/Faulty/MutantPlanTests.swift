import Testing

@testable import CoachCore

@Suite("Mutant plan")
struct MutantPlanTests {
  private func sites() throws -> [MutantSite] {
    try FaultSamples().samples.map { MutantSite(source: $0.name, brief: $0.brief, site: $0.site) }
  }

  @Test("the same seed gives the same list, other seeds other ones, and every operator with a place appears")
  func stratified() throws {
    let sites = try sites()
    let placed = FaultOperator.all.filter { fault in
      sites.contains { fault.places($0.site) > 0 && fault.isFault($0.brief) }
    }.map(\.name)
    var lists: Set<[Mutant]> = []
    for seed in UInt64(0)..<10 {
      let plan = MutantPlan(seed: seed, sites: sites)
      #expect(plan.mutants == MutantPlan(seed: seed, sites: sites).mutants)
      #expect(plan.mutants.count == MutantPlan.standardCount)
      #expect(Set(plan.mutants.map(\.operatorName)) == Set(placed))
      #expect(plan.withoutPlace == FaultOperator.all.map(\.name).filter { !placed.contains($0) })
      lists.insert(plan.mutants)
    }
    #expect(lists.count == 10)
  }

  @Test("no mutant is taken twice, and operators appear about equally often while they have places")
  func balanced() throws {
    let sites = try sites()
    let plan = MutantPlan(seed: 4, sites: sites, count: 100_000)
    #expect(Set(plan.mutants).count == plan.mutants.count)
    let keys = plan.mutants.map { "\($0.operatorName) \($0.site) \($0.place)" }
    #expect(Set(keys).count == keys.count)
    let few = MutantPlan(seed: 4, sites: sites, count: FaultOperator.all.count)
    let counts = Dictionary(grouping: few.mutants, by: \.operatorName).mapValues(\.count)
    #expect((counts.values.max() ?? 0) - (counts.values.min() ?? 0) <= 1)
  }

  @Test("advice is planted only where code forbids it")
  func limits() throws {
    let allowed = try sites().map { site in
      MutantSite(source: site.source, brief: site.brief.allowingEverything, site: site.site)
    }
    let plan = MutantPlan(seed: 1, sites: allowed)
    #expect(plan.withoutPlace.contains("more_equity") && plan.withoutPlace.contains("tax_deduction"))
    #expect(MutantPlan(seed: 1, sites: []).mutants.isEmpty)
  }
}

extension ArtifactBrief {
  fileprivate var allowingEverything: ArtifactBrief {
    ArtifactBrief(
      agent: agent, scope: scope, scopeRef: scopeRef, topicKey: topicKey, severity: severity, state: state,
      lever: lever, subjectKind: subjectKind, facts: facts, mustCite: mustCite, assumptions: assumptions,
      caveats: [], disclaimers: disclaimers, asOf: asOf, language: language)
  }
}
