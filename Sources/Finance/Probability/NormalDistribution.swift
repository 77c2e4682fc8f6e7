import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
  /// Φ(x), the probability of a value up to `x`.
  public static func cdf(_ x: Double) -> Double {
    0.5 * erfc(-x * 0.5.squareRoot())
  }

  /// Φ⁻¹(p), the value that is not exceeded with probability `p`; −∞ at 0, +∞ at 1, nil outside.
  ///
  /// By Wichura's algorithm AS241 (PPND16), good to about 16 digits.
  public static func quantile(_ p: Double) -> Double? {
    guard (0...1).contains(p) else { return nil }
    if p == 0 { return -.infinity }
    if p == 1 { return .infinity }
    let q = p - 0.5
    return q.magnitude <= AS241.split ? AS241.central(q) : AS241.tail(q: q, p: p)
  }
}
