import Finance

extension NavPrices {
  /// Volatility, the deepest fall and rolling returns of the month ends, once there are enough of them.
  func statistics(of series: NAVSeries, _ make: FactMaker) throws -> [Fact] {
    let ends = series.monthEnds(through: asOf)
    let levels = ends.map(\.value.value)
    guard levels.count > Self.statisticMonths else { return [] }
    var facts: [Fact] = []
    let recent = try ReturnSeries(levels: Array(levels.suffix(Self.statisticMonths + 1)))
    if let volatility = recent.volatility.value {
      facts.append(
        try make.ratio(
          id("volatility"), "spread of monthly returns, a year, over the last 36 months", volatility,
          quality: quality))
    }
    if let rolling = try RollingReturns(monthEndLevels: levels, months: Self.statisticMonths) {
      facts.append(
        try make.ratio(
          id("rolling_3y.min"), "lowest yearly return of any 36 months", rolling.minimum, quality: quality))
      facts.append(
        try make.ratio(
          id("rolling_3y.median"), "middle yearly return of all 36 months", rolling.median, quality: quality))
    }
    return facts + (try drawdown(of: ends, make))
  }

  /// The deepest fall, as a ratio without a sign, with its days; a history that never fell has none.
  private func drawdown(of ends: [DatedNAV], _ make: FactMaker) throws -> [Fact] {
    let deepest = try Drawdown(of: ends.map(\.value.value))
    guard let span = deepest.span else { return [] }
    return [
      try make.ratio(
        id("drawdown"), "deepest fall between month ends, without a sign", -deepest.depth, quality: quality),
      try make.date(id("drawdown.from"), "month end it fell from", ends[span.peak].date),
      try make.date(id("drawdown.low"), "month end it fell to", ends[span.trough].date),
      try make.state(
        id("drawdown.state"), "whether the fall is made good", span.recovery == nil ? "open" : "recovered"),
    ]
  }

  /// The fund beside its benchmark over the last three years both have; nothing without a known benchmark.
  func comparison(of series: NAVSeries, _ make: FactMaker) throws -> [Fact] {
    guard let benchmark,
      let window = BenchmarkWindow(
        fund: series, benchmark: benchmark, through: asOf, months: Self.statisticMonths)
    else { return [] }
    let points = window.difference * 100
    let state = points == 0 ? "level" : points < 0 ? "behind" : "ahead"
    var facts = [
      try make.ratio(
        id("benchmark.fund_return_3y"), "the fund's return a year over the window", window.fund,
        quality: .exact),
      try make.ratio(
        id("benchmark.return_3y"), "the benchmark's return a year over the window", window.benchmark,
        quality: .exact),
      try make.percentPoint(
        id("benchmark.difference_3y"), "the fund's return less the benchmark's", points, quality: .exact),
      try make.state(id("benchmark.state"), "which of the two returned more", state),
      try make.date(id("benchmark.window_start"), "first day of the window", window.start),
      try make.date(id("benchmark.window_end"), "last day of the window", window.end),
    ]
    // Prose cites what is behind or ahead without a sign, as it does a goal's shortfall and surplus.
    if points < 0 {
      facts.append(
        try make.percentPoint(
          id("benchmark.lag_3y"), "lag of the fund behind its benchmark a year", -points, quality: .exact))
    } else if points > 0 {
      facts.append(
        try make.percentPoint(
          id("benchmark.lead_3y"), "lead of the fund over its benchmark a year", points, quality: .exact))
    }
    return facts
  }
}
