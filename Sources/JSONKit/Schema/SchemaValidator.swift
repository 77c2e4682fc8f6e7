/// Applies compiled schemas to one value.
struct SchemaValidator {
  let nodes: [SchemaNode]

  /// Every violation, in the order the parts stand in the value; on one part, in the order of the rules.
  func validate(_ value: JSONValue) -> [JSONSchemaViolation] {
    let found = violations(of: 0, by: value, at: .root)
    let ordered = found.enumerated().sorted { left, right in
      let (leftPath, rightPath) = (left.element.positions, right.element.positions)
      return leftPath == rightPath
        ? left.offset < right.offset : leftPath.lexicographicallyPrecedes(rightPath)
    }
    return ordered.map(\.element.violation)
  }

  private func violations(of schema: Int, by value: JSONValue, at place: InstancePlace) -> [LocatedViolation]
  {
    var found: [LocatedViolation] = []
    check(value, at: place, against: schema, &found)
    return found
  }

  // The functions from here on call each other once a level of the value. They loop rather than map, since
  // every closure in between would take its share of the stack.

  private func check(
    _ value: JSONValue, at place: InstancePlace, against schema: Int, _ found: inout [LocatedViolation]
  ) {
    for rule in nodes[schema].rules {
      switch rule.action {
      case .assert(let assertion):
        found += assertion.complaints(about: value).map { LocatedViolation(of: rule, at: place, $0) }
      case .refuse:
        found.append(LocatedViolation(of: rule, at: place, "is not allowed here"))
      case .apply(let applicator):
        switch value {
        case .object(let members) where applicator.isOfMembers:
          for (position, member) in members.enumerated() {
            check(member, at: place.member(member.key, position), by: applicator, of: rule, &found)
          }
        case .array(let elements) where applicator.isOfElements:
          for (position, element) in elements.enumerated() {
            guard let schema = applicator.schema(ofElement: position) else { continue }
            check(element, at: place.element(position), against: schema, &found)
          }
        default:
          checkInPlace(value, at: place, by: applicator, of: rule, &found)
        }
      }
    }
  }

  /// Applies a keyword that speaks of the value as a whole.
  private func checkInPlace(
    _ value: JSONValue, at place: InstancePlace, by applicator: SchemaApplicator, of rule: SchemaRule,
    _ found: inout [LocatedViolation]
  ) {
    switch applicator {
    case .reference(let schema):
      check(value, at: place, against: schema, &found)
    case .allOf(let schemas):
      for schema in schemas { check(value, at: place, against: schema, &found) }
    case .anyOf(let schemas):
      let outcomes = schemas.map { violations(of: $0, by: value, at: place) }
      if !outcomes.contains(where: \.isEmpty) { found.append(noneMatches(outcomes, rule, place)) }
    case .oneOf(let schemas):
      let outcomes = schemas.map { violations(of: $0, by: value, at: place) }
      let matches = outcomes.count { $0.isEmpty }
      if matches == 0 { found.append(noneMatches(outcomes, rule, place)) }
      if matches > 1 {
        let message = "matches \(matches) of the alternatives, must match one"
        found.append(LocatedViolation(of: rule, at: place, message))
      }
    case .not(let schema):
      if violations(of: schema, by: value, at: place).isEmpty {
        found.append(LocatedViolation(of: rule, at: place, "must not match the schema of “not”"))
      }
    case .conditional(let condition, let consequence, let alternative):
      let holds = violations(of: condition, by: value, at: place).isEmpty
      if let schema = holds ? consequence : alternative { check(value, at: place, against: schema, &found) }
    case .properties, .patternProperties, .additionalProperties, .propertyNames, .prefixItems, .items:
      break  // these speak of the parts of another type of value
    }
  }

  /// Applies a keyword that speaks of members to one of them.
  private func check(
    _ member: JSONObject.Element, at place: InstancePlace, by applicator: SchemaApplicator,
    of rule: SchemaRule,
    _ found: inout [LocatedViolation]
  ) {
    switch applicator {
    case .properties(let schemas):
      guard let schema = schemas[ScalarKey(text: member.key)] else { return }
      check(member.value, at: place, against: schema, &found)
    case .patternProperties(let schemas):
      for (pattern, schema) in schemas where pattern.matches(member.key) {
        check(member.value, at: place, against: schema, &found)
      }
    case .additionalProperties(let schema, let names, let patterns):
      let isKnown =
        names.contains(ScalarKey(text: member.key)) || patterns.contains { $0.matches(member.key) }
      if isKnown { return }
      if case .refuse = nodes[schema].rules.first?.action {
        found.append(LocatedViolation(of: rule, at: place, "is not a member the schema knows"))
      } else {
        check(member.value, at: place, against: schema, &found)
      }
    case .propertyNames(let schema):
      found += violations(of: schema, by: .string(member.key), at: place).map { $0.aboutName() }
    default:
      break
    }
  }

  private func noneMatches(
    _ outcomes: [[LocatedViolation]], _ rule: SchemaRule, _ place: InstancePlace
  ) -> LocatedViolation {
    let reasons = outcomes.prefix(4).compactMap { $0.first?.violation.description }.joined(separator: "; ")
    return LocatedViolation(of: rule, at: place, "matches none of the alternatives (\(reasons))")
  }
}
