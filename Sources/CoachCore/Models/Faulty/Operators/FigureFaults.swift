extension FaultOperator {
  /// R4: a figure that is not the fact its marker cites.
  static let figures: [FaultOperator] = [
    figure("invent_number", wrong: { invented($0, $1) }),
    figure("digit_swap", wrong: { figure, _ in single(figure).map(swapped) ?? [] }),
    figure("wrong_fact", wrong: { figure, site in displays(of: others(than: figure, in: site)) }),
    figure(
      "nominal_for_real",
      wrong: { figure, site in
        let pairs = ["target_today": "target_future", "target_future": "target_today"]
        guard let other = pairs[String(figure.fact.kind)] else { return [] }
        return displays(of: others(than: figure, in: site).filter { $0.kind == other })
      }),
    figure(
      "return_measure_mixed",
      wrong: { figure, site in
        guard isReturn(figure.fact) else { return [] }
        return displays(of: others(than: figure, in: site).filter(isReturn))
      }),
    figure("scale_ten", wrong: { figure, _ in shifted(figure, by: [1, -1]) }),
    figure("scale_hundred", wrong: { figure, _ in shifted(figure, by: [2, -2]) }),
    figure("lakh_for_crore", wrong: { figure, _ in renamed(figure, unitsExchanged) }),
    figure("western_grouping", wrong: { figure, site in western(figure, site.language) }),
    figure(
      "percent_as_ratio",
      wrong: { figure, _ in
        guard let written = single(figure), written.isPercent else { return [] }
        return [written.shifted(by: -2).text, written.shifted(by: 2).text]
      }),
    figure("rounded_wrongly", wrong: { figure, _ in single(figure).map(misrounded) ?? [] }),
    figure("years_for_months", wrong: { figure, _ in unitsOfTimeExchanged(figure) }),
    figure(
      "double_counted_sip",
      wrong: { figure, _ in
        guard figure.fact.id.contains("sip"), let written = single(figure), written.isMoney else { return [] }
        return [doubled(written)].compactMap { $0 }
      }),
  ]

  // MARK: Reading

  /// The figure as one run of digits, with at least two that matter.
  private static func single(_ figure: Figure) -> WrittenFigure? {
    guard [.inr, .ratio, .percentPoint, .nav].contains(figure.fact.unit) else { return nil }
    return figure.fact.figure
  }

  private static func others(than figure: Figure, in site: FaultSite) -> [OfferedFact] {
    site.facts.filter { other in
      guard other.unit == figure.fact.unit, other.unit != .enumeration, other.display != figure.fact.display
      else { return false }
      // Two that differ by little may agree at the coarser of their precisions.
      guard let first = figure.fact.figure, let second = other.figure else { return true }
      return abs(first.value - second.value) > abs(first.value) / 20
    }
  }

  private static func displays(of facts: [OfferedFact]) -> [String] { facts.map(\.display) }

  private static func isReturn(_ fact: OfferedFact) -> Bool {
    let kinds = ["xirr", "absolute_return", "return_1y", "return_3y", "return_5y", "assumed_return"]
    return kinds.contains(String(fact.kind))
  }

  // MARK: Writing

  /// One digit of a rupee amount moved on by 1 to 8, so that it stays a plausible one; any figure where the draft has
  /// no amount.
  private static func invented(_ figure: Figure, _ site: FaultSite) -> [String] {
    let hasMoney = site.figures.contains { $0.fact.unit == .inr }
    guard !hasMoney || figure.fact.unit == .inr else { return [] }
    return (1...8).map { changed(figure.fact.display, by: $0) }
  }

  /// The first digit moved on, never to 0.
  static func changed(_ text: String, by step: Int) -> String {
    var characters = Array(text)
    guard
      let position = characters.firstIndex(where: { $0.isASCII && $0.isNumber && $0 != "0" })
        ?? characters.firstIndex(where: { $0.isASCII && $0.isNumber }),
      let digit = characters[position].wholeNumberValue
    else { return text }
    characters[position] = Character(String((digit - 1 + step + 9) % 9 + 1))
    return String(characters)
  }

  private static func swapped(_ written: WrittenFigure) -> [String] {
    written.digits.indices.dropLast().compactMap { index in
      let isLeadingZero = index == 0 && written.digits[1] == 0
      guard written.digits[index] != written.digits[index + 1], !isLeadingZero else { return nil }
      var swapped = written
      swapped.digits.swapAt(index, index + 1)
      return swapped.text
    }
  }

  private static func shifted(_ figure: Figure, by places: [Int]) -> [String] {
    guard let written = single(figure), written.isMoney || written.isPercent else { return [] }
    return places.map { written.shifted(by: $0).text }
  }

  private static let unitsExchanged = [" L": " Cr", " Cr": " L", " लाख": " करोड़", " करोड़": " लाख"]

  private static func renamed(_ figure: Figure, _ names: [String: String]) -> [String] {
    guard let written = single(figure), let other = names[written.suffix] else { return [] }
    return [written.with(suffix: other).text]
  }

  /// Lakh read as million and crore as billion; whole rupees with a point for the comma.
  private static func western(_ figure: Figure, _ language: String) -> [String] {
    let names =
      language == "hi"
      ? [" लाख": " मिलियन", " करोड़": " बिलियन"] : [" L": " million", " Cr": " billion"]
    let renamed = renamed(figure, names)
    guard renamed.isEmpty, let written = single(figure), written.isMoney, written.suffix.isEmpty,
      written.fractionCount == 0, written.digits.count > 3
    else { return renamed }
    return [written.shifted(by: -3).text]
  }

  /// One decimal less, rounded to the wrong side; digits whose side the display does not tell are left alone.
  private static func misrounded(_ written: WrittenFigure) -> [String] {
    guard written.fractionCount > 0, let last = written.digits.last else { return [] }
    var short = written
    short.digits.removeLast()
    short.fractionCount -= 1
    switch last {
    case 6...9: return short.digits.contains { $0 > 0 } ? [short.text] : []
    case 1...3:
      guard let final = short.digits.last, final < 9 else { return [] }
      short.digits[short.digits.count - 1] = final + 1
      return [short.text]
    default: return []
    }
  }

  private static func unitsOfTimeExchanged(_ figure: Figure) -> [String] {
    guard figure.fact.unit == .months || figure.fact.unit == .years else { return [] }
    let pairs = [("years", "months"), ("year", "month"), ("साल", "महीने"), ("वर्ष", "महीने")]
    let words = figure.fact.display.split(separator: " ").map(String.init)
    let exchanged = words.map { word in
      for (first, second) in pairs {
        if word == first { return second }
        if word == second || word == "महीना" && second == "महीने" { return first }
      }
      return word
    }
    return exchanged == words ? [] : [exchanged.joined(separator: " ")]
  }

  private static func doubled(_ written: WrittenFigure) -> String? {
    var digits: [Int] = []
    var carry = 0
    for digit in written.digits.reversed() {
      digits.insert((digit * 2 + carry) % 10, at: 0)
      carry = (digit * 2 + carry) / 10
    }
    if carry > 0 { digits.insert(carry, at: 0) }
    var doubled = written
    doubled.digits = digits
    return doubled.text
  }
}
