import Finance
import JSONKit

extension GoalMathCase {
  func risk() throws -> JSONValue? {
    switch kind {
    case "rolling_returns": return try rollingReturns()
    case "max_drawdown":
      let drawdown = try Drawdown(of: try doubles("nav"))
      return [
        "drawdown": .double(drawdown.depth), "peak_index": index(drawdown.span?.peak),
        "trough_index": index(drawdown.span?.trough), "recovery_index": index(drawdown.span?.recovery),
      ]
    case "volatility": return figure(try series("returns").volatility)
    case "sharpe": return figure(try series("returns").sharpe(riskFree: try double("risk_free_annual")))
    case "sortino":
      return figure(try series("returns").sortino(minimum: try double("minimum_acceptable_annual")))
    case "alpha_beta":
      let regression = try comparison().regression(riskFree: try double("risk_free_annual"))
      guard let regression else { return ["status": "undefined"] }
      return [
        "beta": .double(regression.beta), "alpha_annual": .double(regression.annualAlpha),
        "r_squared": .double(regression.rSquared),
      ]
    case "tracking_error": return figure(try comparison().trackingError)
    case "information_ratio": return figure(try comparison().informationRatio)
    case "tracking_difference":
      return .double(
        try BenchmarkComparison.trackingDifference(
          levels: try doubles("nav"), index: try doubles("index"), years: try double("years")))
    default: return nil
    }
  }

  private func series(_ key: String) throws -> ReturnSeries {
    try ReturnSeries(try doubles(key), periodsPerYear: try double("periods_per_year", default: 12))
  }

  private func comparison() throws -> BenchmarkComparison {
    try BenchmarkComparison(fund: try series("returns"), benchmark: try series("benchmark"))
  }

  private func figure(_ figure: RiskFigure) -> JSONValue {
    figure.value.map { .double($0) } ?? ["status": .string(figure.status)]
  }

  private func index(_ index: Int?) -> JSONValue {
    index.map { .double(Double($0)) } ?? .null
  }

  private func rollingReturns() throws -> JSONValue {
    let rolling = try RollingReturns(
      monthEndLevels: try doubles("month_end_nav"), months: try int("window_months"))
    guard let rolling else { return ["status": "insufficient_data"] }
    return [
      "count": .double(Double(rolling.returns.count)), "min": .double(rolling.minimum),
      "max": .double(rolling.maximum), "mean": .double(rolling.mean), "median": .double(rolling.median),
      "positive_share": .double(rolling.positiveShare), "first": .double(rolling.returns.first ?? .nan),
      "last": .double(rolling.returns.last ?? .nan),
    ]
  }
}
