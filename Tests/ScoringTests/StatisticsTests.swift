import JSONKit
import Scoring
import Testing

@Suite("statistics")
struct StatisticsTests {
  // Published values: Newcombe 1998 (81/263, 15/148, 0/20, 1/29), and 8/10 as commonly tabulated.
  @Test(arguments: [
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
    (8, 10, 0.4902, 0.9433), (20, 20, 0.8389, 1.0),
  ])
  func wilson(_ successes: Int, _ trials: Int, _ low: Double, _ high: Double) throws {
    let interval = try #require(WilsonInterval(successes: successes, trials: trials))
    #expect(abs(interval.low - low) < 5e-5)
    #expect(abs(interval.high - high) < 5e-5)
  }

  @Test func wilsonStaysInBoundsAndIsMirrored() throws {
    for trials in 1...60 {
      for successes in 0...trials {
        let interval = try #require(WilsonInterval(successes: successes, trials: trials))
        let mirrored = try #require(WilsonInterval(successes: trials - successes, trials: trials))
        let rate = Double(successes) / Double(trials)
        #expect(0 <= interval.low && interval.low <= rate && rate <= interval.high && interval.high <= 1)
        #expect(abs(interval.low - (1 - mirrored.high)) < 1e-12)
      }
    }
    #expect(WilsonInterval(successes: 0, trials: 0) == nil)
    #expect(WilsonInterval(successes: 2, trials: 1) == nil)
    #expect(WilsonInterval(successes: -1, trials: 1) == nil)
  }

  @Test func nearestRank() throws {
    let summary = try #require(SampleSummary([15, 20, 35, 40, 50]))
    #expect([5, 30, 40, 50, 100].map(summary.percentile) == [15, 20, 20, 35, 50])
    #expect([-1, 0, .nan, 101, .infinity].map(summary.percentile) == [15, 15, 15, 50, 50])
    #expect(summary.mean == 32)
    let twenty = try #require(SampleSummary((1...20).map(Double.init)))
    #expect(twenty.percentile(95) == 19)
    #expect(SampleSummary([]) == nil)
    #expect(SampleSummary([1, .nan]) == nil)
  }

  private func histogram(_ random: inout SplitMix64) -> LatencyHistogram {
    var histogram = LatencyHistogram()
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let magnitude = Int.random(in: 1...36, using: &random)
      histogram.record(microseconds: UInt64.random(in: 0...(1 << UInt64(magnitude)), using: &random))
    }
    return histogram
  }

  private func merged(_ left: LatencyHistogram, _ right: LatencyHistogram) -> LatencyHistogram {
    var merged = left
    merged.merge(right)
    return merged
  }

  @Test func mergingIsAssociativeAndCommutative() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<50 {
      let (a, b, c) = (histogram(&random), histogram(&random), histogram(&random))
      #expect(merged(merged(a, b), c) == merged(a, merged(b, c)))
      #expect(merged(a, b) == merged(b, a))
      #expect(merged(a, LatencyHistogram()) == a)
    }
  }

  @Test func aFileKeepsEverythingThatWasRecorded() throws {
    var random = SplitMix64(seed: 2)
    for _ in 0..<50 {
      let original = histogram(&random)
      let json = try JSONValueEncoder().encode(original)
      let read = try JSONValueDecoder().decode(LatencyHistogram.self, from: json)
      #expect(read == original)
      for percent in [0, 50, 95, 99, 99.9, 100] {
        #expect(read.percentile(percent) == original.percentile(percent))
      }
    }
  }

  @Test func percentilesAreWithinAThousandth() throws {
    var random = SplitMix64(seed: 9)
    let samples = (0..<1_000).map { _ in UInt64.random(in: 1...5_000_000, using: &random) }
    var histogram = LatencyHistogram()
    for sample in samples { histogram.record(microseconds: sample) }
    let exact = try #require(SampleSummary(samples.map { Double($0) }))
    for percent in [1, 50, 90, 99, 100.0] {
      let found = Double(try #require(histogram.percentile(percent)))
      #expect(abs(found - exact.percentile(percent)) <= exact.percentile(percent) / 1_000 + 1)
    }
    #expect(histogram.maximum == samples.max())
    #expect(histogram.minimum == samples.min())
  }

  @Test func whatCannotBeRecordedIsRefused() {
    var histogram = LatencyHistogram()
    #expect(histogram.percentile(50) == nil)
    for milliseconds in [-1, .nan, .infinity, 1e12] {
      let isRecorded = histogram.record(milliseconds: milliseconds)
      #expect(!isRecorded)
    }
    histogram.record(microseconds: .max)
    #expect(histogram.count == 0)
    histogram.record(milliseconds: 1.5)
    #expect(histogram.maximum == 1_500)
  }

  @Test(arguments: [
    #"{"unit":"ms","digits":3,"count":0,"min":null,"max":null,"buckets":[]}"#,
    #"{"unit":"us","digits":2,"count":0,"min":null,"max":null,"buckets":[]}"#,
    #"{"unit":"us","digits":3,"count":2,"min":5,"max":5,"buckets":[[5,1]]}"#,
    #"{"unit":"us","digits":3,"count":1,"min":5,"max":9,"buckets":[[5,1]]}"#,
    #"{"unit":"us","digits":3,"count":1,"min":5,"max":5,"buckets":[[5]]}"#,
    #"{"unit":"us","digits":3,"count":1,"min":5,"max":5,"buckets":[[5,0]]}"#,
    #"{"unit":"us","digits":3,"count":1,"min":null,"max":null,"buckets":[[5,1]]}"#,
    #"{"unit":"us","digits":3,"count":1,"min":5,"max":5,"buckets":[[18446744073709551615,1]]}"#,
    #"{"unit":"us","digits":3,"count":1,"min":5,"max":5,"buckets":[[5,18446744073709551615],[6,1]]}"#,
  ])
  func aBrokenFileIsRefused(_ text: String) throws {
    let value = try JSONValue(parsing: text)
    #expect(throws: (any Error).self) { try JSONValueDecoder().decode(LatencyHistogram.self, from: value) }
  }
}
