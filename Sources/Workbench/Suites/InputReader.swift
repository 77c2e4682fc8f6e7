import CoachCore
import Finance
import Foundation
import JSONKit

/// Reads fixtures, each file once, gathering problems as it goes.
struct InputReader {
  let project: Project
  var problems: [InputProblem] = []
  private var schemes: SchemeDirectory?
  private var prices: PriceTable?
  private var closes: StockCloses?
  private var portfolios: [String: Portfolio] = [:]
  private var failed: Set<String> = []

  init(project: Project) {
    self.project = project
  }

  /// The portfolios of a folder of the project, valued at the project's prices.
  ///
  /// - Throws: `InputError` naming what cannot be used.
  static func portfolios(in folder: URL, of project: Project) throws -> FolderPortfolioSource {
    var reader = InputReader(project: project)
    guard let schemes = reader.readSchemes(), let prices = reader.readPrices(),
      let closes = reader.readCloses()
    else { throw InputError(reader.problems) }
    do {
      return try FolderPortfolioSource(folder: folder, prices: prices, schemes: schemes, closes: closes)
    } catch {
      throw InputError(InputProblem(project.shown(folder), error.message))
    }
  }

  /// A portfolio file valued on a day.
  ///
  /// - Parameters:
  ///   - path: the file, from the project's folder.
  ///   - asOf: the day; nil for the portfolio's own.
  ///   - fallback: the day of a portfolio that has none of its own.
  ///   - note: who asks, for messages.
  /// - Returns: nil when there is a problem, which is then among `problems`.
  mutating func snapshot(_ path: String, asOf: CivilDate?, fallback: CivilDate? = nil, note: String?)
    -> PortfolioSnapshot?
  {
    guard let portfolio = portfolio(path, fallback: fallback, note: note), let schemes = readSchemes(),
      let prices = readPrices(), let closes = readCloses()
    else {
      return nil
    }
    do {
      return try PortfolioSnapshot(
        portfolio: portfolio, prices: prices, schemes: schemes, closes: closes, asOf: asOf ?? portfolio.asOf)
    } catch {
      problems.append(InputProblem("\(path)\(Self.pointer(error))", error.message, remedy: note))
      return nil
    }
  }

  /// A portfolio file that can be valued again and again with its document edited; nil when there is a problem.
  mutating func editable(_ path: String, note: String?) -> EditablePortfolio? {
    guard let value = json(path, note: note), let schemes = readSchemes(), let prices = readPrices(),
      let closes = readCloses()
    else { return nil }
    return EditablePortfolio(path: path, json: value, prices: prices, schemes: schemes, closes: closes)
  }

  mutating func given(_ path: String, note: String?) -> GivenFacts? {
    guard let value = json(path, note: note) else { return nil }
    do {
      return try GivenFacts(json: value)
    } catch {
      problems.append(InputProblem(path, error.message, remedy: note))
      return nil
    }
  }

  private mutating func portfolio(_ path: String, fallback: CivilDate?, note: String?) -> Portfolio? {
    let key = "\(path) \(fallback?.description ?? "")"
    if let known = portfolios[key] { return known }
    guard var value = json(path, note: note) else { return nil }
    if case .object(var members) = value, members["as_of"] == nil, let fallback {
      members["as_of"] = .string(fallback.description)
      value = .object(members)
    }
    do {
      let portfolio = try Portfolio(json: value)
      portfolios[key] = portfolio
      return portfolio
    } catch {
      problems.append(
        InputProblem("\(path)\(Self.pointer(error))", error.message, remedy: note))
      return nil
    }
  }

  mutating func readSchemes() -> SchemeDirectory? {
    if let schemes { return schemes }
    let path = "fixtures/schemes.json"
    guard let value = json(path, note: nil) else { return nil }
    do {
      schemes = try SchemeDirectory(json: value)
    } catch {
      fail(path, InputProblem("\(path)\(Self.pointer(error))", error.message))
    }
    return schemes
  }

  private mutating func readPrices() -> PriceTable? {
    prices = prices ?? table("fixtures/prices/nav.csv", PriceTable.init(csv:file:))
    return prices
  }

  /// The closes of shares; a project without shares needs no such file.
  private mutating func readCloses() -> StockCloses? {
    let path = "fixtures/prices/closes.csv"
    guard FileManager.default.fileExists(atPath: project.file(path).path) else { return StockCloses.none }
    closes = closes ?? table(path, StockCloses.init(csv:file:))
    return closes
  }

  /// A CSV file read by `make`, nil when there is a problem, which is told once.
  mutating func table<Table>(_ path: String, _ make: (String, String) throws -> Table) -> Table? {
    guard !failed.contains(path) else { return nil }
    do {
      return try make(try project.text(project.file(path)), path)
    } catch let error as FinanceError {
      fail(path, InputProblem(path + (error.line.map { ":\($0)" } ?? ""), error.message))
    } catch let error as InputError {
      fail(path, error.problems[0])
    } catch {
      fail(path, InputProblem(path, "\(error)"))
    }
    return nil
  }

  mutating func json(_ path: String, note: String?) -> JSONValue? {
    guard !failed.contains(path) else { return nil }
    do {
      return try JSONValue(
        parsing: try project.text(project.file(path)),
        options: .init(duplicateKeys: .refuse, maximumDepth: Portfolio.maximumDepth))
    } catch let error as JSONParseError {
      fail(path, InputProblem("\(path):\(error.line):\(error.column)", "this is not JSON: \(error.message)"))
    } catch let error as InputError {
      let remedy = [error.problems[0].remedy, note].compactMap { $0 }
      fail(path, InputProblem(path, error.problems[0].message, remedy: remedy.joined(separator: "; ")))
    } catch {
      fail(path, InputProblem(path, "\(error)"))
    }
    return nil
  }

  mutating func fail(_ path: String, _ problem: InputProblem) {
    failed.insert(path)
    problems.append(problem)
  }

  static func pointer(_ error: FinanceError) -> String {
    error.pointer.map { "#\($0)" } ?? ""
  }
}
