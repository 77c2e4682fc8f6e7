import CoachCore
import Finance
import Foundation
import JSONKit
import Scoring

/// Every file the selected cases read, read once and before anything runs, so that bad input is one message and
/// exit status 2 rather than a run that dies half way.
struct SuiteInputs: Sendable {
  /// A portfolio valued for a case.
  struct Session: Sendable {
    let snapshot: PortfolioSnapshot
    let expected: ExpectedFacts
  }

  private let sessions: [String: Session]
  private let given: [String: GivenFacts]

  /// Reads what the cases need.
  ///
  /// - Throws: `InputError` naming each file that cannot be used.
  init(_ selected: [(suite: Suite, test: Case)], project: Project) throws {
    var reader = InputReader(project: project)
    var sessions: [String: Session] = [:]
    var given: [String: GivenFacts] = [:]
    for (suite, test) in selected {
      switch test.subject {
      case .session(let path, _, _):
        sessions[Self.key(suite, test)] = reader.session(
          path, asOf: test.asOf, fallback: suite.defaults.asOf, test: test)
      case .agent(_, let path):
        given[Self.key(suite, test)] = reader.given(path, test: test)
      }
    }
    guard reader.problems.isEmpty else { throw InputError(reader.problems) }
    self.sessions = sessions
    self.given = given
  }

  func session(_ suite: Suite, _ test: Case) -> Session? { sessions[Self.key(suite, test)] }
  func given(_ suite: Suite, _ test: Case) -> GivenFacts? { given[Self.key(suite, test)] }

  private static func key(_ suite: Suite, _ test: Case) -> String { "\(suite.name)/\(test.id)" }
}

/// Reads fixtures, each file once, gathering problems as it goes.
private struct InputReader {
  let project: Project
  var problems: [InputProblem] = []
  private var schemes: SchemeDirectory?
  private var prices: PriceTable?
  private var portfolios: [String: Portfolio] = [:]
  private var failed: Set<String> = []

  init(project: Project) {
    self.project = project
  }

  mutating func session(
    _ path: String, asOf: CivilDate?, fallback: CivilDate?, test: Case
  ) -> SuiteInputs.Session? {
    guard let portfolio = portfolio(path, test: test), let schemes = readSchemes(), let prices = readPrices()
    else {
      return nil
    }
    do {
      let snapshot = try PortfolioSnapshot(
        portfolio: portfolio, prices: prices, schemes: schemes, asOf: asOf ?? portfolio.asOf)
      return SuiteInputs.Session(snapshot: snapshot, expected: portfolio.expected)
    } catch {
      problems.append(
        InputProblem("\(path)\(Self.pointer(error))", error.message, remedy: "used by \(test.place)"))
      return nil
    }
  }

  mutating func given(_ path: String, test: Case) -> GivenFacts? {
    guard let value = json(path, test: test) else { return nil }
    do {
      return try GivenFacts(json: value)
    } catch {
      problems.append(InputProblem(path, error.message, remedy: "used by \(test.place)"))
      return nil
    }
  }

  private mutating func portfolio(_ path: String, test: Case) -> Portfolio? {
    if let known = portfolios[path] { return known }
    guard let value = json(path, test: test) else { return nil }
    do {
      let portfolio = try Portfolio(json: value)
      portfolios[path] = portfolio
      return portfolio
    } catch {
      problems.append(
        InputProblem("\(path)\(Self.pointer(error))", error.message, remedy: "used by \(test.place)"))
      return nil
    }
  }

  private mutating func readSchemes() -> SchemeDirectory? {
    if let schemes { return schemes }
    let path = "fixtures/schemes.json"
    guard let value = json(path, test: nil) else { return nil }
    do {
      schemes = try SchemeDirectory(json: value)
    } catch {
      fail(path, InputProblem("\(path)\(Self.pointer(error))", error.message))
    }
    return schemes
  }

  private mutating func readPrices() -> PriceTable? {
    if let prices { return prices }
    let path = "fixtures/prices/nav.csv"
    guard !failed.contains(path) else { return nil }
    do {
      prices = try PriceTable(csv: try project.text(project.file(path)), file: path)
    } catch let error as FinanceError {
      fail(path, InputProblem(path + (error.line.map { ":\($0)" } ?? ""), error.message))
    } catch let error as InputError {
      fail(path, error.problems[0])
    } catch {
      fail(path, InputProblem(path, "\(error)"))
    }
    return prices
  }

  private mutating func json(_ path: String, test: Case?) -> JSONValue? {
    guard !failed.contains(path) else { return nil }
    do {
      return try JSONValue(
        parsing: try project.text(project.file(path)), options: .init(duplicateKeys: .refuse))
    } catch let error as JSONParseError {
      fail(path, InputProblem("\(path):\(error.line):\(error.column)", "this is not JSON: \(error.message)"))
    } catch let error as InputError {
      let remedy = [error.problems[0].remedy, test.map { "used by \($0.place)" }].compactMap { $0 }
      fail(path, InputProblem(path, error.problems[0].message, remedy: remedy.joined(separator: "; ")))
    } catch {
      fail(path, InputProblem(path, "\(error)"))
    }
    return nil
  }

  private mutating func fail(_ path: String, _ problem: InputProblem) {
    failed.insert(path)
    problems.append(problem)
  }

  private static func pointer(_ error: FinanceError) -> String {
    error.pointer.map { "#\($0)" } ?? ""
  }
}
