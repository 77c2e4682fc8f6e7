import Foundation
import Scoring
import Testing

@testable import Workbench

/// What the core suite promises: no fixture is left out, no agent, no language.
@Suite("The core suite")
struct CoreSuiteTests {
  private let project: Project
  private let cases: [Case]

  init() throws {
    project = try Project(containing: #filePath)
    let text = try String(contentsOf: project.root.appending(path: "suites/core.yaml"), encoding: .utf8)
    cases = try SuiteReader.read(text, file: "suites/core.yaml").cases
  }

  private func files(_ pattern: String) throws -> Set<String> {
    Set(try project.files(matching: pattern, at: SourcePlace(file: "test", line: 1, column: 1)))
  }

  /// The portfolios and given facts that cases in a language name; nil is the investor's own, which is English.
  private func sources(_ language: String?) -> (
    portfolios: Set<String>, given: Set<String>, agents: Set<String>
  ) {
    var sources: (portfolios: Set<String>, given: Set<String>, agents: Set<String>) = ([], [], [])
    for test in cases where test.conditions.language == language {
      switch test.subject {
      case .session(let portfolio, _, _): sources.portfolios.insert(portfolio)
      case .agent(let agent, let given):
        sources.given.insert(given)
        sources.agents.insert(agent)
      case .mutant, .injection: break
      }
    }
    return sources
  }

  @Test("every portfolio and every set of given facts is a case in English")
  func english() throws {
    let sources = sources(nil)
    #expect(sources.portfolios == (try files("fixtures/portfolios/*.json")))
    #expect(sources.given == (try files("fixtures/facts/*.json")))
    #expect(sources.agents == ["goal_insights", "performance", "allocation", "recommendation"])
  }

  @Test("six portfolios at least, and every writing agent alone, are cases in Hindi too")
  func hindi() throws {
    let sources = sources("hi")
    #expect(sources.portfolios.count >= 6)
    #expect(sources.agents == ["goal_insights", "performance", "allocation", "recommendation"])
  }

  @Test("every case has a golden, and every golden a case")
  func goldens() throws {
    let kept = try FileManager.default.contentsOfDirectory(
      atPath: project.root.appending(path: "goldens/core").path
    ).filter { $0.hasSuffix(".json") }
    #expect(kept.sorted() == cases.map { "\($0.id).json" }.sorted())
    for test in cases { #expect(test.checks.contains { $0.name == "golden" }, "\(test.id)") }
  }
}
