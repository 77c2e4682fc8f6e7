import Finance

/// What number grounding needs to know of a fact.
public struct GroundingFact: Hashable, Sendable {
  /// The fact's id.
  public let id: String
  /// What it is, in words.
  public let name: String
  /// Its value.
  public let value: FactValue
  /// What the value counts in.
  public let unit: Fact.Unit
  /// The form a person reads, for the repair prompt; empty when there is none.
  public let display: String

  let decimal: ExactDecimal?
  let date: CivilDate?
  let polarity: Polarity

  /// Whether a positive value of the fact is good or bad news by its own name.
  enum Polarity: Hashable, Sendable {
    /// Stated as a non-negative shortfall, loss or the like.
    case deficit
    /// Anything else; a negative value is the bad news.
    case plain
  }

  /// Makes one of its parts.
  public init(id: String, name: String = "", value: FactValue, unit: Fact.Unit, display: String = "") {
    self.id = id
    self.name = name
    self.value = value
    self.unit = unit
    self.display = display
    if case .number(let number) = value {
      decimal = ExactDecimal(number)
    } else {
      decimal = nil
    }
    date = unit == .date ? value.text.flatMap(CivilDate.init(iso:)) : nil
    polarity = Self.polarity(id: id, name: name)
  }

  /// Takes over a fact.
  public init(_ fact: Fact) {
    self.init(id: fact.id, name: fact.name, value: fact.value, unit: fact.unit, display: fact.display.en)
  }

  /// How the fact reads, for messages: `goal.g2.projected (₹21.98 L)`.
  var reading: String {
    display.isEmpty ? id : "\(id) (\(display))"
  }

  private static func polarity(id: String, name: String) -> Polarity {
    let parts = Set(words(of: id))
    if parts.contains("surplus") { return .plain }
    if !parts.isDisjoint(with: deficitNames) { return .deficit }
    // Only what the name begins with: “projected shortfall”, but not “SIP that closes the shortfall”.
    let head = words(of: name).prefix(2)
    return head.contains(where: deficitNames.contains) && !head.contains("surplus") ? .deficit : .plain
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().unicodeScalars.split { !$0.isLetter }.map(String.init)
  }

  // A gap is not among them: it is signed, negative when money is missing.
  private static let deficitNames: Set<String> = [
    "shortfall", "shortage", "deficit", "loss", "losses", "drawdown", "decline", "drop", "lag", "delay",
    "decrease",
    "reduction",
  ]
}
