/// Whether the lines of a scheme lead from its opening balance to its closing one, line by line.
public struct Reconciliation: Hashable, Sendable {
  /// A place where they do not.
  public enum Gap: Hashable, Sendable {
    /// The printed balance after the line with this index is not the one before plus its units.
    case discontinuity(line: Int)
    /// The lines do not end at the closing balance.
    case closingMismatch
  }

  /// The places where the balances break, in order; none for a clean statement.
  public let gaps: [Gap]

  /// Follows the balances of `lines` from `open` to `close`, each within 0.001 a line, as registrars round.
  ///
  /// After a break it goes on from the printed balance, so that one missing line is told of once.
  public init(open: Units, close: Units, lines: [(units: Units?, balance: Units?)]) {
    var gaps: [Gap] = []
    var balance = Int128(open.tenThousandths)
    var unprinted: Int128 = 0
    for (index, line) in lines.enumerated() {
      if let units = line.units {
        balance += Int128(units.tenThousandths)
        unprinted += 1
      }
      guard let printed = line.balance else { continue }
      if (balance - Int128(printed.tenThousandths)).magnitude > Self.tolerance(unprinted) {
        gaps.append(.discontinuity(line: index))
      }
      balance = Int128(printed.tenThousandths)
      unprinted = 0
    }
    if (balance - Int128(close.tenThousandths)).magnitude > Self.tolerance(unprinted) {
      gaps.append(.closingMismatch)
    }
    self.gaps = gaps
  }

  private static func tolerance(_ lines: Int128) -> UInt128 { 10 * UInt128(max(lines, 1)) }
}

extension CASScheme {
  /// The balances of the scheme, followed line by line.
  public var reconciliation: Reconciliation {
    Reconciliation(open: open, close: close, lines: transactions.map { ($0.units, $0.balance) })
  }
}
