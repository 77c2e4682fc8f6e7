import CoachCore
import Finance
import JSONKit
import Scoring
import Testing

@testable import Workbench

@Suite("Suite expansion")
struct SuiteExpansionTests {

  private func problems(_ text: String) throws -> [String] {
    let error = #expect(throws: InputError.self) { try SuiteReader.read(text, file: "s.yaml") }
    return try #require(error).problems.map(\.description)
  }

  private func expanded(_ text: String, seed: UInt64 = 1) async throws -> (EngineSetup, [Case]) {
    let project = try Project(containing: #filePath)
    let setup = try EngineSetup(project: project)
    let suite = try SuiteReader.read(text, file: "s.yaml")
    var reader = InputReader(project: project)
    if let mutants = suite.mutants {
      return (setup, try await MutantCases(setup: setup, seed: seed).cases(mutants, suite, &reader))
    }
    let injections = try #require(suite.injections)
    return (setup, try await InjectionCases(setup: setup).cases(injections, suite, &reader))
  }

  @Test("what is wrong in the two mappings is told with its place and what was meant")
  func refusals() throws {
    let cases = [
      ("mutants: { portfolio: a.json }", "unknown key \"portfolio\"; did you mean \"portfolios\"?"),
      ("mutants: { portfolios: a.json, languages: [en, hn] }", "did you mean"),
      ("mutants: { portfolios: a.json, count: 3 }", "\"count\" is 3"),
      ("mutants: {}", "no portfolios are named"),
      ("mutants: 3", "a mapping is needed"),
      ("injections: { file: a.json }", "the key \"portfolio\" is missing"),
      ("injections: { file: a, portfolio: b, fields: [goal_nam] }", "did you mean \"goal_name\"?"),
    ]
    for (text, expected) in cases {
      let problems = try problems("suite: s\n\(text)\n")
      #expect(problems.contains { $0.contains(expected) && $0.hasPrefix("s.yaml:2:") }, "\(problems)")
    }
  }

  @Test("a portfolio that is not there, and a pattern without files, are typed errors")
  func missingFiles() async throws {
    for path in ["fixtures/portfolios/Z*.json", "fixtures/portfolios/F99.json"] {
      await #expect(throws: InputError.self) {
        try await expanded("suite: s\nmutants: { portfolios: \(path) }\n")
      }
    }
    await #expect(throws: InputError.self) {
      try await expanded(
        "suite: s\ninjections: { file: fixtures/schemes.json, portfolio: fixtures/portfolios/F02.json }\n")
    }
  }

  @Test("the same seed draws the same cases, another seed others; each mutant has its twin beside it")
  func seeded() async throws {
    let text =
      "suite: m\nmutants: { portfolios: fixtures/portfolios/F03.json, languages: [en], count: 160 }\n"
    let (_, first) = try await expanded(text)
    let (_, again) = try await expanded(text)
    let (_, other) = try await expanded(text, seed: 2)
    func models(_ cases: [Case]) -> [String] {
      cases.compactMap { if case .mutant(let run) = $0.subject { "\($0.id) \(run.model)" } else { nil } }
    }
    #expect(first.count == 320)
    #expect(models(first) == models(again))
    #expect(models(first) != models(other))
    #expect(Set(first.map(\.id)).count == first.count)
    for (mutant, twin) in zip(first, first.dropFirst()) where !mutant.tags.contains("twin") {
      #expect(twin.id == "\(mutant.id)-twin")
      #expect(mutant.checks.map(\.name) == ["caught"])
    }
  }

  @Test("each rail is needed: with one left out, its mutants are missed and the check fails")
  func bypassed() async throws {
    let text =
      "suite: m\nmutants: { portfolios: fixtures/portfolios/F03.json, languages: [en], count: 160 }\n"
    let (setup, cases) = try await expanded(text)
    let kept: [GuardrailVerdict.Rail] = [.citation, .numbers, .bannedClaims, .disclaimers, .pii]
    for rail in kept {
      var configuration = setup.configuration
      configuration.guardrails = configuration.guardrails.without(rail)
      let test = try #require(cases.first { $0.tags.contains(rail.rawValue) && $0.tags.contains("mutant") })
      #expect(try await caught(test, by: setup.configuration).status == .passed, "\(test.id)")
      let missed = try await caught(test, by: configuration)
      #expect(missed.status == .failed, "\(test.id)")
      #expect(missed.message.hasPrefix("\(rail.rawValue) missed"), "\(missed.message)")
    }
  }

  private func caught(_ test: Case, by configuration: CoachEngine.Configuration) async throws -> CheckResult {
    guard case .mutant(let mutant) = test.subject else { throw CancellationError() }
    let run = try await CoachEngine(configuration).run(
      agent: mutant.agent, given: mutant.given, topic: mutant.topic, options: .init(model: mutant.model),
      identity: RunIdentity(seed: 1, scope: []), store: try SQLiteCoachStore.inMemory())
    let record = try #require(try JSONValueEncoder().encode(run).object)
    let observation = Observation(record, of: run, schemas: [:], expected: nil, costMicros: nil)
    return try CheckSpec("caught").evaluate(observation)
  }

  @Test("a text is planted in every field named, and in no other place")
  func planted() async throws {
    let text =
      "suite: i\ninjections: { file: fixtures/injections.json, portfolio: fixtures/portfolios/F02.json }\n"
    let (_, cases) = try await expanded(text)
    #expect(cases.count >= 40)
    #expect(Set(cases.map(\.id)).count == cases.count)
    guard case .injection(let run) = try #require(cases.first).subject else { return }
    #expect(run.fields == FreeTextField.allCases)
    #expect(run.baseline.planted == FreeTextField.shared(run.text))
    for field in run.fields {
      let edited = field.planting("PLANTED", in: run.source.json)
      #expect(edited.compact().contains("PLANTED"))
      #expect(edited != run.source.json)
    }
    let goals = try run.snapshot().portfolio.goals
    #expect(!goals.isEmpty && goals.allSatisfy { $0.name == run.baseline.planted })
  }
}
