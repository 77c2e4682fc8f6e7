import JSONKit

/// A number with its unit, as suites write limits: `500ms`, `$0.02`, `1%`, `1KB`, `8000`.
struct Measure: Hashable, Sendable, CustomStringConvertible {
  enum Unit: String, Hashable, Sendable, CaseIterable {
    case none = ""
    case dollars = "$"
    case percent = "%"
    case seconds = "s"
    case milliseconds = "ms"
    case microseconds = "us"
    case bytes = "B"
    case kilobytes = "KB"
    case kibibytes = "KiB"
    case megabytes = "MB"
  }

  /// Units behind the number, those first whose ending is another's.
  private static let suffixes: [Unit] = [
    .percent, .milliseconds, .microseconds, .seconds, .kilobytes, .kibibytes, .megabytes, .bytes,
  ]

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
    } else if let suffix = Self.suffixes.first(where: { text.hasSuffix($0.rawValue) }) {
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
    case .none, .dollars, .percent, .bytes, .kilobytes, .kibibytes, .megabytes: nil
    }
  }

  /// An amount of memory in bytes, also less than none; nil for anything else.
  var bytes: Double? {
    switch unit {
    case .bytes: number.double
    case .kilobytes: number.double * 1_000
    case .kibibytes: number.double * 1_024
    case .megabytes: number.double * 1_000_000
    case .none, .dollars, .percent, .seconds, .milliseconds, .microseconds: nil
    }
  }

  var description: String {
    unit == .dollars ? "$\(number.text)" : "\(number.text)\(unit.rawValue)"
  }
}
