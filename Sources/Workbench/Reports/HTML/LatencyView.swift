import Scoring

/// The latency part of the report: percentiles in a table and a histogram.
struct LatencyView {
  struct Row { let measure, p50, p95, p99, max: String }

  let percentiles: [Row]
  let charts: [LatencyChart]

  /// Lays out the latencies of a summary.
  init(_ summary: RunSummary) {
    self.percentiles = [
      Self.row("Whole case", summary.latency), Self.row("First artifact", summary.ttft),
    ]
    let marks: [LatencyChart.Mark] = [
      ("p50", summary.latency.p50), ("p95", summary.latency.p95), ("p99", summary.latency.p99),
    ].compactMap { name, value in value.map { (name, $0) } }
    let samples = summary.histograms.latency.buckets.map { bucket in
      (milliseconds: Double(bucket.microseconds) / 1000, count: Int(clamping: bucket.count))
    }
    let chart = LatencyChart(id: "latency-chart", samples: samples, marks: marks)
    self.charts = [chart].compactMap(\.self)
  }

  private static func row(_ measure: String, _ values: RunSummary.Percentiles) -> Row {
    Row(
      measure: measure, p50: Figures.duration(milliseconds: values.p50),
      p95: Figures.duration(milliseconds: values.p95), p99: Figures.duration(milliseconds: values.p99),
      max: Figures.duration(milliseconds: values.max))
  }
}
