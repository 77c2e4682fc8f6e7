/// The levels of one index, ascending by day.
public struct IndexSeries: Hashable, Sendable {
  /// One level.
  public struct Level: Hashable, Sendable {
    /// The day.
    public let date: CivilDate
    /// The index level, above 0.
    public let value: Double

    /// States a level.
    public init(date: CivilDate, value: Double) {
      self.date = date
      self.value = value
    }
  }

  /// The index, for example `nifty50_tri`.
  public let id: String
  /// The levels, ascending by day, no day twice.
  public let levels: [Level]

  /// Collects levels.
  ///
  /// - Throws: `FinanceError` when the days do not ascend or a level is not positive and finite.
  public init(id: String, levels: [Level]) throws(FinanceError) {
    for (earlier, later) in zip(levels, levels.dropFirst()) where earlier.date >= later.date {
      throw FinanceError(
        earlier.date == later.date ? .duplicate : .inconsistent,
        "the levels of \(id) must ascend by day; \(later.date) does not follow \(earlier.date)")
    }
    if let bad = levels.first(where: { !($0.value > 0 && $0.value.isFinite) }) {
      throw FinanceError(.outOfRange, "the level of \(id) on \(bad.date) is not a positive number")
    }
    self.id = id
    self.levels = levels
  }

  /// The last level on or before `day`.
  public func latest(onOrBefore day: CivilDate) -> Level? {
    let next = levels.partitioningIndex { $0.date > day }
    return next == 0 ? nil : levels[next - 1]
  }
}
