import Finance
import Foundation
import JSONKit

/// Times the money arithmetic inside one process and prints one JSON object of nanoseconds a call.
///
/// Each figure is the fastest of several rounds: noise only ever adds. The peers are timed by `figures.py` in the same
/// way and the same minute.
@main
struct Figures {
  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      throw FinanceError(.missing, "give the project's folder and a NAVAll file, unpacked")
    }
    let project = URL(filePath: CommandLine.arguments[1])
    let navAll = [UInt8](try Data(contentsOf: URL(filePath: CommandLine.arguments[2])))
    var figures = JSONObject()
    let flows = monthlyFlows()
    figures["xirr_121_flows"] = try time(rounds: 30, calls: 200) { rate(of: flows) }
    let plan = try SavingsPlan(
      existing: 0, sip: 10_000, stepUp: 0, months: 120, timing: .due,
      returns: LogNormalReturns(mean: 0.12, volatility: 0.18))
    figures["monte_carlo_10000x120"] = try time(rounds: 15, calls: 1) {
      try MonteCarlo(plan, seed: 20_261_122).outcome(paths: 10_000).probability(reaching: 2_500_000)
    }
    figures["navall"] = try time(rounds: 15, calls: 1) {
      Double(try NAVAllFile(bytes: navAll, asOf: CivilDate(year: 2025, month: 5, day: 16)).dataLines)
    }
    figures["snapshot_f29"] = try snapshot(project)
    print(JSONValue.object(figures).compact())
  }

  /// 120 monthly purchases of 5,000 and the value after ten years.
  private static func monthlyFlows() -> [CashFlow] {
    guard let start = CivilDate(iso: "2014-01-05") else { return [] }
    let purchases = (0..<120).map { CashFlow(date: start.adding(months: $0), amount: -5000) }
    return purchases + [CashFlow(date: start.adding(months: 120), amount: 1_161_695)]
  }

  private static func rate(of flows: [CashFlow]) -> Double { Xirr.solve(flows).rate ?? .nan }

  /// From the bytes of F29 (5,000 transactions) to its full snapshot.
  private static func snapshot(_ project: URL) throws -> JSONValue {
    func json(_ path: String) throws -> JSONValue {
      try JSONValue(parsing: [UInt8](Data(contentsOf: project.appending(path: path))))
    }
    let bytes = [UInt8](try Data(contentsOf: project.appending(path: "fixtures/portfolios/F29.json")))
    let schemes = try SchemeDirectory(json: try json("fixtures/schemes.json"))
    let prices = try PriceTable(
      csv: String(contentsOf: project.appending(path: "fixtures/prices/nav.csv"), encoding: .utf8),
      file: "nav.csv")
    return try time(rounds: 15, calls: 1) {
      let portfolio = try Portfolio(json: try JSONValue(parsing: bytes))
      return try PortfolioSnapshot(
        portfolio: portfolio, prices: prices, schemes: schemes, asOf: portfolio.asOf
      ).value.rupees
    }
  }

  private static func time(rounds: Int, calls: Int, _ work: () throws -> Double) throws -> JSONValue {
    var fastest = Double.infinity
    var sum = 0.0
    for _ in 0..<rounds {
      let began = DispatchTime.now().uptimeNanoseconds
      for _ in 0..<calls { sum += try work() }
      fastest = min(fastest, Double(DispatchTime.now().uptimeNanoseconds - began) / Double(calls))
    }
    // The sum is looked at so that no call can be left out as unused.
    guard sum.isFinite else { throw FinanceError(.outOfRange, "a benchmark gave no finite figure") }
    return JSONNumber(fastest).map { .number($0) } ?? .null
  }
}
