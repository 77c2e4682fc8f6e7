/// One compiled schema: its rules in the order of its keywords.
struct SchemaNode: Sendable {
  /// Where it stands in the document.
  let pointer: JSONPointer
  var rules: [SchemaRule] = []
}

/// A compiled keyword.
struct SchemaRule: Sendable {
  /// What a rule does with a value.
  enum Action: Sendable {
    /// Looks at the value alone.
    case assert(SchemaAssertion)
    /// Applies other schemas to the value or its parts.
    case apply(SchemaApplicator)
    /// Allows nothing: the schema `false`.
    case refuse
  }

  let keyword: String
  /// Where the keyword stands in the document.
  let pointer: JSONPointer
  let action: Action
}

/// A keyword that applies schemas, each named by its index among the nodes.
enum SchemaApplicator: Sendable {
  case reference(Int)
  case allOf([Int])
  case anyOf([Int])
  case oneOf([Int])
  case not(Int)
  case conditional(condition: Int, consequence: Int?, alternative: Int?)
  case properties([ScalarKey: Int])
  case patternProperties([(pattern: Pattern, schema: Int)])
  case additionalProperties(Int, named: Set<ScalarKey>, patterns: [Pattern])
  case propertyNames(Int)
  case prefixItems([Int])
  case items(Int, from: Int)

  /// The schemas that are applied to the value itself, not to a part of it.
  var appliedInPlace: [Int] {
    switch self {
    case .reference(let schema), .not(let schema): [schema]
    case .allOf(let schemas), .anyOf(let schemas), .oneOf(let schemas): schemas
    case .conditional(let condition, let consequence, let alternative):
      [condition] + [consequence, alternative].compactMap { $0 }
    case .properties, .patternProperties, .additionalProperties, .propertyNames, .prefixItems, .items: []
    }
  }

  /// Whether it speaks of the members of an object.
  var isOfMembers: Bool {
    switch self {
    case .properties, .patternProperties, .additionalProperties, .propertyNames: true
    default: false
    }
  }

  /// Whether it speaks of the elements of an array.
  var isOfElements: Bool {
    switch self {
    case .prefixItems, .items: true
    default: false
    }
  }

  /// The schema it applies to the element at a position, if any.
  func schema(ofElement position: Int) -> Int? {
    switch self {
    case .prefixItems(let schemas): schemas.indices.contains(position) ? schemas[position] : nil
    case .items(let schema, let start): position >= start ? schema : nil
    default: nil
    }
  }
}
