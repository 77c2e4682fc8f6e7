import Glibc
import Scoring

/// The pictures of a soak's report.
struct SoakCharts {
  /// How long things took, by percentile.
  let percentiles: [CurveChart]
  /// What went on, second by second.
  let series: [CurveChart]
  /// What each process held when nothing went on, against the sessions so far.
  let quiet: [CurveChart]

  init(_ summary: SoakSummary, rows: [SoakRow]) {
    percentiles = [Self.percentiles(summary)].compactMap(\.self)
    quiet = [Self.quiet(summary.quietPoints ?? [])].compactMap(\.self)
    let marks = summary.chaos.map { (at: $0.seconds, label: $0.kind.rawValue) }
    // Joined soaks have no samples of their own; their sessions still have a time.
    let lastEnd = rows.map { $0.begunMilliseconds + $0.totalMilliseconds }.max() ?? 0
    let ticks = Self.ticks(to: summary.samples.last?.seconds ?? min(max(lastEnd / 1_000, 0), 1e6))
    func chart(
      _ id: String, _ title: String, _ curves: [CurveChart.Curve], label: (Double) -> String
    ) -> CurveChart? {
      CurveChart(id: id, title: title, curves: curves, xTicks: ticks, marks: marks, label: label)
    }
    series = [
      chart(
        "under-way",
        "Sessions under way, the most in each second"
          + (summary.sources == nil ? "" : " from the start of each soak"),
        [("sessions", Self.underWay(rows))]
      ) { Figures.plain($0, decimals: 1) },
      chart(
        "cpu", "Processor use, as a share of one core",
        [("engine", Self.cpu(summary, \.engine)), ("façade", Self.cpu(summary, \.facade))]
      ) { "\(Figures.plain($0, decimals: 0))%" },
      chart(
        "memory", "Resident memory",
        [
          ("engine", Self.values(summary, \.engine) { Double($0.residentBytes) / 1e6 }),
          ("façade", Self.values(summary, \.facade) { Double($0.residentBytes) / 1e6 }),
        ]
      ) { "\(Figures.plain($0, decimals: 0)) MB" },
      chart(
        "descriptors", "Open descriptors",
        [
          ("engine", Self.values(summary, \.engine) { Double($0.descriptors) }),
          ("façade", Self.values(summary, \.facade) { Double($0.descriptors) }),
        ]
      ) { Figures.plain($0, decimals: 0) },
    ].compactMap(\.self)
  }

  private static func quiet(_ points: [QuietPoint]) -> CurveChart? {
    let calm = points.filter { $0.unrest == nil }
    func heap(_ process: (QuietPoint) -> QuietPoint.Process?) -> [(x: Double, y: Double)] {
      calm.compactMap { point in
        process(point).map { (x: Double(point.sessions), y: Double($0.heapBytes) / 1e6) }
      }
    }
    let most = Double(points.map(\.sessions).max() ?? 0)
    let step = CurveChart.roundTop(max(most, 1) / 6)
    return CurveChart(
      id: "heap", title: "Heap in use at quiet points, by sessions so far",
      curves: [("engine", heap(\.engine)), ("façade", heap(\.facade))],
      xTicks: stride(from: 0, through: most, by: step).map { ($0, Figures.plain($0, decimals: 1)) }
    ) { "\(Figures.plain($0, decimals: 1)) MB" }
  }

  /// Curves over an axis on which each further nine of a percentile takes the same room.
  private static func percentiles(_ summary: SoakSummary) -> CurveChart? {
    let shown: [(SoakTimes.Kind, String)] = [
      (.firstEvent, "first event"), (.firstArtifact, "first artifact"), (.total, "whole session"),
    ]
    let steps = stride(from: 0.0, through: 3.0, by: 0.05).map { (x: $0, percent: 100 - 100 * pow(10, -$0)) }
    let curves = shown.compactMap { kind, name -> CurveChart.Curve? in
      guard let time = summary.times.first(where: { $0.name == kind.rawValue }), time.count > 0 else {
        return nil
      }
      // A percentile past the last measurement would only repeat it.
      let measured = steps.filter { $0.x <= log10(Double(time.count)) + 0.05 }
      return (
        name,
        measured.compactMap { step in
          time.histogram.percentile(step.percent).map { (x: step.x, y: Double($0) / 1_000) }
        }
      )
    }
    return CurveChart(
      id: "percentiles", title: "How long it took, by percentile", curves: curves,
      xTicks: [(0, "least"), (log10(2), "p50"), (1, "p90"), (2, "p99"), (3, "p99.9")]
    ) { Figures.duration(milliseconds: $0) }
  }

  /// The most sessions that were under way at once in each second.
  private static func underWay(_ rows: [SoakRow]) -> [(x: Double, y: Double)] {
    let steps = rows.flatMap { row in
      [(at: row.begunMilliseconds, by: 1), (at: row.begunMilliseconds + row.totalMilliseconds, by: -1)]
    }.sorted { ($0.at, $0.by) < ($1.at, $1.by) }
    var (now, most) = (0, [Int: Int]())
    var second = 0
    for step in steps {
      let place = Int(min(max(step.at / 1_000, 0), 1e6))
      // Seconds in which nothing began or ended keep what was under way.
      while second < place {
        most[second] = max(most[second] ?? 0, now)
        second += 1
        most[second] = now
      }
      now += step.by
      most[place] = max(most[place] ?? 0, now)
    }
    return most.sorted { $0.key < $1.key }.map { (x: Double($0.key) + 0.5, y: Double($0.value)) }
  }

  private static func values(
    _ summary: SoakSummary, _ process: (UsageSample) -> ProcessUsage?, _ value: (ProcessUsage) -> Double
  ) -> [(x: Double, y: Double)] {
    summary.samples.compactMap { sample in process(sample).map { (x: sample.seconds, y: value($0)) } }
  }

  /// Percent of one core between two samples of one process.
  private static func cpu(
    _ summary: SoakSummary, _ process: (UsageSample) -> ProcessUsage?
  ) -> [(x: Double, y: Double)] {
    zip(summary.samples, summary.samples.dropFirst()).compactMap { earlier, later in
      guard let before = process(earlier), let after = process(later), after.cpuSeconds >= before.cpuSeconds,
        later.seconds - earlier.seconds > 0.5
      else { return nil }
      let share = (after.cpuSeconds - before.cpuSeconds) / (later.seconds - earlier.seconds)
      return (x: later.seconds, y: share * 100)
    }
  }

  /// Five or so round seconds.
  private static func ticks(to seconds: Double) -> [(at: Double, label: String)] {
    let step = CurveChart.roundTop(max(seconds, 1) / 6)
    return stride(from: 0, through: max(seconds, step), by: step).map {
      ($0, "\(Figures.plain($0, decimals: 1)) s")
    }
  }
}
