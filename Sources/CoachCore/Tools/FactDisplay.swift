import Finance

/// The forms of a fact a person reads, in English and Hindi (domain rules §1.8).
enum FactDisplay {
  /// Whole rupees below a lakh are written out (`₹10,000`), since that is how an instalment is spoken of; larger
  /// amounts in lakh or crore (`₹21.98 L`).
  static func money(_ value: Money) -> Fact.Display {
    let short = IndianFormat.short(value)
    guard abs(value.paise) >= 100_000_00 else {
      let full = IndianFormat.full(value)
      return Fact.Display(
        en: full.replacing(".00", with: ""), hi: full.replacing(".00", with: ""), short: short)
    }
    return Fact.Display(
      en: short, hi: short.replacing(" L", with: " लाख").replacing(" Cr", with: " करोड़"), short: short)
  }

  static func ratio(_ value: Double) -> Fact.Display {
    same(IndianFormat.percent(value))
  }

  /// Whole years and months, for example `15 years 5 months`.
  static func months(_ value: Int) -> Fact.Display {
    let (years, months) = value.magnitude.quotientAndRemainder(dividingBy: 12)
    let sign = value < 0 ? "-" : ""
    func joined(_ yearWord: (UInt) -> String, _ monthWord: (UInt) -> String) -> String {
      let parts = [years == 0 ? nil : yearWord(years), months == 0 && years > 0 ? nil : monthWord(months)]
      return sign + parts.compactMap { $0 }.joined(separator: " ")
    }
    return Fact.Display(
      en: joined({ "\($0) \($0 == 1 ? "year" : "years")" }, { "\($0) \($0 == 1 ? "month" : "months")" }),
      hi: joined({ "\($0) साल" }, { "\($0) \($0 == 1 ? "महीना" : "महीने")" }),
      short: "\(value) mo")
  }

  /// The day, the month in words and the year, for example `1 June 2031`.
  static func date(_ value: CivilDate) -> Fact.Display {
    let english = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November",
      "December",
    ]
    let hindi = [
      "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
    ]
    return Fact.Display(
      en: "\(value.day) \(english[value.month - 1]) \(value.year)",
      hi: "\(value.day) \(hindi[value.month - 1]) \(value.year)", short: value.description)
  }

  static func state(_ value: String) -> Fact.Display {
    same(value.replacing("_", with: " "))
  }

  static func same(_ text: String) -> Fact.Display {
    Fact.Display(en: text, hi: text, short: text)
  }
}
