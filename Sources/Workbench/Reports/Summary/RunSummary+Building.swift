import Scoring

extension RunSummary {
  /// Sums up a run.
  ///
  /// - Parameters:
  ///   - rows: every trial, in the order of the results.
  ///   - gates: what each gate said, under the suite that sets it.
  ///   - run: what ran, where and when.
  ///   - usageByAgent: what each agent's model calls used, in the order to show.
  ///   - conditions: what rows and gates cannot tell, such as `.interrupted`.
  init(
    rows: [CaseResult], gates: [(suite: String, result: GateResult)], run: RunProvenance,
    usageByAgent: [AgentUsage], conditions: Set<ExitStatus> = []
  ) {
    let cells = Cell.group(rows)
    // A row without a record came from no run: an obsolete golden, a case that broke off. It has no time of its own.
    let timed = rows.filter { $0.record != nil || $0.error == nil && $0.kind != "golden" }
    let latency = Self.histogram(timed.map(\.latencyMilliseconds))
    let ttft = Self.histogram(timed.compactMap(\.firstArtifactMilliseconds))
    let verdict = RunVerdict(results: rows, gates: gates.map(\.result), conditions: conditions)
    self.init(
      run: run.run, version: run.version, suites: run.suites, startedAt: run.startedAt,
      durationMilliseconds: run.durationMilliseconds, seed: run.seed, jobs: run.jobs, host: run.host,
      counts: StatusCounts(cells), by: Self.slices(cells),
      mutants: MutantTally.tally(rows),
      gates: gates.map { GateOutcome(suite: $0.suite, $0.result) }, usage: Usage(rows),
      usageByAgent: usageByAgent,
      latency: Percentiles(latency), ttft: Percentiles(ttft),
      histograms: Histograms(latency: latency, ttft: ttft),
      exitStatus: verdict.status.rawValue, exitReasons: verdict.reasons.map(\.reason),
      provenance: Self.distinct(rows.map(\.provenance)))
  }

  private static func histogram(_ milliseconds: [Double]) -> LatencyHistogram {
    var histogram = LatencyHistogram()
    for value in milliseconds { histogram.record(milliseconds: value) }
    return histogram
  }

  private static func slices(_ cells: [Cell]) -> [Slice] {
    struct Key: Hashable { let variant, model: String }
    let keys = cells.map { Key(variant: $0.shown.variant, model: $0.shown.model) }
    return distinct(keys).map { key in
      let counts = StatusCounts(
        cells.filter { $0.shown.variant == key.variant && $0.shown.model == key.model })
      let interval = WilsonInterval(successes: counts.passed, trials: counts.judged)
      return Slice(
        variant: key.variant, model: key.model, passed: counts.passed, failed: counts.failed,
        errors: counts.errors, skipped: counts.skipped,
        passRate: counts.judged > 0 ? Double(counts.passed) / Double(counts.judged) : nil,
        passRateLow: interval?.low, passRateHigh: interval?.high)
    }
  }

  /// The values in order of first appearance.
  private static func distinct<T: Hashable>(_ values: [T]) -> [T] {
    var seen: Set<T> = []
    return values.filter { seen.insert($0).inserted }
  }
}

extension RunSummary.Usage {
  /// Adds up rows.
  ///
  /// The cost is that of the priced rows, nil when there is none.
  init(_ rows: [CaseResult]) {
    let costs = rows.compactMap(\.costMicros)
    let cost = costs.isEmpty ? nil : costs.reduce(Int64(0)) { $0.addingClamped($1) }
    self.init(
      inputTokens: rows.reduce(0) { $0.addingClamped($1.tokens.input) },
      outputTokens: rows.reduce(0) { $0.addingClamped($1.tokens.output) },
      costDollars: cost.map { Double($0) / 1e6 }, costMicros: cost,
      pricedAs: rows.lazy.compactMap(\.pricedAs).first, estimated: rows.contains { $0.tokens.estimated })
  }
}

extension RunSummary.Percentiles {
  /// Reads the percentiles off a histogram of microseconds.
  init(_ histogram: LatencyHistogram) {
    self.init(
      p50: histogram.percentile(50).map(Self.milliseconds),
      p95: histogram.percentile(95).map(Self.milliseconds),
      p99: histogram.percentile(99).map(Self.milliseconds), max: histogram.maximum.map(Self.milliseconds))
  }

  private static func milliseconds(_ microseconds: UInt64) -> Double { Double(microseconds) / 1000 }
}

extension FixedWidthInteger {
  /// The sum, or the nearest representable value: rows come from a file and may hold anything.
  fileprivate func addingClamped(_ other: Self) -> Self {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other > 0 ? .max : .min) : sum
  }
}
