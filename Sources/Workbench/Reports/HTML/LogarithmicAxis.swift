import Glibc

/// A logarithmic axis cut into bins of equal ratio, as fine as a picture can show.
struct LogarithmicAxis {
  /// How many bins there are.
  let bins: Int
  private let first: Int
  private let stepsPerDecade: Int

  /// Spans positive finite values; nil when there is none.
  init?(_ values: [Double]) {
    let usable = values.filter { $0.isFinite && $0 > 0 }
    guard let low = usable.min(), let high = usable.max() else { return nil }
    // Many more bins than values would mostly stand empty.
    let limit = min(28, max(12, 2 * usable.count))
    let finest = [40, 20, 10, 5, 3, 2].first { steps in
      Self.step(high, steps) - Self.step(low, steps) < limit
    }
    let steps = finest ?? 1
    // Half a dozen bins at least: a single column across the page reads as a filled box.
    let span = Self.step(high, steps) - Self.step(low, steps) + 1
    let padding = max(1, (6 - span + 1) / 2)
    self.stepsPerDecade = steps
    self.first = Self.step(low, steps) - padding
    self.bins = span + 2 * padding
  }

  /// The bin a value falls into; values off the axis go to its ends.
  func bin(_ value: Double) -> Int {
    min(max(Self.step(value, stepsPerDecade) - first, 0), bins - 1)
  }

  /// The lower edge of a bin, also of the one past the last.
  func edge(_ bin: Int) -> Double {
    pow(10, Double(first + bin) / Double(stepsPerDecade))
  }

  /// Where a value stands, 0 at the left end and 1 at the right; clamped.
  func position(_ value: Double) -> Double {
    guard value.isFinite, value > 0 else { return 0 }
    let steps = log10(value) * Double(stepsPerDecade) - Double(first)
    return min(max(steps / Double(bins), 0), 1)
  }

  /// Round values on the axis, as few kinds as give three labels: powers of ten, with 2 and 5 times, with all digits.
  var ticks: [Double] {
    let decades = Int(floor(log10(edge(0))))...Int(ceil(log10(edge(bins))))
    for digits in [[1], [1, 2, 5], Array(1...9)] {
      let ticks = decades.flatMap { decade in digits.map { Double($0) * pow(10, Double(decade)) } }
        .filter { $0 >= edge(0) && $0 <= edge(bins) }
      if ticks.count >= 3 { return ticks }
    }
    return [edge(0), edge(bins)]
  }

  /// The number of whole steps at or below a value, forgiving the last bits of a logarithm.
  private static func step(_ value: Double, _ stepsPerDecade: Int) -> Int {
    Int(floor(log10(value) * Double(stepsPerDecade) + 1e-9))
  }
}
