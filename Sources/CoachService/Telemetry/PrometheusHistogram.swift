import Metrics
import Synchronization

/// How many values fell at or below each bound, how many there were, and their sum.
final class PrometheusHistogram: PrometheusSeries, TimerHandler, RecorderHandler {
  /// Bounds of durations, in seconds: from a rail's millisecond to a session's minutes.
  static let seconds = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300,
  ]
  /// Bounds of other values, as the GenAI conventions of OpenTelemetry have them for tokens.
  static let amounts: [Double] = [
    1, 4, 16, 64, 256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864,
  ]

  private struct State {
    /// One for each bound and one for what is above them all; not yet cumulative.
    var counts: [UInt64]
    var sum = 0.0
  }

  private let bounds: [Double]
  private let state: Mutex<State>

  init(bounds: [Double]) {
    self.bounds = bounds
    state = Mutex(State(counts: [UInt64](repeating: 0, count: bounds.count + 1)))
  }

  /// Counts a duration; the clock of one that is negative went back, which took no time.
  func recordNanoseconds(_ duration: Int64) { record(Double(max(0, duration)) / 1_000_000_000) }

  func record(_ value: Int64) { record(Double(value)) }

  /// Counts a value; one that is no finite number would spoil the sum for good and is left out.
  func record(_ value: Double) {
    guard value.isFinite else { return }
    let place = bounds.firstIndex { value <= $0 } ?? bounds.count
    state.withLock { state in
      state.counts[place] &+= 1
      state.sum += value
    }
  }

  func lines(name: String, labels: String) -> String {
    let state = state.withLock { $0 }
    let start = labels.isEmpty ? "" : labels + ","
    var lines = ""
    var count: UInt64 = 0
    for (bound, more) in zip(bounds + [.infinity], state.counts) {
      count &+= more
      lines += line("\(name)_bucket", "\(start)le=\"\(PrometheusText.number(bound))\"", String(count))
    }
    lines += line("\(name)_sum", labels, PrometheusText.number(state.sum))
    return lines + line("\(name)_count", labels, String(count))
  }
}
