import Finance

extension FactDisplay {
  /// An amount nobody knows to the paisa, in whole rupees.
  static func wholeRupees(_ value: Money) -> Fact.Display {
    let full = IndianFormat.full(value, decimals: 0)
    return abs(value.paise) >= 100_000_00 ? money(value) : Fact.Display(en: full, hi: full, short: full)
  }

  /// A distance between two percentages, for example `12.11 percentage points`.
  static func points(_ ratio: Double) -> Fact.Display {
    let percent = IndianFormat.percent(ratio)
    let number = percent.hasSuffix("%") ? String(percent.dropLast()) : percent
    return Fact.Display(en: "\(number) percentage points", hi: "\(number) प्रतिशत अंक", short: "\(number) pp")
  }

  /// Months with a tenth where there is one, for example `2.4 months`.
  static func tenths(ofMonths value: Double) -> Fact.Display {
    let number = value == value.rounded() ? value.formatted(places: 0) : value.formatted(places: 1)
    return Fact.Display(
      en: "\(number) \(number == "1" ? "month" : "months")", hi: "\(number) \(number == "1" ? "महीना" : "महीने")",
      short: "\(number) mo")
  }

  /// Funds of a class, as they are spoken of.
  static func funds(_ assetClass: AssetClass) -> Fact.Display {
    let words =
      switch assetClass {
      case .equity: (en: "equity funds", hi: "इक्विटी फंड")
      case .debt: (en: "debt funds", hi: "डेट फंड")
      case .gold: (en: "gold funds", hi: "गोल्ड फंड")
      case .cash: (en: "liquid funds", hi: "लिक्विड फंड")
      }
    return Fact.Display(en: words.en, hi: words.hi, short: assetClass.rawValue)
  }
}

extension Double {
  /// The number with a fixed count of decimals and no grouping, rounded half away from zero.
  fileprivate func formatted(places: Int) -> String {
    // IndianFormat.percent shifts by two places, which dividing undoes.
    String(IndianFormat.percent(self / 100, decimals: places).dropLast())
  }
}
