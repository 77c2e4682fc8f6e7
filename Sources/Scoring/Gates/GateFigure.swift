/// What the rows say of a metric: a figure and what it rests on, or why there is none.
enum GateFigure: Hashable, Sendable {
  case value(Double, basis: String)
  case none(reason: String)

  /// - Parameter rows: rows that were not skipped, at least one.
  static func of(_ metric: GateMetric, limitUnit: Measure.Unit, rows: [CaseResult]) -> GateFigure {
    switch metric.subject {
    case .passRate:
      return rate(metric.statistic, passed: rows.count { $0.status == .passed }, of: rows.count)
    case .check(let name):
      let statuses = rows.compactMap { $0.status(of: name) }.filter { $0 != .skipped }
      guard !statuses.isEmpty else { return .none(reason: "no row has the check \(name)") }
      return rate(metric.statistic, passed: statuses.count { $0 == .passed }, of: statuses.count)
    case .errors:
      let errors = Double(rows.count { $0.status == .error })
      return .value(
        limitUnit == .percent ? errors / Double(rows.count) : errors, basis: rows.count.counted("row"))
    case .goldenMismatches:
      let statuses = rows.compactMap { $0.status(of: "golden") }.filter { $0 != .skipped }
      guard !statuses.isEmpty else { return .none(reason: "no row has the check golden") }
      return .value(Double(statuses.count { $0 == .failed }), basis: statuses.count.counted("row"))
    case .cost: return cost(metric.statistic, rows)
    case .tokens:
      return summary(
        metric.statistic, rows.filter(\.wasJudged).map { Double($0.tokens.input) + Double($0.tokens.output) })
    case .latency: return time(metric.statistic, rows) { $0.latencyMilliseconds }
    case .firstArtifact: return time(metric.statistic, rows) { $0.firstArtifactMilliseconds }
    }
  }

  private static func rate(_ statistic: GateMetric.Statistic, passed: Int, of count: Int) -> GateFigure {
    guard let interval = WilsonInterval(successes: passed, trials: count) else {
      return .none(reason: "no row to judge")
    }
    let value =
      switch statistic {
      case .lo95: interval.low
      case .hi95: interval.high
      default: Double(passed) / Double(count)
      }
    return .value(value, basis: count.counted("row"))
  }

  /// A row that ended in an error may have no price; what it did cost counts all the same.
  private static func cost(_ statistic: GateMetric.Statistic, _ rows: [CaseResult]) -> GateFigure {
    let unpriced = rows.count { $0.wasJudged && $0.costMicros == nil }
    guard unpriced == 0 else {
      return .none(reason: "\(unpriced.counted("row")) without a price: an unknown cost is not zero")
    }
    let micros = rows.compactMap(\.costMicros).map { Double($0) }
    guard case .value(let value, let basis) = summary(statistic, micros) else {
      return .none(reason: "no row has a price")
    }
    return .value(value / 1_000_000, basis: basis)
  }

  private static func time(
    _ statistic: GateMetric.Statistic, _ rows: [CaseResult], _ milliseconds: (CaseResult) -> Double?
  ) -> GateFigure {
    let judged = rows.filter(\.wasJudged)
    let unmeasured = judged.count { !$0.provenance.timesAreMeasured }
    guard unmeasured == 0 else {
      return .none(
        reason: "\(unmeasured.counted("row")) cached or replayed: their times were not spent in this run")
    }
    return summary(statistic, judged.compactMap(milliseconds))
  }

  private static func summary(_ statistic: GateMetric.Statistic, _ samples: [Double]) -> GateFigure {
    guard let summary = SampleSummary(samples) else { return .none(reason: "no row has the figure") }
    let value =
      switch statistic {
      case .mean, .value, .lo95, .hi95: summary.mean
      case .total: summary.total
      case .max: summary.maximum
      case .p50: summary.percentile(50)
      case .p90: summary.percentile(90)
      case .p95: summary.percentile(95)
      case .p99: summary.percentile(99)
      }
    return .value(value, basis: summary.count.counted("row"))
  }
}
