/// How the report writes figures, whatever the locale of the machine.
enum Figures {
  /// A count with thousands separated: `12,345`.
  static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    groups.insert(rest, at: 0)
    return (value < 0 ? "−" : "") + groups.joined(separator: ",")
  }

  /// A duration given in milliseconds: `840 µs`, `12.3 ms`, `4.90 s`, `3 min 20 s`; `–` for what is not a duration.
  static func duration(milliseconds: Double?) -> String {
    guard let milliseconds, milliseconds.isFinite, milliseconds >= 0 else { return "–" }
    switch milliseconds {
    case 0: return "0 ms"
    case ..<0.9995: return "\(fixed(milliseconds * 1000, decimals: 0)) µs"
    case ..<9.995: return "\(fixed(milliseconds, decimals: 2)) ms"
    case ..<99.95: return "\(fixed(milliseconds, decimals: 1)) ms"
    case ..<999.5: return "\(fixed(milliseconds, decimals: 0)) ms"
    case ..<99_995: return "\(fixed(milliseconds / 1000, decimals: 2)) s"
    default:
      guard milliseconds < 1e12 else { return "\(fixed(milliseconds / 1000, decimals: 0)) s" }
      let seconds = Int((milliseconds / 1000).rounded())
      return "\(seconds / 60) min \(seconds % 60) s"
    }
  }

  /// Bytes with their sign, from a thousand on in thousands or millions: `−212 B`, `1.2 KB`, `48.1 MB`.
  static func bytes(_ value: Double?) -> String {
    guard let value, value.isFinite else { return "–" }
    let sign = value <= -0.5 ? "−" : ""
    switch abs(value) {
    case ..<999.5: return "\(sign)\(fixed(abs(value), decimals: 0)) B"
    case ..<999_950: return "\(sign)\(fixed(abs(value) / 1e3, decimals: 1)) KB"
    default: return "\(sign)\(fixed(abs(value) / 1e6, decimals: 1)) MB"
    }
  }

  /// Whole megabytes, without their unit: `131`.
  static func megabytes(_ bytes: Int) -> String { fixed(Double(bytes) / 1e6, decimals: 0) }

  /// Integer micro-dollars as dollars, with as many decimals as a small sum needs: `$0.0041`, `$12.30`.
  static func dollars(micros: Int64?) -> String {
    guard let micros else { return "–" }
    let decimals = micros.magnitude >= 1_000_000 ? 2 : micros.magnitude >= 1_000 || micros == 0 ? 4 : 6
    return (micros < 0 ? "−$" : "$") + fixed(Double(micros.magnitude) / 1e6, decimals: decimals)
  }

  /// A fraction of one as a percentage with one decimal where it needs one: `84.5%`, `100%`.
  static func percent(_ fraction: Double?) -> String {
    guard let fraction, fraction.isFinite else { return "–" }
    let text = fixed(fraction * 100, decimals: 1)
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "%"
  }

  /// A plain decimal of at most `decimals` decimals, for coordinates and gate values: `0.95`, `12`.
  static func plain(_ value: Double, decimals: Int = 4) -> String {
    guard value.isFinite else { return "–" }
    var text = fixed(value, decimals: decimals)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.removeLast() }
    }
    return text == "-0" ? "0" : text
  }

  /// `value` rounded half away from zero to exactly `decimals` decimals, with a dot and no exponent.
  static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite else { return "–" }
    let scale = (0..<max(0, decimals)).reduce(1.0) { scale, _ in scale * 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 9e15 else { return "\(value)" }
    let digits = String(Int64(scaled))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }
}
