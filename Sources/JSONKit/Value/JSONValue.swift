/// A JSON value as RFC 8259 defines it, with numbers by their source text and members in source order.
///
/// Equality is that of the data model: numbers by mathematical value, strings by Unicode scalars (never by
/// canonical equivalence), objects without regard to the order of their members.
///
/// ```swift
/// let value: JSONValue = ["goal": "g2", "target": 1_500_000]
/// print(value.compact())  // {"goal":"g2","target":1500000}
/// ```
public enum JSONValue: Sendable {
  /// The literal `null`.
  case null
  /// The literal `true` or `false`.
  case bool(Bool)
  /// A number, kept as it was written.
  case number(JSONNumber)
  /// A string of Unicode scalars.
  case string(String)
  /// An ordered list of values.
  case array([JSONValue])
  /// Members by name, in source order.
  case object(JSONObject)
}

extension JSONValue: Hashable {
  /// Whether two values are equal in the JSON data model.
  public static func == (lhs: JSONValue, rhs: JSONValue) -> Bool {
    switch (lhs, rhs) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.hasSameScalars(as: right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  /// Feeds the value to a hasher, consistently with `==`.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null:
      hasher.combine(0)
    case .bool(let bool):
      hasher.combine(1)
      hasher.combine(bool)
    case .number(let number):
      hasher.combine(2)
      hasher.combine(number)
    case .string(let string):
      hasher.combine(3)
      string.hashScalars(into: &hasher)
    case .array(let array):
      hasher.combine(4)
      hasher.combine(array)
    case .object(let object):
      hasher.combine(5)
      hasher.combine(object)
    }
  }
}

extension JSONValue: CustomStringConvertible {
  /// The compact JSON text of the value.
  public var description: String { compact() }
}
