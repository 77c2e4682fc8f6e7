import JSONKit

/// A number with its unit, as suites write limits: `500ms`, `$0.02`, `1%`, `8000`.
struct Measure: Hashable, Sendable, CustomStringConvertible {
  enum Unit: String, Hashable, Sendable, CaseIterable {
    case none = ""
    case dollars = "$"
    case percent = "%"
    case seconds = "s"
    case milliseconds = "ms"
    case microseconds = "us"
  }

  /// Finite; equal measures have equal numbers however they are written.
  let number: JSONNumber
  let unit: Unit

  /// Reads a measure; nil when the text is none, or its number is too large to be one.
  init?(_ text: String) {
    let text = text.hasSuffix("µs") ? text.dropLast(2) + "us" : text
    var digits = Substring(text)
    var unit = Unit.none
    if digits.hasPrefix("$") {
      digits.removeFirst()
      unit = .dollars
    } else if let suffix = [Unit.percent, .milliseconds, .microseconds, .seconds]
      .first(where: { text.hasSuffix($0.rawValue) })
    {
      digits.removeLast(suffix.rawValue.count)
      unit = suffix
    }
    guard let number = JSONNumber(text: String(digits)), number.double.isFinite else { return nil }
    self.number = number
    self.unit = unit
  }

  /// A time in milliseconds; nil for anything else, and for less than no time.
  var milliseconds: Double? {
    guard number.double >= 0 else { return nil }
    return switch unit {
    case .seconds: number.double * 1_000
    case .milliseconds: number.double
    case .microseconds: number.double / 1_000
    case .none, .dollars, .percent: nil
    }
  }

  var description: String {
    unit == .dollars ? "$\(number.text)" : "\(number.text)\(unit.rawValue)"
  }
}
