/// A disposal with what decides its tax.
struct TaxableSale: Hashable, Sendable {
  let disposal: Disposal
  let taxClass: Scheme.TaxClass
  /// The scheme's net asset value of 31 January 2018, for equity units bought until then.
  let fairValue: NAV?

  /// The disposal at the cost the law allows.
  ///
  /// - Throws: ``FinanceError`` `missing` when that needs a fair value and there is none.
  func allowed() throws(FinanceError) -> Disposal {
    guard taxClass == .equityOriented, disposal.isGrandfathered else { return disposal }
    guard let fairValue else {
      throw FinanceError(
        .missing, "units bought on \(disposal.bought) need the net asset value of 2018-01-31 for their cost")
    }
    return try disposal.steppedUp(toFairValue: fairValue)
  }
}
