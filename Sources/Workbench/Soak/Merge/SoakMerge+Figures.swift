import Scoring

extension SoakMerge {
  /// The distributions added, kind by kind; nil when there are more values than can be counted.
  static func times(_ summaries: [SoakSummary]) -> SoakTimes? {
    var histograms: [SoakTimes.Kind: LatencyHistogram] = [:]
    for time in summaries.flatMap(\.times) {
      guard let kind = SoakTimes.Kind(rawValue: time.name) else { return nil }
      var sum = histograms[kind] ?? LatencyHistogram()
      guard !sum.count.addingReportingOverflow(time.histogram.count).overflow else { return nil }
      sum.merge(time.histogram)
      histograms[kind] = sum
    }
    return SoakTimes(histograms, stalls: SoakCounts.sum(summaries.map(\.counts.stalls)) ?? 0)
  }

  /// The worst of the sources' figures of quiet points: what each pair of servers keeps is no part of a whole.
  ///
  /// Nil where a source has none, so that nobody takes silence for a pass.
  static func quiet(_ name: String, _ sources: [SoakSource]) -> FigureGate.Figure? {
    let figures = sources.compactMap { QuietFigures($0.quietPoints ?? []).figure(name) }
    guard figures.count == sources.count, let most = figures.map(\.value).max() else { return nil }
    return FigureGate.Figure(most, basis: "\(sources.count) soaks, the most of one")
  }

  /// All sessions over the longest ramp; nil where a source does not tell its load.
  static func load(_ sources: [SoakSource]) -> SoakSummary.Load? {
    let loads = sources.compactMap(\.load)
    guard loads.count == sources.count else { return nil }
    return SoakSummary.Load(
      sessions: SoakCounts.sum(loads.map(\.sessions)) ?? .max,
      rampSeconds: loads.map(\.rampSeconds).max() ?? 0, thinkSeconds: loads.compactMap(\.thinkSeconds).max(),
      rounds: loads.compactMap(\.rounds).max(), variant: joined(loads.map(\.variant)),
      model: joined(loads.map(\.model)))
  }

  /// Those of each machine once, however many soaks it held.
  static func processors(_ sources: [SoakSource]) -> Int {
    let most = Dictionary(sources.map { ($0.host, $0.processors) }, uniquingKeysWith: max)
    return SoakCounts.sum(most.values.map { max(0, $0) }) ?? .max
  }

  /// The façades; nil where each soak started its own.
  static func target(_ sources: [SoakSource]) -> String? {
    let targets = sources.compactMap(\.target)
    return targets.isEmpty ? nil : joined(targets)
  }

  /// Each word once, in order.
  static func joined(_ words: [String]) -> String { Set(words).sorted().joined(separator: ", ") }
}

extension SoakCounts {
  /// The counts of soaks that were held side by side: sums, and the longest time; nil when they are too large.
  static func joined(_ counts: [SoakCounts]) -> SoakCounts? {
    var result = SoakCounts([], stalls: 0)
    for path in sums {
      guard let sum = sum(counts.map { $0[keyPath: path] }) else { return nil }
      result[keyPath: path] = sum
    }
    result.parallel = counts.contains { $0.parallel == nil } ? nil : sum(counts.compactMap(\.parallel))
    result.seconds = counts.map(\.seconds).max() ?? 0
    return result
  }

  /// Nil when it is past all numbers.
  static func sum(_ values: [Int]) -> Int? {
    values.reduce(Int?.some(0)) { sum, value in
      guard let (sum, overflow) = sum?.addingReportingOverflow(value), !overflow else { return nil }
      return sum
    }
  }
}

extension SoakSummary.Group {
  /// One group for each behaviour, with its sessions added; nil for counts that are too large or no counts.
  static func joined(_ groups: [SoakSummary.Group]) -> [SoakSummary.Group]? {
    var result: [SoakSummary.Group] = []
    for behaviour in Behaviour.allCases {
      let same = groups.filter { $0.behaviour == behaviour }
      guard !same.isEmpty else { continue }
      guard let sessions = SoakCounts.sum(same.map(\.sessions)), let ok = SoakCounts.sum(same.map(\.ok)),
        let outcomes = outcomes(same.flatMap(\.outcomes))
      else { return nil }
      result.append(
        SoakSummary.Group(behaviour: behaviour, sessions: sessions, ok: ok, outcomes: outcomes))
    }
    return result
  }

  /// Adds lines such as `3 completed`.
  private static func outcomes(_ lines: [String]) -> [String]? {
    var counts: [String: Int] = [:]
    for line in lines {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let count = Int(parts[0]), count >= 0,
        let sum = SoakCounts.sum([counts[String(parts[1])] ?? 0, count])
      else { return nil }
      counts[String(parts[1])] = sum
    }
    return counts.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
  }
}
