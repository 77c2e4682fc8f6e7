/// Reads facts by id for those who weigh proposals: what is absent is nil, what has another type is an error.
struct AdviceFacts {
  let facts: FactSet

  func has(_ id: String) -> Bool { facts[id] != nil }

  /// - Throws: `CoachError` with code `invalid_facts` when the fact is a text.
  func number(_ id: String) throws(CoachError) -> Double? {
    guard let fact = facts[id] else { return nil }
    guard let number = fact.value.double else {
      throw CoachError(.invalidFacts, "fact \(id) is a text; recommendation reads it as a number")
    }
    return number
  }

  /// - Throws: `CoachError` with code `invalid_facts` when the fact is a number.
  func text(_ id: String) throws(CoachError) -> String? {
    guard let fact = facts[id] else { return nil }
    guard let text = fact.value.text else {
      throw CoachError(.invalidFacts, "fact \(id) is a number; recommendation reads it as a state")
    }
    return text
  }

  /// A whole number; a fact that is none, or that no `Int` holds, is refused.
  ///
  /// - Throws: `CoachError` with code `invalid_facts`.
  func whole(_ id: String) throws(CoachError) -> Int? {
    guard let number = try number(id) else { return nil }
    guard let whole = Int(exactly: number) else {
      throw CoachError(.invalidFacts, "fact \(id) is \(number); recommendation reads it as a whole number")
    }
    return whole
  }
}
