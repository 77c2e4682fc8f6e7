/// The facts under a prefix, such as `scheme.h1.`, as the performance agent reads them.
struct PerformanceFacts {
  let prefix: String
  let facts: FactSet

  func id(_ name: String) -> String { prefix + name }

  func fact(_ name: String) -> Fact? { facts[id(name)] }

  func required(_ name: String) throws(CoachError) -> Fact {
    guard let fact = fact(name) else {
      throw CoachError(
        .missingFact, "performance needs the fact \(id(name)), which no tool made and nobody gave")
    }
    return fact
  }

  /// The state a fact tells.
  func requiredText(_ name: String) throws(CoachError) -> String {
    guard let text = try required(name).value.text else {
      throw CoachError(.invalidFacts, "fact \(id(name)) is a number; performance reads it as a state")
    }
    return text
  }

  /// The state a fact tells, nil when there is no such fact.
  func text(_ name: String) throws(CoachError) -> String? {
    try fact(name) == nil ? nil : requiredText(name)
  }

  /// The number a fact has, nil when there is no such fact.
  func number(_ name: String) throws(CoachError) -> Double? {
    guard let fact = fact(name) else { return nil }
    guard let number = fact.value.double else {
      throw CoachError(.invalidFacts, "fact \(id(name)) is a text; performance reads it as a number")
    }
    return number
  }

  /// Those of the named facts that prose can state as they are: they exist, and a number is above zero.
  func sayable(_ names: [String]) -> [Fact] {
    names.compactMap(fact).filter { $0.value.double.map { $0 > 0 } ?? true }
  }
}
