import JSONKit

/// The facts allocation speaks from, under one prefix, and what follows from them for a brief.
struct AllocationFacts {
  let prefix: String
  let facts: FactSet

  func id(_ name: String) -> String { prefix + name }

  func fact(_ name: String) -> Fact? { facts[id(name)] }

  func has(_ names: String...) -> Bool { names.allSatisfy { fact($0) != nil } }

  /// The state a fact tells; nil when there is no such fact.
  ///
  /// - Throws: `CoachError` with code `invalid_facts` when the fact is a number.
  func state(_ name: String) throws(CoachError) -> String? {
    guard let fact = fact(name) else { return nil }
    guard let text = fact.value.text else {
      throw CoachError(.invalidFacts, "fact \(fact.id) is a number; allocation reads it as a state")
    }
    return text
  }

  /// The state a fact tells.
  ///
  /// - Throws: `CoachError` with code `missing_fact` or `invalid_facts`.
  func requiredState(_ name: String) throws(CoachError) -> String {
    guard let state = try state(name) else {
      throw CoachError(
        .missingFact, "allocation needs the fact \(id(name)), which no tool made and nobody gave")
    }
    return state
  }

  /// - Throws: `CoachError` with code `missing_fact` or `invalid_facts`.
  func requiredNumber(_ name: String) throws(CoachError) -> Double {
    guard let fact = fact(name) else {
      throw CoachError(
        .missingFact, "allocation needs the fact \(id(name)), which no tool made and nobody gave")
    }
    guard let number = fact.value.double else {
      throw CoachError(.invalidFacts, "fact \(fact.id) is a text; allocation reads it as a number")
    }
    return number
  }

  /// The limits the facts of a brief bring along, each once, in the order of the contract.
  static func caveats(of facts: [Fact]) -> [Insight.Caveat] {
    let carried = facts.flatMap { fact in
      (fact.params["caveats"]?.array ?? []).compactMap { $0.string.flatMap(Insight.Caveat.init(rawValue:)) }
    }
    return Insight.Caveat.allCases.filter { caveat in
      switch caveat {
      case .staleNAV: carried.contains(caveat) || facts.contains { $0.quality == .stale }
      case .estimate: carried.contains(caveat) || facts.contains { $0.quality == .estimate }
      default: carried.contains(caveat)
      }
    }
  }

  /// Whether one of some holdings takes no new money.
  func takesNoNewMoney(_ holdings: [String]) -> Bool {
    holdings.contains { holding in
      ["closed_to_new", "merged", "wound_up"].contains(facts["holding.\(holding).status"]?.value.text)
    }
  }
}
