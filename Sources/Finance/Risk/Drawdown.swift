/// The deepest fall of a series of levels from an earlier peak.
public struct Drawdown: Hashable, Sendable {
  /// The fall as a ratio of the peak, 0 or negative.
  public let depth: Double
  /// Where it began, bottomed out and was made good; nil when the levels never fell.
  public let span: Span?

  /// The indices of a fall.
  public struct Span: Hashable, Sendable {
    /// The first day at the level it fell from.
    public let peak: Int
    /// The first day of the deepest level.
    public let trough: Int
    /// The first day back at the peak's level; nil when it has not come back.
    public let recovery: Int?
  }

  /// The deepest fall of `levels`, the first of several equally deep.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` for a level that is not positive and finite, by its index.
  public init(of levels: [Double]) throws(FinanceError) {
    try checkLevels(levels, "levels")
    var deepest = 0.0
    var found: (peak: Int, trough: Int)?
    var peak = 0
    for (index, level) in levels.enumerated() {
      if level > levels[peak] { peak = index }
      let depth = level / levels[peak] - 1
      if depth < deepest { (deepest, found) = (depth, (peak, index)) }
    }
    depth = deepest
    span = found.map { found in
      Span(
        peak: found.peak, trough: found.trough,
        recovery: levels[found.trough...].firstIndex { $0 >= levels[found.peak] })
    }
  }
}
