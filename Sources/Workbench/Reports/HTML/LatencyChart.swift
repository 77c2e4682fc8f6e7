import Glibc

/// A histogram of latencies on a logarithmic axis with its percentiles marked, as coordinates for an inline SVG.
struct LatencyChart {
  /// A value in milliseconds and how often it was seen.
  typealias Sample = (milliseconds: Double, count: Int)
  /// A percentile's name and its value in milliseconds.
  typealias Mark = (name: String, milliseconds: Double)

  /// A column; coordinates in units of the view box.
  struct Bar {
    let x, y, width, height, label: String
  }

  /// A labelled place on an axis or a percentile's line.
  struct Tick {
    let at, label, labelY, anchor, labelX: String
  }

  /// Unique within the page, so that title and description can be referred to.
  let id: String
  /// What the picture shows, in a sentence for those who cannot see it.
  let summary: String
  /// The columns from left to right.
  let bars: [Bar]
  /// The labels of the time axis.
  let ticks: [Tick]
  /// The percentile lines, labels one below the other.
  let marks: [Tick]
  /// The height of the tallest column, as a count.
  let tallest: String

  private static let left = 36.0
  private static let right = 684.0
  private static let top = 62.0
  private static let bottom = 190.0
  /// One microsecond: the axis has no zero, and nothing is measured finer.
  private static let smallest = 0.001

  /// Draws samples; nil when there is none that is finite.
  init?(id: String, samples: [Sample], marks: [Mark]) {
    let kept = samples.filter { $0.count > 0 && $0.milliseconds.isFinite && $0.milliseconds < 1e12 }
    guard let axis = LogarithmicAxis(kept.map { max(Self.smallest, $0.milliseconds) }) else { return nil }
    var counts = [Int](repeating: 0, count: axis.bins)
    for sample in kept {
      let bin = axis.bin(max(Self.smallest, sample.milliseconds))
      counts[bin] += sample.count
    }
    let tallest = max(1, counts.max() ?? 1)
    let total = counts.reduce(0, +)
    self.id = id
    self.tallest = Figures.count(tallest)
    self.bars = counts.enumerated().compactMap { Self.bar(axis, bin: $0.offset, count: $0.element, tallest) }
    self.ticks = axis.ticks.map { Self.tick(axis, $0) }
    self.marks = marks.filter { $0.milliseconds.isFinite }.enumerated().map { place, mark in
      Self.mark(axis, mark, row: place)
    }
    let named = marks.map { "\($0.name) \(Figures.duration(milliseconds: $0.milliseconds))" }
    self.summary = "\(Figures.count(total)) measurements; \(named.joined(separator: ", "))."
  }

  private static func x(_ axis: LogarithmicAxis, _ milliseconds: Double) -> Double {
    left + axis.position(max(smallest, milliseconds)) * (right - left)
  }

  private static func bar(_ axis: LogarithmicAxis, bin: Int, count: Int, _ tallest: Int) -> Bar? {
    guard count > 0 else { return nil }
    let low = x(axis, axis.edge(bin))
    let high = x(axis, axis.edge(bin + 1))
    let height = max(2, Double(count) / Double(tallest) * (bottom - top))
    let range =
      "\(Figures.duration(milliseconds: axis.edge(bin))) to \(Figures.duration(milliseconds: axis.edge(bin + 1)))"
    return Bar(
      x: Figures.plain(low + 1, decimals: 1), y: Figures.plain(bottom - height, decimals: 1),
      width: Figures.plain(max(1, high - low - 2), decimals: 1), height: Figures.plain(height, decimals: 1),
      label: "\(range): \(Figures.count(count))")
  }

  private static func tick(_ axis: LogarithmicAxis, _ milliseconds: Double) -> Tick {
    let at = Figures.plain(x(axis, milliseconds), decimals: 1)
    return Tick(
      at: at, label: Figures.duration(milliseconds: milliseconds), labelY: "208", anchor: "middle", labelX: at
    )
  }

  /// Labels stand in rows above the columns, to the left of their line where the right has no room.
  private static func mark(_ axis: LogarithmicAxis, _ mark: Mark, row: Int) -> Tick {
    let at = x(axis, mark.milliseconds)
    let isFarRight = at > right - 120
    return Tick(
      at: Figures.plain(at, decimals: 1),
      label: "\(mark.name) \(Figures.duration(milliseconds: mark.milliseconds))",
      labelY: "\(16 + row * 16)", anchor: isFarRight ? "end" : "start",
      labelX: Figures.plain(at + (isFarRight ? -5 : 5), decimals: 1))
  }
}
