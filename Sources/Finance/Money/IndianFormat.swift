/// Rupees and percentages as people in India write and read them.
///
/// Foundation's `NumberFormatter` groups `en_IN` the Western way on Linux, hence this.
public enum IndianFormat {
  /// The amount in full, grouped 3-2-2, with `decimals` (0 to 2) places: `₹1,23,45,678.90`.
  ///
  /// The sign stands before the rupee sign, and nothing is shown as minus zero.
  public static func full(_ money: Money, decimals: Int = 2) -> String {
    let places = min(max(decimals, 0), 2)
    let divisor: Int128 = places == 2 ? 1 : places == 1 ? 10 : 100
    return rupees(Int128(money.paise).dividedHalfAway(by: divisor), places: places)
  }

  /// The amount in the largest of K, L (lakh) and Cr (crore) it reaches, with two decimals.
  ///
  /// It moves up to the next unit only when rounding reaches it: 99,99,500 is `₹1.00 Cr`, 99,50,000 is
  /// `₹99.50 L`. Below a thousand rupees it is written in full.
  public static func short(_ money: Money) -> String {
    let paise = Int128(money.paise)
    guard let index = shortUnits.firstIndex(where: { paise.magnitude >= $0.paise.magnitude }) else {
      return full(money)
    }
    let unit = shortUnits[index]
    let hundredths = paise.dividedHalfAway(by: unit.paise / 100)
    let rounded = hundredths * (unit.paise / 100)
    if index > 0, rounded.magnitude >= shortUnits[index - 1].paise.magnitude {
      return rupees(paise.signum() * 100, places: 2) + " " + shortUnits[index - 1].symbol
    }
    return rupees(hundredths, places: 2) + " " + unit.symbol
  }

  /// A ratio as a percentage, rounded half away from zero by its shortest decimal form: 0.11 is `11.00%`.
  ///
  /// A ratio that is not finite or has no such form is shown as `—`.
  public static func percent(_ ratio: Double, decimals: Int = 2) -> String {
    let digits = scaled(ratio, by: 2, decimals: decimals)
    return digits == "—" ? digits : digits + "%"
  }

  /// A number rounded half away from zero by its shortest decimal form, without grouping: 12.345 is `12.35`.
  ///
  /// A number that is not finite or has no such form is shown as `—`.
  public static func decimal(_ value: Double, decimals: Int = 2) -> String {
    scaled(value, by: 0, decimals: decimals)
  }

  /// A whole number grouped 3-2-2: `10,000`.
  public static func count(_ value: Int) -> String {
    (value < 0 ? "-" : "") + grouped(String(value.magnitude))
  }

  /// `value` × 10^`power` with `decimals` (0 to 12) places.
  private static func scaled(_ value: Double, by power: Int, decimals: Int) -> String {
    let places = min(max(decimals, 0), 12)
    guard value.isFinite, let number = DecimalText("\(value)", syntax: .json),
      let scaled = number.rounded(places: places + power)?.value
    else { return "—" }
    let digits = padded(scaled.magnitude, places: places)
    return (scaled < 0 ? "-" : "") + digits.whole + digits.fraction
  }

  private static let shortUnits: [(paise: Int128, symbol: String)] = [
    (1_000_000_000, "Cr"), (10_000_000, "L"), (100_000, "K"),
  ]

  private static func rupees(_ scaled: Int128, places: Int) -> String {
    let digits = padded(scaled.magnitude, places: places)
    return (scaled < 0 ? "-₹" : "₹") + grouped(digits.whole) + digits.fraction
  }

  /// The decimal digits of `scaled` / 10^`places`, split at the point; the fraction brings its point along.
  private static func padded(_ scaled: UInt128, places: Int) -> (whole: String, fraction: String) {
    let text = String(scaled)
    let digits = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    guard places > 0 else { return (digits, "") }
    return (String(digits.dropLast(places)), "." + digits.suffix(places))
  }

  /// Groups digits by three from the right once, then by two.
  private static func grouped(_ digits: String) -> String {
    guard digits.count > 3 else { return digits }
    var head = digits.dropLast(3)
    var groups = [digits.suffix(3)]
    while !head.isEmpty {
      groups.append(head.suffix(2))
      head = head.dropLast(2)
    }
    return groups.reversed().joined(separator: ",")
  }
}
