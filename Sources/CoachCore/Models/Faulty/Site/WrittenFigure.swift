/// One figure as it is written: `₹21.98 L`, `11.00%`, `₹1,23,456`; digits with what stands before and behind them.
struct WrittenFigure: Hashable, Sendable {
  let prefix: String
  var digits: [Int]
  var fractionCount: Int
  var suffix: String

  /// Reads a text with one run of digits in it; nil for dates, years with months, and words.
  init?(_ text: String) {
    guard let start = text.firstIndex(where: Self.isDigit) else { return nil }
    var end = text[start...].firstIndex { !Self.isDigit($0) && $0 != "," && $0 != "." } ?? text.endIndex
    while end > start, !Self.isDigit(text[text.index(before: end)]) { end = text.index(before: end) }
    let parts = text[start..<end].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, !text[end...].contains(where: Self.isDigit) else { return nil }
    prefix = String(text[..<start])
    suffix = String(text[end...])
    digits = text[start..<end].compactMap(\.wholeNumberValue)
    fractionCount = parts.count == 2 ? parts[1].count : 0
    guard digits.count <= 15, digits.contains(where: { $0 > 0 }) else { return nil }
  }

  var isMoney: Bool { prefix.hasSuffix("₹") }
  var isPercent: Bool { suffix == "%" }

  /// The figure in its own unit: rupees, or percent.
  var value: Double {
    let whole = digits.reduce(0.0) { $0 * 10 + Double($1) }
    let scale: Double =
      switch suffix.trimmingPrefix(while: \.isWhitespace) {
      case "L", "लाख": 1e5
      case "Cr", "करोड़": 1e7
      default: 1
      }
    return (0..<fractionCount).reduce(whole) { value, _ in value / 10 } * scale
  }

  /// The point moved by as many places to the right, or to the left where negative.
  func shifted(by places: Int) -> WrittenFigure {
    var moved = self
    moved.fractionCount -= places
    while moved.fractionCount < 0 {
      moved.digits.append(0)
      moved.fractionCount += 1
    }
    while moved.digits.count <= moved.fractionCount { moved.digits.insert(0, at: 0) }
    while moved.digits.count > moved.fractionCount + 1, moved.digits.first == 0 { moved.digits.removeFirst() }
    return moved
  }

  /// With other words behind the digits.
  func with(suffix: String) -> WrittenFigure {
    var changed = self
    changed.suffix = suffix
    return changed
  }

  /// As written, whole rupees grouped the Indian way.
  var text: String {
    let split = digits.count - fractionCount
    let whole = digits[..<split].map(String.init)
    let fraction = digits[split...].map(String.init).joined()
    var grouped = ""
    for (position, digit) in whole.enumerated() {
      let left = whole.count - position
      if isMoney, position > 0, left == 3 || left > 3 && left % 2 == 1 { grouped += "," }
      grouped += digit
    }
    return prefix + (grouped.isEmpty ? "0" : grouped) + (fraction.isEmpty ? "" : "." + fraction) + suffix
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
