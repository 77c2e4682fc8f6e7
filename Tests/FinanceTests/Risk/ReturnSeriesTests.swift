import Finance
import Testing

@Suite struct ReturnSeriesTests {
  @Test func aConstantSeriesHasNoRatio() throws {
    let series = try ReturnSeries([Double](repeating: 0.01, count: 24))
    #expect(series.sharpe(riskFree: 0.06) == .undefined)
    #expect(series.sortino(minimum: 0.06) == .undefined)
    let comparison = try BenchmarkComparison(fund: series, benchmark: series)
    #expect(comparison.informationRatio == .undefined)
    #expect(comparison.regression(riskFree: 0) == nil)
  }

  @Test func aShortSeriesHasNone() throws {
    #expect(try ReturnSeries([0.01]).sharpe(riskFree: 0) == .insufficientData)
    #expect(try ReturnSeries([]).volatility == .insufficientData)
    #expect(try RollingReturns(monthEndLevels: [1, 2], months: 2) == nil)
    #expect(try Drawdown(of: []).span == nil)
  }

  @Test(arguments: [[0.1, .nan], [0.1, -1.5], [0.1, .infinity]])
  func badReturnsAreNamed(returns: [Double]) {
    let error = #expect(throws: FinanceError.self) { try ReturnSeries(returns) }
    #expect(error?.message.contains("returns[1]") == true)
  }

  @Test(arguments: [[1, 0], [1, -1], [1, .nan]])
  func badLevelsAreNamed(levels: [Double]) {
    let error = #expect(throws: FinanceError.self) { try Drawdown(of: levels) }
    #expect(error?.message.contains("levels[1]") == true)
  }
}
