/// The 95 % score interval of a proportion, after Wilson (1927), without continuity correction.
///
/// Unlike the normal approximation it stays within 0…1 and is of use with few trials and at 0 % and 100 %.
///
///     WilsonInterval(successes: 8, trials: 10)   // 0.4902 … 0.9433
public struct WilsonInterval: Hashable, Sendable {
  /// The lower bound, 0…1.
  public let low: Double
  /// The upper bound, 0…1.
  public let high: Double

  /// The two-sided 95 % point of the standard normal distribution.
  static let z95 = 1.959963984540054

  /// Computes the interval; nil without trials, or when there are not 0…trials successes.
  public init?(successes: Int, trials: Int) {
    guard trials > 0, (0...trials).contains(successes) else { return nil }
    let n = Double(trials)
    let p = Double(successes) / n
    let z2 = Self.z95 * Self.z95
    let centre = p + z2 / (2 * n)
    let margin = Self.z95 * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot()
    let scale = 1 + z2 / n
    // At the ends the bound is exactly the end; rounding must not push it past.
    low = successes == 0 ? 0 : (centre - margin) / scale
    high = successes == trials ? 1 : (centre + margin) / scale
  }
}
