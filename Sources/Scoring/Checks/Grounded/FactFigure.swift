import JSONKit

/// A fact as far as prose can cite it: its number in its unit, or its date.
struct FactFigure: Hashable, Sendable {
  let id: String
  /// As a person reads it, for messages.
  let display: String
  /// What the fact is called, in lower case: its id and its name.
  let words: String
  let unit: String
  let value: ExactDecimal?
  let date: WrittenDate?

  /// Reads a `Fact` object; nil without an id.
  init?(_ fact: JSONValue) {
    guard let id = fact["id"]?.string else { return nil }
    self.id = id
    unit = fact["unit"]?.string ?? ""
    words = "\(id) \(fact["name"]?.string ?? "")".lowercased()
    value = fact["value"]?.number.flatMap(ExactDecimal.init)
    date = unit == "date" ? fact["value"]?.string.flatMap(WrittenDate.init(iso:)) : nil
    display = fact["display"]?["en"]?.string ?? "\(fact["value"]?.excerpt ?? "nothing") \(unit)"
  }

  /// The value in the unit prose writes it in; nil when the fact is not of that kind.
  ///
  /// A numeral without a unit is taken in the fact's own unit, so that `12` never stands for a ratio of 0.12.
  func value(in dimension: NumberMention.Dimension) -> ExactDecimal? {
    guard let value else { return nil }
    switch (unit, dimension) {
    case ("INR", .rupees), ("nav", .rupees): return value
    case ("ratio", .percent), ("ratio", .percentPoint): return value * ExactDecimal(100)
    case ("ratio", .basisPoint): return value * ExactDecimal(10_000)
    case ("ratio", .times), ("ratio", .multiple): return value
    case ("percent_point", .percent), ("percent_point", .percentPoint): return value
    case ("percent_point", .basisPoint): return value * ExactDecimal(100)
    case ("months", .months), ("years", .years): return value
    case ("months", .years): return value / ExactDecimal(12)
    case ("years", .months): return value * ExactDecimal(12)
    case ("count", .days), ("count", .times), ("units", .units), ("count", .units): return value
    case (_, .plain(isOrdinal: false)): return value
    default: return nil
    }
  }

  /// Whether the fact itself is an amount that is lacking, stated as a positive number.
  var namesDeficit: Bool { Self.deficitStems.contains { words.contains($0) } }
  /// Whether the fact itself is an amount to spare.
  var namesSurplus: Bool { words.contains("surplus") || words.contains("excess") }

  private static let deficitStems = [
    "shortfall", "short", "gap", "deficit", "behind", "lag", "delay", "below", "loss", "drawdown", "decline",
    "fall",
  ]
}
