/// A yearly rise of an instalment.
public struct StepUp: Hashable, Sendable {
  /// What the rise is measured in.
  public enum Rise: Hashable, Sendable {
    /// A ratio of the instalment before, such as 0.10.
    case percent(Double)
    /// A fixed number of rupees.
    case amount(Double)
  }

  /// How much the instalment rises each time.
  public let rise: Rise
  /// The calendar month (1–12) whose instalment is the first of the higher ones; nil for every twelfth.
  public let month: Int?

  /// A rise by `rise` in the calendar `month`, or at every twelfth instalment.
  public init(_ rise: Rise, month: Int? = nil) {
    self.rise = rise
    self.month = month
  }

  /// The instalment of `base` rupees after `count` rises, never above `cap`.
  func instalment(base: Double, rises count: Int, cap: Double? = nil) -> Double {
    let raised =
      switch rise {
      case .percent(let ratio): base * integerPower(1 + ratio, count)
      case .amount(let rupees): base + rupees * Double(count)
      }
    return cap.map { min(raised, $0) } ?? raised
  }

  private func integerPower(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { power, _ in power * base }
  }
}
