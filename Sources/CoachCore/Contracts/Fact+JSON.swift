import Finance
import JSONKit

extension Fact {
  /// The fact as JSON, members in the order of the contract.
  var json: JSONValue {
    .object([
      CodingKeys.id.rawValue: .string(id),
      CodingKeys.name.rawValue: .string(name),
      CodingKeys.value.rawValue: value.json,
      CodingKeys.unit.rawValue: .string(unit.rawValue),
      CodingKeys.asOf.rawValue: .string(asOf.description),
      CodingKeys.tool.rawValue: .string(tool),
      CodingKeys.toolVersion.rawValue: .string(toolVersion),
      CodingKeys.params.rawValue: .object(params),
      CodingKeys.inputsHash.rawValue: .string(inputsHash),
      CodingKeys.rows.rawValue: .array(rows.map { ["table": .string($0.table), "id": .string($0.id)] }),
      CodingKeys.quality.rawValue: .string(quality.rawValue),
      CodingKeys.display.rawValue: [
        "en": .string(display.en), "hi": .string(display.hi), "short": .string(display.short),
      ],
    ])
  }

  /// Encodes the fact as ``json``: a run writes hundreds, and a container a fact would be most of the work.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(json)
  }
}

extension FactValue {
  /// The value as JSON, a number by its source text.
  var json: JSONValue {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    }
  }
}
