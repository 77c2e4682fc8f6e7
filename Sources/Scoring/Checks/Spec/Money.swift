import Foundation

/// US dollars as messages write them.
enum Money {
  /// `$0.0213`: six decimals less the trailing zeros, at least two.
  static func dollars(_ dollars: Double) -> String {
    let text = String(format: "%.6f", dollars)
    let trailing = text.reversed().prefix { $0 == "0" }.count
    return "$" + text.dropLast(min(trailing, 4))
  }

  /// Millionths of a dollar as dollars.
  static func dollars(_ micros: Int64) -> String {
    dollars(Double(micros) / 1_000_000)
  }
}
