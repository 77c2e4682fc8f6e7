/// What a sale costs at once, an estimate without cess and surcharge.
public struct SaleCost: Hashable, Sendable {
  /// What the sale adds to the tax of its financial year, not negative.
  public let tax: Money
  /// What the funds keep.
  public let exitLoad: Money

  /// Tax and load together.
  public var total: Money { tax + exitLoad }
}

extension SaleCost {
  /// What a sale of `lots` on `day` costs, beside what was sold earlier in the financial year of that day.
  ///
  /// - Parameters:
  ///   - realised: what has been sold, of any year; it uses up exemption and losses.
  ///   - fairValue: a scheme's net asset value of 31 January 2018, for units bought until then.
  /// - Throws: ``FinanceError`` as the tax does.
  init(
    _ lots: [(sale: LotSale, fairValue: NAV?)], on day: CivilDate, realised: [TaxableSale],
    slabRate: Double?, rules: RegulatoryTables
  ) throws(FinanceError) {
    let year = day.financialYear
    let earlier = realised.filter { $0.disposal.sold.financialYear == year }
    let sales = lots.map { lot in
      TaxableSale(disposal: lot.sale.disposal(on: day), taxClass: lot.sale.taxClass, fairValue: lot.fairValue)
    }
    let before = try GainsSetOff.tax(on: earlier, slabRate: slabRate, rules: rules)
    let after = try GainsSetOff.tax(on: earlier + sales, slabRate: slabRate, rules: rules)
    tax = max(.zero, after - before)
    exitLoad = try Money.sum(sales.map(\.disposal.exitLoad))
  }
}
