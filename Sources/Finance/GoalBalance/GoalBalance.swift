/// How the money of a goal is spread over the classes, beside how it is meant to be (domain rules §2.6).
public struct GoalBalance: Hashable, Sendable {
  /// Whether the spread is the one that is meant.
  public enum State: String, Sendable, CaseIterable {
    /// Every class is within its band.
    case inBand = "in_band"
    /// A class has left its band.
    case drifted
    /// Nothing is held for the goal.
    case unallocated
  }

  /// One class.
  public struct Line: Hashable, Sendable {
    /// The class.
    public let assetClass: AssetClass
    /// What is held of it.
    public let value: Money
    /// What is held of it, over the total; 0 when nothing is held.
    public let weight: Double
    /// The part it is meant to have.
    public let target: Double

    /// Weight less target.
    public var drift: Double { weight - target }
  }

  /// The sum of what is held.
  public let total: Money
  /// The classes in the order of ``AssetClass``.
  public let lines: [Line]
  /// Whether the spread is the one that is meant.
  public let state: State
  /// How far a class may drift.
  public let bands: AllocationDrift.Bands

  /// Compares what is held of each class with `target`.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` when a value is negative or their sum beyond its range.
  public init(_ values: [PortfolioSnapshot.ClassValue], target: Allocation, bands: AllocationDrift.Bands)
    throws(FinanceError)
  {
    let total = try Money.sum(values.map(\.value))
    lines = values.map { held in
      Line(
        assetClass: held.assetClass, value: held.value,
        weight: total > .zero ? held.value.rupees / total.rupees : 0, target: target[held.assetClass])
    }
    self.total = total
    self.bands = bands
    guard total > .zero else {
      state = .unallocated
      return
    }
    let drift = try AllocationDrift(Self.positions(lines), bands: bands)
    state = drift.breached.isEmpty ? .inBand : .drifted
  }

  /// Balances `goal` on the day of `snapshot`.
  ///
  /// - Throws: ``FinanceError`` `missingPolicy` when a table has no row for the day, or `outOfRange`.
  public init(
    _ goal: Goal, in snapshot: PortfolioSnapshot, policy: PolicyTables, rules: RegulatoryTables
  ) throws(FinanceError) {
    try self.init(
      try snapshot.classValues(of: goal, rules: rules),
      target: try snapshot.targetAllocation(of: goal, policy: policy),
      bands: try rules.balanceLimits(on: snapshot.asOf).bands)
  }

  /// The class that has drifted furthest; of two that are equally far, the one that is over its target.
  public var furthest: Line? {
    let largest = lines.map(\.drift.magnitude).max() ?? 0
    let candidates = lines.filter { $0.drift.magnitude > largest - Self.tie }
    return candidates.first { $0.drift > 0 } ?? candidates.first
  }

  /// The class that is most above its target, nil when none is.
  public var mostOver: Line? {
    lines.filter { $0.drift > 0 }.max { $0.drift < $1.drift - Self.tie }
  }

  /// The class that is most below its target, nil when none is.
  public var mostUnder: Line? {
    lines.filter { $0.drift < 0 }.max { $0.drift - Self.tie > $1.drift }
  }

  /// The line of a class.
  public subscript(assetClass: AssetClass) -> Line? { lines.first { $0.assetClass == assetClass } }

  /// Two drifts closer than this are the same but for rounding.
  private static let tie = 1e-9

  var positions: [TargetPosition] { Self.positions(lines) }

  private static func positions(_ lines: [Line]) -> [TargetPosition] {
    lines.map { TargetPosition(name: $0.assetClass.rawValue, value: $0.value.rupees, target: $0.target) }
  }
}
