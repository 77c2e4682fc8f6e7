/// The facts of one goal, by the part of their id after `goal.<id>.`.
struct GoalFacts {
  let goal: String
  let facts: FactSet

  func id(_ name: String) -> String { "goal.\(goal).\(name)" }

  func fact(_ name: String) -> Fact? { facts[id(name)] }

  func required(_ name: String) throws(CoachError) -> Fact {
    guard let fact = fact(name) else {
      throw CoachError(
        .missingFact, "goal insights needs the fact \(id(name)), which no tool made and nobody gave")
    }
    return fact
  }

  func text(_ name: String) throws(CoachError) -> String {
    guard let text = try required(name).value.text else {
      throw CoachError(.invalidFacts, "fact \(id(name)) is a number; goal insights reads it as a state")
    }
    return text
  }

  func number(_ name: String) throws(CoachError) -> Double {
    guard let number = try required(name).value.double else {
      throw CoachError(.invalidFacts, "fact \(id(name)) is a text; goal insights reads it as a number")
    }
    return number
  }
}
