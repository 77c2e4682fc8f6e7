/// The lowest funded ratio of each band, half open: a ratio belongs to the first band whose bound it reaches.
public struct GoalBands: Hashable, Sendable {
  /// A band and the lowest ratio in it.
  public struct Bound: Hashable, Sendable {
    /// The band.
    public let band: GoalBand
    /// The lowest funded ratio in the band.
    public let atLeast: Double
  }

  /// The bounds from the highest down; the last is 0.
  public let bounds: [Bound]

  /// The band of a plan that funds `ratio` of its target.
  public func band(fundedRatio ratio: Double) -> GoalBand {
    bounds.first { ratio >= $0.atLeast }?.band ?? .atRisk
  }
}
