import Finance

/// The forms of a fact a person reads, in English and Hindi (domain rules §1.8).
enum FactDisplay {
  /// Below a lakh as an instalment is spoken of, `₹10,000`, with paise only below a thousand; larger amounts in lakh or
  /// crore, `₹21.98 L`.
  static func money(_ value: Money) -> Fact.Display {
    let short = IndianFormat.short(value)
    guard abs(value.paise) >= 99_999_50 else {
      let written =
        abs(value.paise) >= 1_000_00
        ? IndianFormat.full(value, decimals: 0) : IndianFormat.full(value).replacing(".00", with: "")
      return Fact.Display(en: written, hi: written, short: short)
    }
    return Fact.Display(
      en: short, hi: short.replacing(" L", with: " लाख").replacing(" Cr", with: " करोड़"), short: short)
  }

  /// - Parameter decimals: the places of the percentage.
  static func ratio(_ value: Double, decimals: Int = 2) -> Fact.Display {
    same(IndianFormat.percent(value, decimals: decimals))
  }

  /// - Parameter value: in points, 12 for twelve percentage points.
  static func percentPoint(_ value: Double) -> Fact.Display {
    let digits = IndianFormat.decimal(value)
    return Fact.Display(
      en: digits + " percentage points", hi: digits + " प्रतिशत अंक", short: digits + " pp")
  }

  static func count(_ value: Int) -> Fact.Display {
    same(IndianFormat.count(value))
  }

  static func years(_ value: Int) -> Fact.Display {
    Fact.Display(
      en: "\(value) \(value.magnitude == 1 ? "year" : "years")", hi: "\(value) साल", short: "\(value) y")
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
      "November", "December",
    ]
    let hindi = [
      "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
    ]
    return Fact.Display(
      en: "\(value.day) \(english[value.month - 1]) \(value.year)",
      hi: "\(value.day) \(hindi[value.month - 1]) \(value.year)", short: value.description)
  }

  /// The words of a state; an id, such as `h1`, reads the same in both languages.
  static func state(_ value: String) -> Fact.Display {
    let english = value.replacing("_", with: " ")
    return Fact.Display(en: english, hi: StateWords.hindi[value] ?? english, short: english)
  }

  static func same(_ text: String) -> Fact.Display {
    Fact.Display(en: text, hi: text, short: text)
  }
}
