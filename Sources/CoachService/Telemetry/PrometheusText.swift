/// Names, labels and numbers as the Prometheus text format 0.0.4 writes them.
enum PrometheusText {
  /// The longest label value that is kept, in characters.
  static let longestValue = 128

  /// A metric's name: letters, digits, `_` and `:`, with an underscore for anything else.
  static func metric(_ label: String) -> String { cleaned(label, colon: true) }

  /// The labels of a series as they stand between the braces, sorted by name.
  ///
  /// Of two names that clean to the same the first is kept; `le` belongs to histograms and names with two underscores in
  /// front to Prometheus, so both are renamed.
  static func labels(_ dimensions: [(String, String)], value: (String) -> String = { $0 }) -> String {
    var names: Set<String> = []
    var pairs: [(name: String, value: String)] = []
    for (label, text) in dimensions {
      var name = cleaned(label, colon: false)
      if name == "le" || name.hasPrefix("__") { name = "label_\(name)" }
      guard names.insert(name).inserted else { continue }
      pairs.append((name, value(text)))
    }
    return pairs.sorted { $0.name < $1.name }
      .map { "\($0.name)=\"\(escaped(String($0.value.prefix(longestValue)), quote: true))\"" }
      .joined(separator: ",")
  }

  /// A text with backslash and line feed escaped, and the quotation mark where one ends it.
  static func escaped(_ text: String, quote: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += #"\\"#
      case "\n": escaped += #"\n"#
      case "\"" where quote: escaped += #"\""#
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A number: whole ones without a fraction, as long as a `Double` tells them apart.
  static func number(_ value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
    return value.description
  }

  private static func cleaned(_ label: String, colon: Bool) -> String {
    var name = String(
      String.UnicodeScalarView(
        label.unicodeScalars.map { scalar in
          switch scalar {
          case "a"..."z", "A"..."Z", "0"..."9", "_": scalar
          case ":" where colon: scalar
          default: "_"
          }
        }))
    if name.unicodeScalars.first.map({ ("0"..."9").contains($0) }) ?? true { name = "_" + name }
    return name
  }
}
