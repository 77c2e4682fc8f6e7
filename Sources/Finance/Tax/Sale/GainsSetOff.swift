/// The tax on sales of several schemes in one financial year, losses set off over all of them (domain rules §2.7).
///
/// A long-term loss goes against long-term gains; a short-term loss against short-term gains first, then against
/// long-term ones; each where the rate is highest. What is exempt is counted once. An estimate without cess and surcharge.
struct GainsSetOff {
  private var short: [Bucket] = []
  private var long: [Bucket] = []

  /// What the sales under one rule gain, and how the gain is taxed.
  private struct Bucket {
    let rule: GainsTaxRule
    let rate: Double
    var gain: Money
  }

  /// - Parameter slabRate: the rate of gains that are taxed by slab; needed only when there are such gains.
  /// - Throws: ``FinanceError`` `missing` for a slab rate or a fair value that is needed and not given, `missingPolicy`
  ///   for sales the tables have no rate for, `outOfRange` when a sum leaves its range.
  static func tax(on sales: [TaxableSale], slabRate: Double?, rules: RegulatoryTables)
    throws(FinanceError) -> Money
  {
    var setOff = GainsSetOff()
    try setOff.collect(sales, slabRate: slabRate, rules: rules)
    setOff.spread()
    return try setOff.tax()
  }

  private mutating func collect(_ sales: [TaxableSale], slabRate: Double?, rules: RegulatoryTables)
    throws(FinanceError)
  {
    for sale in sales {
      let disposal = try sale.allowed()
      let rule = try rules.taxRules(on: disposal.sold).rule(for: sale.taxClass, boughtOn: disposal.bought)
      if rule.isLongTerm(from: disposal.bought, to: disposal.sold) {
        try Self.add(disposal.gain, under: rule, rate: rule.longRate, to: &long)
      } else {
        // A loss needs no rate; a gain of unknown rate comes first, so that losses are set off against it.
        try Self.add(disposal.gain, under: rule, rate: rule.shortRate ?? slabRate ?? .infinity, to: &short)
      }
    }
  }

  private static func add(_ gain: Money, under rule: GainsTaxRule, rate: Double, to buckets: inout [Bucket])
    throws(FinanceError)
  {
    if let index = buckets.firstIndex(where: { $0.rule == rule }) {
      buckets[index].gain = try buckets[index].gain.adding(gain)
    } else {
      buckets.append(Bucket(rule: rule, rate: rate, gain: gain))
    }
  }

  private mutating func spread() {
    Self.byRate(&short)
    Self.byRate(&long)
    Self.setOff(Self.takeLosses(of: &long), against: &long)
    let left = Self.setOff(Self.takeLosses(of: &short), against: &short)
    Self.setOff(left, against: &long)
  }

  /// The highest rate first; of equal rates the one without exemption, so that none of it is lost.
  private static func byRate(_ buckets: inout [Bucket]) {
    buckets.sort { ($0.rate, $1.rule.exemption) > ($1.rate, $0.rule.exemption) }
  }

  private static func takeLosses(of buckets: inout [Bucket]) -> Money {
    var losses = Money.zero
    for index in buckets.indices where buckets[index].gain < .zero {
      losses = losses - buckets[index].gain
      buckets[index].gain = .zero
    }
    return losses
  }

  /// - Returns: what of the loss is left.
  @discardableResult
  private static func setOff(_ loss: Money, against buckets: inout [Bucket]) -> Money {
    var left = loss
    for index in buckets.indices {
      let used = min(left, buckets[index].gain)
      buckets[index].gain = buckets[index].gain - used
      left = left - used
    }
    return left
  }

  private func tax() throws(FinanceError) -> Money {
    var millionths: Int128 = 0
    for bucket in short where bucket.gain > .zero {
      guard bucket.rate.isFinite else {
        throw FinanceError(.missing, "these gains are taxed by slab; give the person's slab rate")
      }
      millionths += Self.millionths(bucket.gain, bucket.rate)
    }
    var exempted = Money.zero
    for bucket in long {
      let free = min(bucket.gain, max(.zero, bucket.rule.exemption - exempted))
      exempted = exempted + free
      millionths += Self.millionths(bucket.gain - free, bucket.rate)
    }
    guard let tax = Money(wide: millionths.dividedHalfAway(by: 1_000_000)) else {
      throw FinanceError(.outOfRange, "the tax is beyond the range of money")
    }
    return tax
  }

  private static func millionths(_ gain: Money, _ rate: Double) -> Int128 {
    Int128(gain.paise) * Int128((rate * 1_000_000).rounded())
  }
}
