/// How fast all sessions together may spend before the spend breaker opens; a part left out is not limited.
public struct SpendLimits: Codable, Hashable, Sendable {
  /// In one minute of the clock.
  public var perMinute: BudgetCap?
  /// In one IST day.
  public var perDay: BudgetCap?

  /// States limits.
  public init(perMinute: BudgetCap? = nil, perDay: BudgetCap? = nil) {
    self.perMinute = perMinute
    self.perDay = perDay
  }

  /// Whether either limits money.
  var capsMoney: Bool { perMinute?.micros != nil || perDay?.micros != nil }
}
