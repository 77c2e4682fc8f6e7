import Glibc
import Scoring
import Testing

@testable import Workbench

@Suite("The interval of a percentile")
struct PercentileIntervalTests {
  // The first two as tables of the sign test have them; 368 is the least count that bounds p99 above.
  @Test(
    arguments: [
      (50.0, 100, 40, 61), (50, 10, 2, 9), (50, 5, nil, nil), (99, 100, 97, nil), (99, 367, 359, nil),
      (99, 368, 360, 368), (0, 10, nil, nil), (100, 10, nil, nil), (50, 0, nil, nil),
    ] as [(Double, UInt64, UInt64?, UInt64?)])
  func known(percent: Double, count: UInt64, low: UInt64?, high: UInt64?) {
    let ranks = BinomialRanks(percent: percent, count: count)
    #expect(ranks.low == low && ranks.high == high, "\(ranks)")
  }

  @Test("by the definition: at most 2.5% lie on either side, and one rank further in would leave more")
  func definition() {
    for count in 1...60 {
      for percent in [1.0, 25, 50, 90, 95, 99] {
        let cumulative = Self.cumulative(count, percent / 100)
        let ranks = BinomialRanks(percent: percent, count: UInt64(count))
        // P(B < rank) for ranks from 1.
        func below(_ rank: Int) -> Double { cumulative[rank - 1] }
        let low = (1...count).last { below($0) <= 0.025 }
        let high = (1...count).first { below($0) >= 0.975 }
        #expect(
          ranks.low == low.map(UInt64.init) && ranks.high == high.map(UInt64.init), "\(percent) of \(count)")
      }
    }
  }

  private static func cumulative(_ count: Int, _ share: Double) -> [Double] {
    var (sum, choose, result) = (0.0, 1.0, [Double]())
    for number in 0...count {
      sum += choose * pow(share, Double(number)) * pow(1 - share, Double(count - number))
      choose *= Double(count - number) / Double(number + 1)
      result.append(sum)
    }
    return result
  }

  @Test("counts of any size have an interval, and the approximation of large ones meets the exact")
  func large() throws {
    for percent in [50.0, 95, 99] {
      let exact = BinomialRanks(percent: percent, count: 5_000_000)
      let near = BinomialRanks(percent: percent, count: 5_000_001)
      #expect(abs(Int(try #require(exact.low)) - Int(try #require(near.low))) <= 3)
      #expect(abs(Int(try #require(exact.high)) - Int(try #require(near.high))) <= 3)
      let most = BinomialRanks(percent: percent, count: .max)
      #expect(try #require(most.low) < #require(most.high))
    }
  }

  @Test("it covers the true percentile 95 times in 100, whatever is measured")
  func coverage() {
    var random = SeededGenerator(seed: 7)
    for percent in [50.0, 90, 95] {
      let truth = -log(1 - percent / 100) * 100
      var covered = 0
      for _ in 0..<150 {
        var histogram = LatencyHistogram()
        for _ in 0..<100 {
          histogram.record(milliseconds: -log(1 - Double.random(in: 0..<1, using: &random)) * 100)
        }
        let interval = PercentileInterval(of: percent, in: histogram)
        if interval.low ?? 0 <= truth * 1.001, (interval.high ?? .infinity) >= truth * 0.999 { covered += 1 }
      }
      #expect(covered >= 138, "\(covered) of 150 at \(percent)")
    }
  }

  @Test("only intervals with ends are above one another")
  func above() {
    let (low, high) = (PercentileInterval(low: 1, high: 2), PercentileInterval(low: 3, high: nil))
    #expect(high.isAbove(low) && !low.isAbove(high))
    #expect(!PercentileInterval(low: nil, high: 9).isAbove(low) && !high.isAbove(high))
    #expect(!PercentileInterval(low: 2, high: 3).isAbove(low))
  }
}
