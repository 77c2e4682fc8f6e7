/// Applies compiled schemas to one value.
struct SchemaValidator {
  private let nodes: [SchemaNode]
  private let root: JSONValue
  /// The way to the part that is being checked: the position among its siblings of each part on it.
  private var path: [Int] = []
  private var found: [LocatedViolation] = []

  init(nodes: [SchemaNode], root: JSONValue) {
    self.nodes = nodes
    self.root = root
  }

  /// Every violation, in the order the parts stand in the value; on one part, in the order of the rules.
  mutating func validate() -> [JSONSchemaViolation] {
    let found = violations(of: 0, by: root)
    if found.isEmpty { return [] }
    let ordered = found.enumerated().sorted { left, right in
      let (leftPath, rightPath) = (left.element.positions, right.element.positions)
      return leftPath == rightPath
        ? left.offset < right.offset : leftPath.lexicographicallyPrecedes(rightPath)
    }
    return ordered.map(\.element.violation)
  }

  private mutating func violations(of schema: Int, by value: JSONValue) -> [LocatedViolation] {
    let before = found
    found = []
    check(value, against: schema)
    defer { found = before }
    return found
  }

  /// A rule by its place: handing rules themselves on would copy them at every step.
  private struct RulePlace {
    let schema: Int
    let index: Int
  }

  private mutating func report(_ rule: RulePlace, _ message: String) {
    found.append(
      LocatedViolation(of: nodes[rule.schema].rules[rule.index], at: path, in: root, message))
  }

  // The functions from here on call each other once a level of the value. They loop rather than map, since
  // every closure in between would take its share of the stack.

  private mutating func check(_ value: JSONValue, against schema: Int) {
    for index in nodes[schema].rules.indices {
      let rule = RulePlace(schema: schema, index: index)
      switch nodes[schema].rules[index].action {
      case .assert(let assertion):
        for complaint in assertion.complaints(about: value) { report(rule, complaint) }
      case .refuse:
        report(rule, "is not allowed here")
      case .apply(let applicator):
        apply(applicator, of: rule, to: value)
      }
    }
  }

  private mutating func apply(_ applicator: SchemaApplicator, of rule: RulePlace, to value: JSONValue) {
    switch value {
    case .object(let members) where applicator.isOfMembers:
      for (position, member) in members.enumerated() {
        path.append(position)
        check(member, by: applicator, of: rule)
        path.removeLast()
      }
    case .array(let elements) where applicator.isOfElements:
      for (position, element) in elements.enumerated() {
        guard let schema = applicator.schema(ofElement: position) else { continue }
        path.append(position)
        check(element, against: schema)
        path.removeLast()
      }
    default:
      checkInPlace(value, by: applicator, of: rule)
    }
  }

  /// Applies a keyword that speaks of the value as a whole.
  private mutating func checkInPlace(
    _ value: JSONValue, by applicator: SchemaApplicator, of rule: RulePlace
  ) {
    switch applicator {
    case .reference(let schema):
      check(value, against: schema)
    case .allOf(let schemas):
      for schema in schemas { check(value, against: schema) }
    case .anyOf(let schemas):
      let outcomes = outcomes(of: schemas, by: value)
      if !outcomes.contains(where: \.isEmpty) { report(rule, Self.noneMatches(outcomes)) }
    case .oneOf(let schemas):
      let outcomes = outcomes(of: schemas, by: value)
      let matches = outcomes.count { $0.isEmpty }
      if matches == 0 { report(rule, Self.noneMatches(outcomes)) }
      if matches > 1 { report(rule, "matches \(matches) of the alternatives, must match one") }
    case .not(let schema):
      if violations(of: schema, by: value).isEmpty { report(rule, "must not match the schema of “not”") }
    case .conditional(let condition, let consequence, let alternative):
      let holds = violations(of: condition, by: value).isEmpty
      if let schema = holds ? consequence : alternative { check(value, against: schema) }
    case .properties, .patternProperties, .additionalProperties, .propertyNames, .prefixItems, .items:
      break  // these speak of the parts of another type of value
    }
  }

  /// Applies a keyword that speaks of members to one of them.
  private mutating func check(
    _ member: JSONObject.Element, by applicator: SchemaApplicator, of rule: RulePlace
  ) {
    switch applicator {
    case .properties(let schemas):
      guard let schema = schemas[ScalarKey(text: member.key)] else { return }
      check(member.value, against: schema)
    case .patternProperties(let schemas):
      for (pattern, schema) in schemas where pattern.matches(member.key) {
        check(member.value, against: schema)
      }
    case .additionalProperties(let schema, let names, let patterns):
      let isKnown =
        names.contains(ScalarKey(text: member.key)) || patterns.contains { $0.matches(member.key) }
      if isKnown { return }
      if case .refuse = nodes[schema].rules.first?.action {
        report(rule, "is not a member the schema knows")
      } else {
        check(member.value, against: schema)
      }
    case .propertyNames(let schema):
      for violation in violations(of: schema, by: .string(member.key)) { found.append(violation.aboutName()) }
    default:
      break
    }
  }

  private mutating func outcomes(of schemas: [Int], by value: JSONValue) -> [[LocatedViolation]] {
    var outcomes: [[LocatedViolation]] = []
    for schema in schemas { outcomes.append(violations(of: schema, by: value)) }
    return outcomes
  }

  private static func noneMatches(_ outcomes: [[LocatedViolation]]) -> String {
    let reasons = outcomes.prefix(4).compactMap { $0.first?.violation.description }.joined(separator: "; ")
    return "matches none of the alternatives (\(reasons))"
  }
}
