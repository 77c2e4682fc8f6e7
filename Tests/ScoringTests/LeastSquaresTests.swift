import Testing

@testable import Scoring

@Suite("least squares")
struct LeastSquaresTests {
  /// Anscombe's first set (1973), whose line is published as 3.00 + 0.500 x with a standard error of 0.1179.
  @Test func published() throws {
    let x: [Double] = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    let y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    let line = try #require(LeastSquares(zip(x, y).map { (x: $0, y: $1) }))
    #expect(abs(line.slope - 0.5001) < 5e-5 && abs(line.intercept - 3.0001) < 5e-5)
    #expect(abs(line.standardError - 0.1179) < 5e-5 && line.count == 11)
  }

  @Test("a line through its own points is found without error, wherever it lies")
  func exact() throws {
    var random = SplitMix64(seed: 9)
    for _ in 0..<100 {
      let slope = Double.random(in: -1e4...1e4, using: &random)
      let height = Double.random(in: -1e8...1e8, using: &random)
      let line = try #require(
        LeastSquares((0..<11).map { (x: Double($0) * 500, y: height + slope * Double($0) * 500) }))
      #expect(abs(line.slope - slope) < 1e-4 && line.standardError < 1e-3)
    }
  }

  @Test("two points, points above one another and what is no number have no line")
  func none() {
    #expect(LeastSquares([(x: 0, y: 1), (x: 1, y: 2)]) == nil)
    #expect(LeastSquares([(x: 1, y: 1), (x: 1, y: 2), (x: 1, y: 3)]) == nil)
    #expect(LeastSquares([(x: 0, y: 1), (x: 1, y: .nan), (x: 2, y: 3)]) == nil)
    #expect(LeastSquares([(x: 0, y: 1), (x: 1, y: 1e308), (x: 2, y: -1e308)])?.slope.isFinite != false)
  }
}
