import Finance

/// Halts all model calls when the coach spends too fast, as a pure state machine (domain rules §7).
///
/// It opens once a window has taken more than its limit, and closes only when the window rolls or an operator says so:
/// time without calls does not make money come back. It is a fuse, not a cap: calls under way when it opens still come
/// in above the limit. A clock that jumps back does not roll a window.
struct SpendBreaker: Codable, Hashable, Sendable {
  /// What was spent in a window.
  struct Window: Codable, Hashable, Sendable {
    /// The minute since 1970, or the day.
    var number = Int.min
    var spent = BudgetAmount.zero

    mutating func roll(to next: Int) {
      if next > number { self = Window(number: next) }
    }
  }

  private(set) var minute = Window()
  private(set) var day = Window()
  private(set) var mode = CircuitBreakers.Mode.automatic

  /// Whether a call may be made.
  mutating func admits(under limits: SpendLimits, minute: Int, day: CivilDate) -> Bool {
    switch mode {
    case .forcedOpen: return false
    case .disabled: return true
    case .automatic: break
    }
    roll(minute, day)
    return Self.isWithin(limits.perMinute, self.minute.spent) && Self.isWithin(limits.perDay, self.day.spent)
  }

  /// Adds what a call cost.
  mutating func add(_ cost: BudgetAmount, minute: Int, day: CivilDate) {
    roll(minute, day)
    self.minute.spent = (self.minute.spent + cost.bounded).bounded
    self.day.spent = (self.day.spent + cost.bounded).bounded
  }

  /// Puts it into a mode; back in `automatic` both windows start empty.
  mutating func set(_ mode: CircuitBreakers.Mode) {
    self.mode = mode
    minute.spent = .zero
    day.spent = .zero
  }

  private mutating func roll(_ minute: Int, _ day: CivilDate) {
    self.minute.roll(to: minute)
    self.day.roll(to: CivilDate.minimum.days(until: day))
  }

  private static func isWithin(_ limit: BudgetCap?, _ spent: BudgetAmount) -> Bool {
    limit.map { spent.fits(in: $0) } ?? true
  }
}
