public import JSONKit

/// The value of a `Fact`: a number that keeps its decimal text, or a text.
public enum FactValue: Hashable, Sendable {
  /// A finite number; rupees carry exactly two decimals.
  case number(JSONNumber)
  /// A date (`2031-06-01`) or a state (`behind`).
  case text(String)

  /// The number as a Double, nil for a text.
  public var double: Double? {
    if case .number(let number) = self { number.double } else { nil }
  }

  /// The text, nil for a number.
  public var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

extension FactValue: Codable {
  /// Reads a JSON number or string; anything else is refused.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    switch try container.decode(JSONValue.self) {
    case .number(let number): self = .number(number)
    case .string(let text): self = .text(text)
    default:
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a fact's value is a number or a text")
    }
  }

  /// Writes the number by its source text, so that `20.10` stays `20.10`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(json)
  }
}
