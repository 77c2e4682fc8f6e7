/// The tax on the gains of one year and one kind of fund, an estimate without cess and surcharge.
public struct GainsTax: Hashable, Sendable {
  /// Gains less losses on units that were short-term.
  public let shortTermGain: Money
  /// Gains less losses on units that were long-term.
  public let longTermGain: Money
  /// What of the short-term gain is taxed.
  public let taxableShort: Money
  /// What of the long-term gain is taxed, after set-off and exemption.
  public let taxableLong: Money
  /// The tax, rounded to the paisa once.
  public let tax: Money

  /// The tax on `disposals` under `rule`.
  ///
  /// A short-term loss is set off against long-term gains; a long-term loss is not set off against
  /// short-term gains. `slabRate` stands in where the rule taxes by slab.
  ///
  /// - Throws: ``FinanceError`` `missing` for gains taxed by slab without a slab rate, `outOfRange` when a sum
  ///   is beyond the range of ``Money``.
  public init(_ disposals: [Disposal], rule: GainsTaxRule, slabRate: Double? = nil) throws(FinanceError) {
    let isLong = disposals.map { rule.isLongTerm(from: $0.bought, to: $0.sold) }
    let gains = zip(disposals, isLong)
    shortTermGain = try Money.sum(gains.filter { !$0.1 }.map(\.0.gain))
    longTermGain = try Money.sum(gains.filter(\.1).map(\.0.gain))
    taxableShort = max(.zero, shortTermGain)
    taxableLong = max(.zero, longTermGain + min(.zero, shortTermGain) - rule.exemption)
    guard let shortRate = rule.shortRate ?? slabRate ?? (taxableShort == .zero ? 0 : nil) else {
      throw FinanceError(.missing, "these gains are taxed by slab; give the person's slab rate")
    }
    guard (0...1).contains(shortRate), (0...1).contains(rule.longRate) else {
      throw FinanceError(.outOfRange, "a tax rate must be a ratio from 0 to 1")
    }
    let millionths =
      Int128(taxableShort.paise) * Int128((shortRate * 1_000_000).rounded())
      + Int128(taxableLong.paise) * Int128((rule.longRate * 1_000_000).rounded())
    tax = Money(wide: millionths.dividedHalfAway(by: 1_000_000)) ?? .zero
  }
}
