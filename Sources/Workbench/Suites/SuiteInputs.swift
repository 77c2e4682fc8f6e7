import CoachCore
import Finance
import Foundation
import JSONKit
import Scoring

/// Every file the selected cases read, read once and before anything runs, so that bad input is one message and
/// exit status 2 rather than a run that dies half way.
struct SuiteInputs: Sendable {
  private let sessions: [String: PortfolioSnapshot]
  private let before: [String: [PortfolioSnapshot]]
  private let given: [String: GivenFacts]

  /// Reads what the cases need.
  ///
  /// - Throws: `InputError` naming each file that cannot be used.
  init(_ selected: [(suite: Suite, test: Case)], project: Project) throws {
    var reader = InputReader(project: project)
    var sessions: [String: PortfolioSnapshot] = [:]
    var before: [String: [PortfolioSnapshot]] = [:]
    var given: [String: GivenFacts] = [:]
    for (suite, test) in selected {
      switch test.subject {
      case .session(let path, _, let scope):
        let note = "used by \(test.place)"
        let snapshot = reader.snapshot(path, asOf: test.asOf, fallback: suite.defaults.asOf, note: note)
        sessions[Self.key(suite, test)] = snapshot
        reader.problems += snapshot.map { Self.unknownGoals(scope, in: $0, test) } ?? []
        reader.problems += snapshot.map { Self.lateRuns(before: $0.asOf, test) } ?? []
        before[Self.key(suite, test)] = test.conditions.before.compactMap {
          reader.snapshot(path, asOf: $0, fallback: suite.defaults.asOf, note: note)
        }
      case .agent(_, let path):
        given[Self.key(suite, test)] = reader.given(path, note: "used by \(test.place)")
      case .mutant, .injection:
        break  // What they run on was read when they were made.
      }
    }
    guard reader.problems.isEmpty else { throw InputError(reader.problems) }
    self.sessions = sessions
    self.before = before
    self.given = given
  }

  func snapshot(_ suite: Suite, _ test: Case) -> PortfolioSnapshot? { sessions[Self.key(suite, test)] }
  /// The portfolio of a case on each of the days on which the coach has run already.
  func before(_ suite: Suite, _ test: Case) -> [PortfolioSnapshot] { before[Self.key(suite, test)] ?? [] }
  func given(_ suite: Suite, _ test: Case) -> GivenFacts? { given[Self.key(suite, test)] }

  private static func lateRuns(before asOf: CivilDate, _ test: Case) -> [InputProblem] {
    test.conditions.before.filter { $0 >= asOf }.map { date in
      InputProblem(
        test.place, "\"before\" names \(date), and the case itself is of \(asOf)",
        remedy: "name days before the case's own")
    }
  }

  private static func unknownGoals(
    _ scope: [String], in snapshot: PortfolioSnapshot, _ test: Case
  ) -> [InputProblem] {
    let goals = snapshot.portfolio.goals.map(\.id)
    return scope.filter { !goals.contains($0) }.map { id in
      InputProblem(
        test.place, "scope names the goal \"\(id)\", which \(test.input) does not have",
        remedy: Suggestion.remedy(for: id, among: goals))
    }
  }

  private static func key(_ suite: Suite, _ test: Case) -> String { "\(suite.name)/\(test.id)" }
}
