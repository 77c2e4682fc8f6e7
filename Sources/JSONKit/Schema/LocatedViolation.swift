/// A violation with what is needed to put it in the order of the document.
struct LocatedViolation {
  let violation: JSONSchemaViolation
  /// The position among its siblings of each part on the way from the root.
  let positions: [Int]

  init(of rule: SchemaRule, at place: InstancePlace, _ message: String) {
    violation = JSONSchemaViolation(
      instance: place.pointer, keyword: rule.keyword, schema: rule.pointer, message: message)
    positions = place.positions
  }

  private init(_ violation: JSONSchemaViolation, positions: [Int]) {
    self.violation = violation
    self.positions = positions
  }

  /// The same violation, said of a member's name instead of its value.
  func aboutName() -> LocatedViolation {
    let renamed = JSONSchemaViolation(
      instance: violation.instance, keyword: violation.keyword, schema: violation.schema,
      message: "its name \(violation.message)")
    return LocatedViolation(renamed, positions: positions)
  }
}

/// The way to a part of the value being checked.
///
/// A chain of references, so that going one step down costs the same at any depth; most are never written out.
final class InstancePlace {
  private let parent: InstancePlace?
  private let name: String?
  private let position: Int

  /// The whole value.
  static var root: InstancePlace { InstancePlace(parent: nil, name: nil, position: 0) }

  private init(parent: InstancePlace?, name: String?, position: Int) {
    self.parent = parent
    self.name = name
    self.position = position
  }

  func element(_ position: Int) -> InstancePlace {
    InstancePlace(parent: self, name: nil, position: position)
  }

  func member(_ name: String, _ position: Int) -> InstancePlace {
    InstancePlace(parent: self, name: name, position: position)
  }

  var pointer: JSONPointer { JSONPointer(tokens: steps.map { $0.name ?? String($0.position) }) }

  var positions: [Int] { steps.map(\.position) }

  /// The places from the root's child down to this one.
  private var steps: [InstancePlace] {
    let places = sequence(first: self) { $0.parent }
    return places.reversed().dropFirst().map { $0 }
  }
}
