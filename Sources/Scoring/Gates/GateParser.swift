import JSONKit

/// Reads the line of a `Gate` from left to right, knowing the offset of every word.
struct GateParser {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
  }

  private func refused(_ message: String, at offset: Int, suggestion: String? = nil) -> ScoringError {
    ScoringError(
      .badGate, "gate `\(String(characters))`, column \(offset + 1): \(message)", offset: offset,
      suggestion: suggestion)
  }

  private mutating func skipSpace() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  /// The characters up to the first that does not belong.
  private mutating func take(while belongs: (Character) -> Bool) -> String {
    let start = position
    while position < characters.count, belongs(characters[position]) { position += 1 }
    return String(characters[start..<position])
  }

  mutating func metric() throws(ScoringError) -> GateMetric {
    skipSpace()
    let start = position
    let name = take { !$0.isWhitespace && !"<>=!".contains($0) }
    guard !name.isEmpty else { throw refused("expected a metric, for example pass_rate", at: start) }
    if let metric = GateMetric(name) { return metric }
    let known = GateMetric.names + CheckSpec.names.map { "check.\($0).pass_rate" }
    throw refused(
      "no metric is named `\(name)`", at: start, suggestion: Suggestion.nearest(to: name, among: known))
  }

  mutating func comparison() throws(ScoringError) -> Gate.Comparison {
    skipSpace()
    let start = position
    let text = take { "<>=!".contains($0) }
    guard let comparison = Gate.Comparison(rawValue: text) else {
      let known = Gate.Comparison.allCases.map(\.rawValue).joined(separator: " ")
      throw refused(
        text.isEmpty ? "expected one of \(known)" : "`\(text)` is no comparison; use one of \(known)",
        at: start,
        suggestion: text == "=" ? "==" : nil)
    }
    return comparison
  }

  mutating func limit(of metric: GateMetric) throws(ScoringError) -> Measure {
    try limit(of: metric.description, units: metric.units)
  }

  /// The name of one of some figures.
  mutating func name(among known: [String]) throws(ScoringError) -> String {
    skipSpace()
    let start = position
    let name = take { !$0.isWhitespace && !"<>=!".contains($0) }
    guard !name.isEmpty else { throw refused("expected a metric", at: start) }
    guard known.contains(name) else {
      throw refused(
        "no metric is named `\(name)`", at: start, suggestion: Suggestion.nearest(to: name, among: known))
    }
    return name
  }

  /// A limit in one of some units.
  mutating func limit(of name: String, units known: [Measure.Unit]) throws(ScoringError) -> Measure {
    skipSpace()
    let start = position
    let text = take { !$0.isWhitespace }
    guard !text.isEmpty else { throw refused("expected a limit", at: start) }
    guard let limit = Measure(text) else {
      throw refused("`\(text)` is no number with a unit of s, ms, us, %, $, B, KB, KiB or MB", at: start)
    }
    guard known.contains(limit.unit) else {
      let units = known.map { $0 == .none ? "no unit" : $0.rawValue }.joined(separator: " or ")
      throw refused("a limit on \(name) takes \(units), found `\(text)`", at: start)
    }
    return limit
  }

  /// Nothing but space to the end.
  mutating func end() throws(ScoringError) {
    skipSpace()
    guard position == characters.count else { throw refused("expected the end here", at: position) }
  }

  mutating func conditions() throws(ScoringError) -> [Gate.Condition] {
    skipSpace()
    let start = position
    let word = take { !$0.isWhitespace }
    if word.isEmpty { return [] }
    guard word == "where" else {
      throw refused(
        "expected `where` or the end, found `\(word)`", at: start,
        suggestion: Suggestion.nearest(to: word, among: ["where"]))
    }
    var conditions = [try condition()]
    while true {
      skipSpace()
      if position == characters.count { return conditions }
      skipConjunction()
      conditions.append(try condition())
    }
  }

  /// Conditions may be joined by `and`, by a comma or by a space alone.
  private mutating func skipConjunction() {
    if characters[position] == "," {
      position += 1
    } else if characters[position...].starts(with: "and"),
      position + 3 >= characters.count || characters[position + 3].isWhitespace
    {
      position += 3
    }
  }

  private mutating func condition() throws(ScoringError) -> Gate.Condition {
    skipSpace()
    let start = position
    let name = take { !$0.isWhitespace && $0 != "=" && $0 != "," }
    guard let field = Gate.Condition.Field(rawValue: name) else {
      let known = Gate.Condition.Field.allCases.map(\.rawValue)
      throw refused(
        name.isEmpty
          ? "expected a condition such as tag=smoke"
          : "rows have no `\(name)`; they have "
            + known.joined(separator: ", "),
        at: start, suggestion: name.isEmpty ? nil : Suggestion.nearest(to: name, among: known))
    }
    guard position < characters.count, characters[position] == "=" else {
      throw refused("expected `=` after `\(name)`", at: position)
    }
    position += 1
    return Gate.Condition(field: field, value: try conditionValue())
  }

  private mutating func conditionValue() throws(ScoringError) -> String {
    let start = position
    let value: String
    if position < characters.count, characters[position] == "\"" {
      position += 1
      value = take { $0 != "\"" }
      guard position < characters.count else {
        throw refused("the quotation mark is never closed", at: start)
      }
      position += 1
    } else {
      value = take { !$0.isWhitespace && $0 != "," && $0 != "\"" }
    }
    guard !value.isEmpty else { throw refused("expected a value", at: start) }
    return value
  }
}
