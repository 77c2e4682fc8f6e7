import Foundation
import Metrics
import Testing

@testable import CoachService

@Suite("Prometheus")
struct PrometheusRegistryTests {
  private let registry = PrometheusRegistry()

  private func scrape(_ registry: PrometheusRegistry? = nil) throws -> PrometheusScrape {
    try PrometheusScrape((registry ?? self.registry).text())
  }

  @Test("the text of one metric of each kind")
  func text() {
    Counter(
      label: "coach.runs", dimensions: [("trigger", "on_demand"), ("outcome", "ok")], factory: registry
    )
    .increment(by: 3)
    Meter(label: "http.server.active_requests", factory: registry).set(2)
    #expect(
      registry.text() == """
        # HELP coach_runs_total coach.runs
        # TYPE coach_runs_total counter
        coach_runs_total{outcome="ok",trigger="on_demand"} 3
        # HELP http_server_active_requests http.server.active_requests
        # TYPE http_server_active_requests gauge
        http_server_active_requests 2
        # HELP prometheus_registry_dropped_total Handlers asked for past a limit, or under a name that is taken.
        # TYPE prometheus_registry_dropped_total counter
        prometheus_registry_dropped_total 0

        """)
  }

  @Test("the same label and dimensions are the same series, in whatever order they stand")
  func sameSeries() throws {
    for dimensions in [[("a", "1"), ("b", "2")], [("b", "2"), ("a", "1")]] {
      Counter(label: "c", dimensions: dimensions, factory: registry).increment()
    }
    let counter = Counter(label: "c", dimensions: [("a", "1"), ("b", "2")], factory: registry)
    counter.increment()
    counter.destroy()
    #expect(try scrape().value("c_total", ["a": "1", "b": "2"]) == 3)
    counter.reset()
    #expect(try scrape().value("c_total", ["a": "1", "b": "2"]) == 0)
  }

  @Test("counters only grow, keep fractions and stop at the largest number")
  func counters() throws {
    let counter = PrometheusCounter()
    counter.increment(by: Int64(-5))
    for value in [Double.nan, .infinity, -1, 0] { counter.increment(by: value) }
    #expect(counter.lines(name: "c", labels: "") == "c 0\n")
    for _ in 0..<10 { counter.increment(by: 0.25) }
    #expect(counter.lines(name: "c", labels: "") == "c 2.5\n")
    counter.increment(by: 1e300)
    counter.increment(by: Int64.max)
    #expect(
      try PrometheusScrape("# TYPE c counter\n" + counter.lines(name: "c", labels: "")).value("c") == 0x1p64)
    let floating = FloatingPointCounter(label: "f", factory: registry)
    floating.increment(by: 0.5)
    floating.increment(by: 0.75)
    #expect(try scrape().value("f_total") == 1.25)
  }

  @Test("timers are histograms of seconds, with bounds that hold their value")
  func timers() throws {
    let timer = Timer(label: "coach.run.duration", dimensions: [("outcome", "ok")], factory: registry)
    for nanoseconds in [-1, 0, 1_000_000, 1_000_001, 250_000_000, 300_000_000_000, Int64.max] {
      timer.recordNanoseconds(nanoseconds)
    }
    let scrape = try scrape()
    let name = "coach_run_duration_seconds"
    #expect(scrape.types[name] == "histogram")
    #expect(scrape.value("\(name)_bucket", ["outcome": "ok", "le": "0.001"]) == 3)
    #expect(scrape.value("\(name)_bucket", ["outcome": "ok", "le": "0.0025"]) == 4)
    #expect(scrape.value("\(name)_bucket", ["outcome": "ok", "le": "0.25"]) == 5)
    #expect(scrape.value("\(name)_bucket", ["outcome": "ok", "le": "300"]) == 6)
    #expect(scrape.value("\(name)_count", ["outcome": "ok"]) == 7)
  }

  @Test("recorders aggregate, or keep the last value; what is no number is left out")
  func recorders() throws {
    let recorder = Recorder(label: "tokens", factory: registry)
    for value in [1.0, 4, 5, 1e9, -3, .nan, .infinity] { recorder.record(value) }
    let gauge = Recorder(label: "depth", dimensions: [], aggregate: false, factory: registry)
    gauge.record(7)
    gauge.record(3)
    let scrape = try scrape()
    #expect(scrape.value("tokens_count") == 5)
    #expect(scrape.value("tokens_sum") == 1_000_000_007)
    #expect(scrape.value("tokens_bucket", ["le": "4"]) == 3)
    #expect(scrape.value("depth") == 3)
  }

  @Test("gauges move both ways and say what is no number")
  func gauges() throws {
    let meter = Meter(label: "m", factory: registry)
    meter.set(5)
    meter.increment(by: 2.5)
    meter.decrement()
    #expect(try scrape().value("m") == 6.5)
    meter.set(-Double.infinity)
    #expect(registry.text().contains("m -Inf\n"))
    meter.set(Double.nan)
    #expect(registry.text().contains("m NaN\n"))
  }

  @Test("names are cleaned, reserved ones moved out of the way")
  func names() throws {
    Counter(
      label: "1 är.öl-x:y", dimensions: [("a.b", "1"), ("a_b", "2"), ("le", "3"), ("__x", "4"), ("", "5")],
      factory: registry
    )
    .increment()
    Counter(label: "", factory: registry).increment()
    Counter(label: "already_total", factory: registry).increment()
    let scrape = try scrape()
    #expect(
      scrape.value("_1__r__l_x:y_total", ["a_b": "1", "label_le": "3", "label___x": "4", "_": "5"]) == 1)
    #expect(scrape.value("__total") == 1)
    #expect(scrape.value("already_total") == 1)
  }

  @Test("any text survives as a label value and as help")
  func escaping() throws {
    var random = SeededGenerator(seed: 21)
    let alphabet = Array("\\\"\n\r\t{},= aé\u{1F600}\u{301}\u{0}\u{2028}#".unicodeScalars)
    var expected: [String] = []
    for index in 0..<150 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int(random.next() % 12) {
        scalars.append(alphabet[Int(random.next() % UInt64(alphabet.count))])
      }
      expected.append(String(scalars))
      Counter(label: "e", dimensions: [("index", "\(index)"), ("text", String(scalars))], factory: registry)
        .increment()
    }
    Counter(label: "line\nfeed \\ \"q\"", factory: registry).increment()
    let scrape = try scrape()
    for (index, text) in expected.enumerated() {
      let found = scrape.samples.first { $0.labels["index"] == "\(index)" }?.labels["text"]
      #expect(found.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    }
    #expect(scrape.help["line_feed____q__total"] == "line\nfeed \\ \"q\"")
    let long = String(repeating: "x", count: 10_000)
    Counter(label: "long", dimensions: [("text", long)], factory: registry).increment()
    #expect(registry.text().utf8.count < 20_000)
  }

  @Test("past the limit all further label sets are one series, and nothing is lost of the sum")
  func cardinality() throws {
    let registry = PrometheusRegistry(seriesLimit: 10, familyLimit: 3)
    for index in 0..<1_000 {
      Counter(label: "c", dimensions: [("id", "\(index)")], factory: registry).increment()
    }
    Counter(label: "c", dimensions: [("id", "3")], factory: registry).increment()
    let scrape = try scrape(registry)
    let samples = scrape.samples.filter { $0.name == "c_total" }
    #expect(samples.count == 11)
    #expect(samples.map(\.value).reduce(0, +) == 1_001)
    #expect(scrape.value("c_total", ["id": "other"]) == 990)
    #expect(scrape.value("c_total", ["id": "3"]) == 2)
    #expect(scrape.value("prometheus_registry_dropped_total") == 990)
    for index in 0..<1_000 { Counter(label: "family\(index)", factory: registry).increment() }
    #expect(try self.scrape(registry).types.count == 4)
  }

  @Test("a name that another metric's samples have is not shown twice")
  func conflicts() throws {
    Recorder(label: "x", factory: registry).record(1)
    Meter(label: "x", factory: registry).set(5)
    Meter(label: "x.count", factory: registry).set(5)
    Meter(label: "x_bucket", factory: registry).set(5)
    Meter(label: "y_sum", factory: registry).set(5)
    Recorder(label: "y", factory: registry).record(1)
    Counter(label: "prometheus.registry.dropped", factory: registry).increment()
    let scrape = try scrape()
    #expect(scrape.types["x"] == "histogram")
    #expect(scrape.value("y_sum") == 5)
    #expect(scrape.types["y"] == nil)
    #expect(scrape.value("prometheus_registry_dropped_total") == 5)
  }

  @Test("two scrapes of the same state are the same text, and counting at once loses nothing")
  func concurrent() async throws {
    let registry = registry
    await withTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask {
          for step in 0..<500 {
            Counter(label: "n", dimensions: [("w", "\(worker % 4)")], factory: registry).increment()
            Timer(label: "t", dimensions: [("s", "\(step % 3)")], factory: registry).recordNanoseconds(1_000)
            if step % 100 == 0 { _ = registry.text() }
          }
        }
      }
    }
    let scrape = try scrape()
    #expect(scrape.samples.filter { $0.name == "n_total" }.map(\.value) == [1_000, 1_000, 1_000, 1_000])
    #expect(scrape.samples.filter { $0.name == "t_seconds_count" }.map(\.value).reduce(0, +) == 4_000)
    #expect(registry.text() == registry.text())
  }
}
