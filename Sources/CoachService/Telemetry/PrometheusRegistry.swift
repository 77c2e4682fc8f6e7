public import Metrics
import Synchronization

/// A backend of swift-metrics that Prometheus can scrape.
///
/// Counters get `_total` behind their name, timers `_seconds`; timers and recorders that aggregate are histograms of fixed
/// bounds. Memory is bounded: past ``seriesLimit`` label sets of one metric all further ones are one series whose values
/// are ``other``, past ``familyLimit`` metrics the further ones are counted and not shown.
///
/// ```swift
/// let registry = PrometheusRegistry()
/// MetricsSystem.bootstrap(registry)
/// Counter(label: "coach.runs", dimensions: [("outcome", "succeeded")]).increment()
/// print(registry.text())  // … coach_runs_total{outcome="succeeded"} 1 …
/// ```
public final class PrometheusRegistry: MetricsFactory, Sendable {
  /// The media type of ``text()``.
  public static let contentType = "text/plain; version=0.0.4; charset=utf-8"
  /// The value of the labels that stand for all label sets past the limit.
  public static let other = "other"

  private struct State {
    var families: [String: PrometheusFamily] = [:]
    /// Every name a sample can have, so that no two metrics write the same line.
    var names: Set<String> = [PrometheusRegistry.droppedName]
  }

  private static let droppedName = "prometheus_registry_dropped_total"

  /// How many label sets of one metric are kept apart.
  public let seriesLimit: Int
  /// How many metrics are shown.
  public let familyLimit: Int

  private let state = Mutex(State())
  private let dropped = PrometheusCounter()

  /// Makes a registry without metrics; limits below 1 count as 1.
  public init(seriesLimit: Int = 200, familyLimit: Int = 500) {
    self.seriesLimit = max(1, seriesLimit)
    self.familyLimit = max(1, familyLimit)
  }

  /// All metrics in the text format 0.0.4, sorted by name and labels.
  public func text() -> String {
    let families = state.withLock { $0.families }
    var text = families.sorted { $0.key < $1.key }.map { $0.value.text(name: $0.key) }.joined()
    text += "# HELP \(Self.droppedName) Handlers asked for past a limit, or under a name that is taken.\n"
    text += "# TYPE \(Self.droppedName) counter\n"
    return text + dropped.lines(name: Self.droppedName, labels: "")
  }

  /// The counter of a label and its dimensions, the same for the same.
  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series(.counter, label, "_total", dimensions) { PrometheusCounter() }
  }

  /// The counter of a label and its dimensions, fractions and all.
  public func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler {
    series(.counter, label, "_total", dimensions) { PrometheusCounter() }
  }

  /// The gauge of a label and its dimensions.
  public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(.gauge, label, "", dimensions) { PrometheusGauge() }
  }

  /// A histogram, or a gauge of the last value when nothing is to be aggregated.
  public func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    guard aggregate else { return series(.gauge, label, "", dimensions) { PrometheusGauge() } }
    return series(.histogram, label, "", dimensions) {
      PrometheusHistogram(bounds: PrometheusHistogram.amounts)
    }
  }

  /// A histogram of seconds.
  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(.histogram, label, "_seconds", dimensions) {
      PrometheusHistogram(bounds: PrometheusHistogram.seconds)
    }
  }

  /// Keeps what was counted: a scrape that comes later still sees it.
  public func destroyCounter(_ handler: any CounterHandler) {}
  /// Keeps what was counted.
  public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  /// Keeps the last value.
  public func destroyMeter(_ handler: any MeterHandler) {}
  /// Keeps what was recorded.
  public func destroyRecorder(_ handler: any RecorderHandler) {}
  /// Keeps what was recorded.
  public func destroyTimer(_ handler: any TimerHandler) {}

  /// The series of a metric; one that is not shown when there is no room or the name is another metric's.
  private func series<Series: PrometheusSeries>(
    _ kind: PrometheusFamily.Kind, _ label: String, _ suffix: String, _ dimensions: [(String, String)],
    make: () -> Series
  ) -> Series {
    var name = PrometheusText.metric(label)
    if !name.hasSuffix(suffix) { name += suffix }
    let found = state.withLock { state -> (series: Series, isOther: Bool)? in
      if state.families[name] == nil {
        let names = kind.names(name)
        guard state.families.count < familyLimit, state.names.isDisjoint(with: names) else { return nil }
        state.families[name] = PrometheusFamily(kind: kind, label: label)
        state.names.formUnion(names)
      }
      guard state.families[name]?.kind == kind else { return nil }
      return state.families[name]?.series(dimensions, limit: seriesLimit, make: make)
    }
    if found?.isOther != false { dropped.increment(by: Int64(1)) }
    return found?.series ?? make()
  }
}
