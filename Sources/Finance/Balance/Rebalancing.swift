/// How to bring a portfolio back to its targets.
public enum Rebalancing {
  /// The trades that reach every target at once: target × total − value, negative where to sell.
  ///
  /// They sum to nothing. Selling may cost tax and exit load, which are not looked at here.
  ///
  /// - Throws: ``FinanceError`` for values or targets out of range; see ``AllocationDrift``.
  public static func full(_ positions: [TargetPosition]) throws(FinanceError) -> [Double] {
    let total = try TargetPosition.check(positions)
    return positions.map { $0.target * total - $0.value }
  }

  /// The part of a portfolio of `total` rupees that `trades` turn over, ½Σ|trade|/total.
  ///
  /// - Throws: ``FinanceError`` `outOfRange` unless the total is positive.
  public static func turnover(_ trades: [Double], of total: Double) throws(FinanceError) -> Double {
    guard total > 0, total.isFinite else {
      throw FinanceError(.outOfRange, "the turnover of nothing is undefined")
    }
    return trades.reduce(0) { $0 + $1.magnitude } / 2 / total
  }

  /// Where to put `cash` so as to come closest to the targets without selling, in the order of `positions`.
  ///
  /// Each class needs max(0, target × (total + cash) − value); the cash goes by need, which it never exceeds.
  ///
  /// - Throws: ``FinanceError`` for values or targets out of range, or cash that is negative or not finite.
  public static func cashFlow(_ positions: [TargetPosition], cash: Double) throws(FinanceError) -> [Double] {
    let total = try TargetPosition.check(positions)
    guard (0...1e15).contains(cash) else {
      throw FinanceError(.outOfRange, "new cash must be from 0 to 10^15 rupees")
    }
    let needs = positions.map { max(0, $0.target * (total + cash) - $0.value) }
    let need = needs.reduce(0, +)
    return needs.map { need > 0 ? cash * $0 / need : 0 }
  }

  /// The same in whole paise, which sum to `cash` exactly.
  ///
  /// - Throws: ``FinanceError`` as ``cashFlow(_:cash:)-(_,Double)`` does.
  public static func cashFlow(_ positions: [TargetPosition], cash: Money) throws(FinanceError) -> [Money] {
    cash.apportioned(by: try cashFlow(positions, cash: cash.rupees))
  }
}

extension Money {
  /// The amount split by `weights`, which are not negative, to the paisa: the parts sum to the whole.
  ///
  /// Each boundary between parts is rounded, so no paisa is lost and a weight of nothing gets nothing.
  func apportioned(by weights: [Double]) -> [Money] {
    let total = weights.reduce(0, +)
    var (given, weight) = (Int64(0), 0.0)
    return weights.map { part in
      weight += part
      let upTo =
        total <= 0 ? given : weight >= total ? paise : Int64((Double(paise) * weight / total).rounded())
      defer { given = upTo }
      return Money(unchecked: upTo - given)
    }
  }
}
