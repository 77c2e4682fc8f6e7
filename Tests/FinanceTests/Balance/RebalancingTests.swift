import Finance
import Testing

@Suite struct RebalancingTests {
  @Test("trades sum to nothing, new cash is spent to the paisa, never by selling", arguments: 0..<50)
  func moneyIsConserved(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let weights = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      Double.random(in: 0.01...1, using: &generator)
    }
    let total = weights.reduce(0, +)
    let positions = weights.enumerated().map { index, weight in
      TargetPosition(
        name: "c\(index)", value: Double.random(in: 0...1e7, using: &generator), target: weight / total)
    }
    let trades = try Rebalancing.full(positions)
    #expect(trades.reduce(0, +).magnitude < 1e-6)
    let cash = Money(paise: Int64.random(in: 0...1_000_000_000, using: &generator))
    let parts = try Rebalancing.cashFlow(positions, cash: cash)
    #expect(try Money.sum(parts) == cash)
    #expect(parts.allSatisfy { $0 >= .zero })
  }

  @Test(arguments: [
    ([(-1.0, 1.0)], "out_of_range"), ([(.nan, 1)], "out_of_range"), ([(1, 0.5)], "inconsistent"),
    ([(.infinity, 1)], "out_of_range"), ([], "inconsistent"),
  ])
  func badPositionsAreRefused(positions: [(Double, Double)], code: String) {
    let error = #expect(throws: FinanceError.self) {
      try Rebalancing.full(positions.map { TargetPosition(name: "a", value: $0.0, target: $0.1) })
    }
    #expect(error?.code.description == code)
  }
}
