import Finance
import Foundation
import JSONKit

/// What a calculation says: labelled lines for a person, members for a program.
struct MathAnswer {
  private var lines: [(label: String, text: String)] = []
  private var members = JSONObject()

  /// An amount, in full and short.
  mutating func money(_ key: String, _ label: String, _ rupees: Double) throws {
    let money = try Money.rounded(rupees: rupees)
    let full = IndianFormat.full(money)
    lines.append((label, abs(money.paise) >= 100_000_00 ? "\(full) (\(IndianFormat.short(money)))" : full))
    members[key] = JSONNumber(text: money.decimalText).map { .number($0) } ?? .null
  }

  /// A ratio, shown as a percentage.
  mutating func ratio(_ key: String, _ label: String, _ value: Double, decimals: Int = 2) {
    lines.append((label, IndianFormat.percent(value, decimals: decimals)))
    members[key] = JSONNumber(value).map { .number($0) } ?? .null
  }

  /// A word or a sentence.
  mutating func text(_ key: String, _ label: String, _ value: String) {
    lines.append((label, value))
    members[key] = .string(value)
  }

  /// A whole number with its unit.
  mutating func count(_ key: String, _ label: String, _ value: Int, _ unit: String) {
    lines.append((label, "\(value) \(unit)"))
    members[key] = .number(JSONNumber(value))
  }

  /// Shows the answer.
  func show(on terminal: Terminal) {
    if terminal.isJSON {
      terminal.print(JSONValue.object(members).compact())
      return
    }
    let width = lines.map(\.label.count).max() ?? 0
    for line in lines {
      terminal.print(line.label.padding(toLength: width, withPad: " ", startingAt: 0) + "  " + line.text)
    }
  }
}
