import Scoring

extension SoakComparison {
  /// The percentiles that are compared.
  static let percentiles: [(name: String, percent: Double)] = [("p50", 50), ("p95", 95), ("p99", 99)]
  /// The figures of counts that are compared.
  static let counted = ["stream.ok", "errors", "reconnects", "events.rate"]

  /// Puts a soak beside an earlier one.
  init(of now: SoakSummary, against earlier: SoakSummary) {
    run = earlier.run
    startedAt = earlier.startedAt
    differences = Self.differences(earlier, now)
    let times = SoakTimes.Kind.allCases.flatMap { kind in Self.times(kind, earlier, now) }
    let counts = Self.counted.map { name in
      Self.figure(name, Self.count(name, earlier), Self.count(name, now))
    }
    figures = times + counts + Self.servers(earlier, now)
  }

  private static func times(
    _ kind: SoakTimes.Kind, _ earlier: SoakSummary, _ now: SoakSummary
  ) -> [Figure] {
    let (before, after) = (earlier.histogram(kind), now.histogram(kind))
    guard before.count > 0 || after.count > 0 else { return [] }
    return percentiles.map { name, percent in
      func value(_ histogram: LatencyHistogram) -> Double? {
        histogram.percentile(percent).map { Double($0) / 1_000 }
      }
      return figure(
        "\(kind.rawValue).\(name)", value(before), value(after),
        (PercentileInterval(of: percent, in: before), PercentileInterval(of: percent, in: after)))
    }
  }

  private static func count(_ name: String, _ summary: SoakSummary) -> Double? {
    let counts = summary.counts
    guard counts.sessions > 0 else { return nil }
    switch name {
    case "stream.ok": return Double(counts.ok) / Double(counts.sessions)
    case "errors": return Double(counts.errors)
    case "reconnects": return Double(counts.reconnects)
    case "events.rate": return counts.seconds > 0 ? counts.eventsPerSecond : nil
    default: return nil
    }
  }

  private static func servers(_ earlier: SoakSummary, _ now: SoakSummary) -> [Figure] {
    SoakProcess.kinds.flatMap { kind, _ in
      let (before, after) = (earlier.use(of: kind), now.use(of: kind))
      let name = kind == "façade" ? "facade" : kind
      guard before != nil || after != nil else { return [Figure]() }
      return [
        figure("\(name).cpu", before?.cpuPer100kEvents, after?.cpuPer100kEvents),
        figure("\(name).rss", before.map { Double($0.mostBytes) }, after.map { Double($0.mostBytes) }),
      ]
    }
  }

  private static func figure(
    _ name: String, _ earlier: Double?, _ now: Double?,
    _ intervals: (earlier: PercentileInterval, now: PercentileInterval)? = nil
  ) -> Figure {
    let known = earlier.flatMap { earlier in now.map { (earlier: earlier, now: $0) } }
    let ratio = known.flatMap { $0.earlier > 0 ? $0.now / $0.earlier : nil }
    return Figure(
      name: name, earlier: earlier, now: now, ratio: ratio,
      trend: known == nil ? nil : intervals.map { Self.trend($0.earlier, $0.now) },
      earlierInterval: earlier == nil ? nil : intervals?.earlier,
      nowInterval: now == nil ? nil : intervals?.now)
  }

  private static func trend(_ earlier: PercentileInterval, _ now: PercentileInterval) -> Trend {
    if now.isAbove(earlier) { return .slower }
    return earlier.isAbove(now) ? .faster : .noise
  }
}

extension SoakSummary {
  /// What one kind of server took over a soak.
  struct ServerUse {
    let cpuPer100kEvents: Double?
    let mostBytes: Int
  }

  fileprivate func histogram(_ kind: SoakTimes.Kind) -> LatencyHistogram {
    times.first { $0.name == kind.rawValue }?.histogram ?? LatencyHistogram()
  }

  /// Of joined soaks, the processor time of all such servers and the memory of the largest.
  fileprivate func use(of kind: String) -> ServerUse? {
    let same = processes.filter { $0.name.hasPrefix(kind) }
    guard let mostBytes = same.map(\.figures.mostBytes).max() else { return nil }
    let cpuSeconds = same.reduce(0) { $0 + $1.figures.cpuSeconds }
    return ServerUse(
      cpuPer100kEvents: counts.events > 0 ? cpuSeconds / Double(counts.events) * 100_000 : nil,
      mostBytes: mostBytes)
  }
}
