/// A keyword that looks at a value alone.
enum SchemaAssertion: Sendable {
  case types([String])
  case values([JSONValue])
  case constant(JSONValue)
  case number(NumberBound, JSONNumber)
  case multiple(of: DecimalDivisor)
  case atLeast(Int, CountedPart)
  case atMost(Int, CountedPart)
  case pattern(Pattern)
  case date
  case uniqueItems(isWanted: Bool)
  case required([String])

  /// How a number is bounded.
  enum NumberBound: Sendable {
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum
  }

  /// What is counted in a value of the type that has it.
  enum CountedPart: String, Sendable {
    case scalars = "character"
    case elements = "element"
    case members = "member"
  }

  /// What a value breaks, in words that quote the schema alone; nothing when it conforms.
  ///
  /// As the specification says, a value of a type the keyword does not speak of conforms.
  func complaints(about value: JSONValue) -> [String] {
    switch self {
    case .types(let types):
      let matches = types.contains { Self.isOfType($0, value) }
      return matches ? [] : ["must be of type \(types.joined(separator: " or ")), is \(value.typeName)"]
    case .values(let allowed):
      return allowed.contains(value) ? [] : ["must be one of \(Self.quoted(allowed))"]
    case .constant(let constant):
      return constant == value ? [] : ["must be \(Self.quoted([constant]))"]
    case .number(let bound, let limit):
      return value.number.flatMap { bound.complaint(about: $0, limit: limit) }.map { [$0] } ?? []
    case .multiple(let divisor):
      guard let number = value.number, !divisor.divides(number) else { return [] }
      return ["must be a multiple of \(divisor.number.text)"]
    case .atLeast(let minimum, let part):
      guard let count = part.count(in: value, upTo: minimum), count < minimum else { return [] }
      return ["must have at least \(minimum) \(part.rawValue)\(minimum == 1 ? "" : "s")"]
    case .atMost(let maximum, let part):
      guard let count = part.count(in: value, upTo: min(maximum, Int.max - 1) + 1), count > maximum else {
        return []
      }
      return ["must have at most \(maximum) \(part.rawValue)\(maximum == 1 ? "" : "s")"]
    case .pattern(let pattern):
      guard let string = value.string, !pattern.matches(string) else { return [] }
      return ["must match the pattern \(pattern.source)"]
    case .date:
      guard let string = value.string, !RFC3339Date.isValid(string) else { return [] }
      return ["must be a date as YYYY-MM-DD"]
    case .uniqueItems(let isWanted):
      guard isWanted, let elements = value.array, Set(elements).count < elements.count else { return [] }
      return ["must not have equal elements"]
    case .required(let names):
      guard let members = value.object else { return [] }
      return names.filter { members[$0] == nil }.map { "lacks the member “\($0)”" }
    }
  }

  private static func isOfType(_ type: String, _ value: JSONValue) -> Bool {
    if type == "integer" { return value.number.map { DecimalForm(of: $0).isInteger } ?? false }
    return value.typeName == type
  }

  /// The first values of a list, for a message of bounded length.
  private static func quoted(_ values: [JSONValue]) -> String {
    let shown = values.prefix(12).map { String($0.compact().prefix(80)) }
    return (shown + (values.count > shown.count ? ["…"] : [])).joined(separator: ", ")
  }
}

extension SchemaAssertion.NumberBound {
  func complaint(about number: JSONNumber, limit: JSONNumber) -> String? {
    switch self {
    case .minimum: number < limit ? "must be at least \(limit.text)" : nil
    case .maximum: limit < number ? "must be at most \(limit.text)" : nil
    case .exclusiveMinimum: limit < number ? nil : "must be more than \(limit.text)"
    case .exclusiveMaximum: number < limit ? nil : "must be less than \(limit.text)"
    }
  }
}

extension SchemaAssertion.CountedPart {
  /// How many there are, or nil for a value of another type; past `limit` they need not be counted.
  func count(in value: JSONValue, upTo limit: Int) -> Int? {
    switch self {
    case .scalars: value.string?.unicodeScalars.prefix(limit).count
    case .elements: value.array?.count
    case .members: value.object?.count
    }
  }
}
