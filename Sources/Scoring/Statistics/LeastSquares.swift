/// The straight line that lies closest to some points, by the squares of the heights between.
public struct LeastSquares: Hashable, Sendable {
  /// How much higher the line is one step to the right.
  public let slope: Double
  /// Where the line meets the height at 0.
  public let intercept: Double
  /// The standard error of the slope: how much another draw of points about the same line would move it.
  public let standardError: Double
  /// How many points it lies among.
  public let count: Int

  /// Lays a line; nil for fewer than three points, for points above one another, and for what is no number.
  public init?(_ points: [(x: Double, y: Double)]) {
    let count = Double(points.count)
    guard points.count >= 3, points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return nil }
    let (x, y) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
    let spread = points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
    let slope = points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / spread
    guard spread > 0, slope.isFinite else { return nil }
    let left = points.reduce(0) { sum, point in
      let rest = point.y - y - slope * (point.x - x)
      return sum + rest * rest
    }
    self.slope = slope
    intercept = y - slope * x
    standardError = (left / (count - 2) / spread).squareRoot()
    self.count = points.count
  }
}
