import Testing

@testable import Workbench

@Suite("Charts") struct ChartTests {
  @Test("every sample falls into a bin whose edges enclose it", arguments: 0..<50)
  func bins(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let top = Double.random(in: 1...9, using: &generator)
    let values = (0..<30).map { _ in Double.random(in: 0.001...top, using: &generator) * top * top }
    let axis = try #require(LogarithmicAxis(values))
    #expect((6...40).contains(axis.bins))
    for value in values {
      let bin = axis.bin(value)
      #expect(axis.edge(bin) <= value * (1 + 1e-6) && value <= axis.edge(bin + 1) * (1 + 1e-6))
      #expect((0...1).contains(axis.position(value)))
    }
    #expect(axis.ticks == axis.ticks.sorted())
    #expect((2...12).contains(axis.ticks.count))
  }

  @Test("one value, extremes and nothing at all are no trap")
  func edges() {
    #expect(LogarithmicAxis([]) == nil)
    #expect(LogarithmicAxis([.nan, .infinity, -1, 0]) == nil)
    #expect(LogarithmicAxis([5]).map { $0.bins >= 6 } == true)
    #expect(LogarithmicAxis([1e-300, 1e300]).map { $0.bins > 0 } == true)
    #expect(LatencyChart(id: "x", samples: [], marks: []) == nil)
    #expect(LatencyChart(id: "x", samples: [(.nan, 3), (1, 0)], marks: []) == nil)
    #expect(LatencyChart(id: "x", samples: [(0, 3)], marks: [("p50", .nan)])?.bars.count == 1)
  }

  @Test("columns hold all samples and the percentiles are told in words")
  func columns() throws {
    let samples: [LatencyChart.Sample] = [(1, 5), (20, 3), (400, 1)]
    let chart = try #require(LatencyChart(id: "x", samples: samples, marks: [("p50", 1), ("p99", 400)]))
    #expect(chart.tallest == "5")
    #expect(chart.bars.count == 3)
    #expect(chart.summary == "9 measurements; p50 1.00 ms, p99 400 ms.")
  }

  @Test("a node without a recorded start begins when those it waits for have ended")
  func timeline() throws {
    let nodes = [
      TimelineChart.Node(id: "a", after: [], start: nil, milliseconds: 3),
      TimelineChart.Node(id: "b", after: [], start: nil, milliseconds: 1),
      TimelineChart.Node(id: "c", after: ["a", "b", "zzz"], start: nil, milliseconds: 2),
      TimelineChart.Node(id: "d", after: ["c"], start: 0.5, milliseconds: .nan),
    ]
    let chart = try #require(TimelineChart(id: "x", nodes: nodes))
    #expect(chart.bars.map(\.node) == ["a", "b", "c"])
    #expect(chart.bars.map(\.x) == ["150", "150", "420"])
    #expect(chart.summary.hasSuffix("all done after 5.00 ms."))
    #expect(TimelineChart(id: "x", nodes: []) == nil)
  }

  @Test(
    "timestamps are read to the millisecond",
    arguments: [
      ("1970-01-01T00:00:00Z", 0.0), ("1970-01-01T05:30:00.250+05:30", 250),
      ("2026-11-22T09:15:00.250Z", 1_795_338_900_250),
      ("2024-02-29T00:00:00Z", 1_709_164_800_000),
    ])
  func timestamp(text: String, milliseconds: Double) throws {
    #expect(abs(try #require(Timestamp.milliseconds(text)) - milliseconds) < 1e-3)
  }

  @Test(
    "what is no timestamp is none",
    arguments: ["", "now", "2026-13-01T00:00:00Z", "2026-01-01", "2026-01-01T25:00:00Z"])
  func noTimestamp(text: String) {
    #expect(Timestamp.milliseconds(text) == nil)
  }
}
