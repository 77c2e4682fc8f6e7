import Finance
import JSONKit

extension GoalMathCase {
  func probability() throws -> JSONValue? {
    switch kind {
    case "norm_cdf": return .double(NormalDistribution.cdf(try double("x")))
    case "norm_ppf": return .double(NormalDistribution.quantile(try double("p")) ?? .nan)
    case "splitmix64": return try stream()
    case "lognormal_params":
      let returns = try returns()
      return [
        "log_mean": .double(returns.logMean), "log_vol": .double(returns.logVolatility),
        "monthly_log_mean": .double(returns.monthlyLogMean),
        "monthly_log_vol": .double(returns.monthlyLogVolatility),
      ]
    case "success_probability_lumpsum":
      return .double(
        try SuccessProbability.lumpSum(
          present: try double("present"), target: try double("target_future"), years: try double("years"),
          returns: try returns()))
    case "success_probability_fenton_wilkinson":
      let fit = FentonWilkinson(try plan())
      return [
        "mean": .double(fit.mean), "stdev": .double(fit.standardDeviation),
        "probability": .double(try fit.probability(of: try double("target_future"))),
      ]
    case "success_probability_monte_carlo": return try monteCarlo()
    default: return nil
    }
  }

  private func returns() throws -> LogNormalReturns {
    try LogNormalReturns(mean: try double("mean"), volatility: try double("vol"))
  }

  private func plan() throws -> SavingsPlan {
    try SavingsPlan(
      existing: try double("existing", default: 0), sip: try double("sip"),
      stepUp: try double("step_percent", default: 0), months: try months(), timing: timing(),
      returns: try returns())
  }

  private func seed() throws -> UInt64 {
    guard let seed = UInt64(try string("seed")) else { throw Malformed(what: "\(name): seed") }
    return seed
  }

  private func stream() throws -> JSONValue {
    let stream = RandomStream(seed: try seed())
    let indices = (0..<UInt64(try int("n")))
    return [
      "u64": .array(indices.map { .string(String(stream.bits(at: $0))) }),
      "uniform": .array(indices.map { .double(stream.uniform(at: $0)) }),
    ]
  }

  private func monteCarlo() throws -> JSONValue {
    let outcome = try MonteCarlo(try plan(), seed: try seed()).outcome(paths: try int("paths"))
    let target = try double("target_future")
    return [
      "successes": .double(Double(outcome.successes(reaching: target))),
      "probability": .double(outcome.probability(reaching: target)),
      "p05": .double(outcome.quantile(0.05)), "p25": .double(outcome.quantile(0.25)),
      "p50": .double(outcome.quantile(0.5)), "p75": .double(outcome.quantile(0.75)),
      "p95": .double(outcome.quantile(0.95)),
    ]
  }
}
