import Metrics
import Synchronization

/// The value something has now.
final class PrometheusGauge: PrometheusSeries, MeterHandler, RecorderHandler {
  private let value = Mutex(0.0)

  func set(_ value: Int64) { set(Double(value)) }
  func set(_ value: Double) { self.value.withLock { $0 = value } }
  func increment(by amount: Double) { value.withLock { $0 += amount } }
  func decrement(by amount: Double) { value.withLock { $0 -= amount } }

  /// Keeps the last value of a recorder that does not aggregate.
  func record(_ value: Int64) { set(Double(value)) }
  /// Keeps the last value of a recorder that does not aggregate.
  func record(_ value: Double) { set(value) }

  func lines(name: String, labels: String) -> String {
    line(name, labels, PrometheusText.number(value.withLock { $0 }))
  }
}
