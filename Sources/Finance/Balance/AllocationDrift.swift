/// How far what is held has moved from what is meant to be held.
public struct AllocationDrift: Hashable, Sendable {
  /// One class of a portfolio.
  public struct Line: Hashable, Sendable {
    /// The class or scheme.
    public let name: String
    /// What is held, over the total.
    public let weight: Double
    /// Weight less target.
    public let drift: Double
    /// Whether the drift leaves a band.
    public let isBreached: Bool
  }

  /// How far a weight may move before it is said so.
  public struct Bands: Hashable, Sendable {
    /// The largest drift, a ratio of the portfolio.
    public let absolute: Double
    /// The largest drift, a ratio of the target.
    public let relative: Double

    /// Bands of 5 percentage points and a quarter of the target, a convention of this project.
    public init(absolute: Double = 0.05, relative: Double = 0.25) {
      self.absolute = absolute
      self.relative = relative
    }
  }

  /// The sum of what is held, in rupees.
  public let total: Double
  /// The classes in the order given.
  public let lines: [Line]

  /// Compares `positions` with their targets.
  ///
  /// A class breaches when |drift| exceeds the absolute band, or the relative band times its target; without
  /// a target only the absolute band counts.
  ///
  /// - Throws: ``FinanceError`` for values or targets out of range; see ``TargetPosition/check(_:)``.
  public init(_ positions: [TargetPosition], bands: Bands = Bands()) throws(FinanceError) {
    let total = try TargetPosition.check(positions)
    guard total > 0 else { throw FinanceError(.outOfRange, "nothing is held, so nothing has drifted") }
    self.total = total
    lines = positions.map { position in
      let weight = position.value / total
      let drift = weight - position.target
      let relative = position.target > 0 ? drift.magnitude / position.target : 0
      return Line(
        name: position.name, weight: weight, drift: drift,
        isBreached: drift.magnitude > bands.absolute || relative > bands.relative)
    }
  }

  /// The names of the classes that breach a band, ascending.
  public var breached: [String] { lines.filter(\.isBreached).map(\.name).sorted() }

  /// The largest drift by magnitude.
  public var largest: Double { lines.map(\.drift.magnitude).max() ?? 0 }
}
