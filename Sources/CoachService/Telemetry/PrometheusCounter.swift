import Metrics
import Synchronization

/// A count that only grows, until it is set back.
final class PrometheusCounter: PrometheusSeries, CounterHandler, FloatingPointCounterHandler {
  private let state = Mutex((whole: UInt64(0), fraction: 0.0))

  /// Adds; what is not positive is left out, and the largest number stays the largest.
  func increment(by amount: Int64) {
    guard amount > 0 else { return }
    state.withLock { $0.whole = Self.sum($0.whole, UInt64(amount)) }
  }

  /// Adds; what is not a positive number is left out.
  func increment(by amount: Double) {
    guard amount.isFinite, amount > 0 else { return }
    state.withLock { state in
      let sum = state.fraction + amount
      let whole = sum.rounded(.down)
      state.whole = Self.sum(state.whole, UInt64(exactly: whole) ?? .max)
      state.fraction = sum - whole
    }
  }

  func reset() { state.withLock { $0 = (0, 0) } }

  func lines(name: String, labels: String) -> String {
    let (whole, fraction) = state.withLock { $0 }
    return line(name, labels, fraction == 0 ? String(whole) : PrometheusText.number(Double(whole) + fraction))
  }

  private static func sum(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? .max : sum
  }
}
