extension TransactionKind {
  /// The kind of a line by the registrar's wording and the sign of its units, for statements whose parser has
  /// not said; the words are those casparser looks for.
  ///
  /// A line without units is a tax or a note. Income comes as paid or reinvested; see ``dividendRate(in:)``.
  public static func classify(description: String, units: Units?) -> TransactionKind {
    let text = description.lowercased()
    func says(_ words: String...) -> Bool { words.contains { text.contains($0) } }
    if dividendRate(in: description) != nil {
      return says("reinvest") ? .dividendReinvest : .dividendPayout
    }
    guard let units else {
      return says("stt") ? .sttTax : says("stamp") ? .stampDutyTax : says("tds") ? .tdsTax : .misc
    }
    if units == .zero { return .unknown }
    let isMerger = says("merger")
    if units > .zero {
      if says("segregat") { return .segregation }
      if says("switch") { return isMerger ? .switchInMerger : .switchIn }
      return says("sip", "systematic investment", "sys. investment") ? .purchaseSIP : .purchase
    }
    if says("reversal", "rejection", "dishonoured", "insufficient balance", "payment not received") {
      return .reversal
    }
    return says("switch") ? isMerger ? .switchOutMerger : .switchOut : .redemption
  }

  /// The income in rupees a unit that a line tells of, such as `0.06` in `IDCW Paid @ Rs.0.06 per unit`.
  public static func dividendRate(in description: String) -> String? {
    let text = description.lowercased()
    guard ["idcw", "div.", "dividend", "income distribution"].contains(where: { text.contains($0) }),
      let mark = text.firstRange(of: "@ rs."), text[mark.upperBound...].contains("per unit")
    else { return nil }
    let rest = text[mark.upperBound...].drop { $0 == " " }
    let rate = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
    return DecimalText(rate, syntax: .statement) == nil ? nil : String(rate)
  }
}
