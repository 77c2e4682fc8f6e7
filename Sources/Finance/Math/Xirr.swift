import Foundation

/// The internal rate of return of dated cash flows: the r above −1 with Σ aᵢ(1+r)^(−dᵢ/365) = 0.
///
/// Days count ACT/365 Fixed from the earliest flow. Flows are netted by day first; with one change of sign
/// there is exactly one rate (Descartes' rule of signs holds for real exponents), with more the whole range
/// is scanned, so that a second rate is reported rather than overlooked. Nothing depends on a guess, on the
/// order of the flows or on their scale.
///
/// ```swift
/// let flows = [
///   CashFlow(date: CivilDate(iso: "2023-01-01")!, amount: -1000),
///   CashFlow(date: CivilDate(iso: "2024-01-01")!, amount: 1120),
/// ]
/// Xirr.solve(flows)   // .ok(rate: 0.12, signChanges: 1), but for the last digits
/// ```
public enum Xirr {
  /// The rate that balances `flows`, or why there is none; time counts by `dayCount`.
  public static func solve(_ flows: [CashFlow], dayCount: DayCount = .actual365Fixed) -> XirrResult {
    solve(NettedFlows(flows, dayCount: dayCount))
  }

  /// The rate a period that balances `amounts`, each one period after the one before it (IRR).
  public static func solve(periodic amounts: [Double]) -> XirrResult {
    solve(NettedFlows(periodic: amounts))
  }

  private static func solve(_ flows: NettedFlows?) -> XirrResult {
    guard let netted = flows else { return .outOfRange }
    guard !netted.amounts.isEmpty else { return .noFlows }
    switch netted.signChanges {
    case 0: return .noSignChange
    case 1: return ConventionalFlows(netted).solve()
    default: return ScannedFlows(netted).solve()
    }
  }

  /// How often the sign of `flows`, netted by day, changes; the most rates there can be.
  public static func signChanges(in flows: [CashFlow]) -> Int {
    NettedFlows(flows)?.signChanges ?? 0
  }

  /// The rate of the logarithmic rate `u` = ln(1+r), or nil when it is not a finite number above −1.
  static func rate(logarithmic u: Double) -> Double? {
    let rate = expm1(u)
    return rate > -1 && rate.isFinite ? rate : nil
  }
}
