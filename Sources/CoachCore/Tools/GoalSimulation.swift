import Finance
import JSONKit

/// Computes how many of a goal's simulated paths reach its inflated target (domain rules §2.4).
struct GoalSimulation: CoachTool {
  static let name = "goal_simulation"
  static let version = "1"

  let goal: Goal
  let inputs: SnapshotInputs
  let policy: PolicyTables
  let method: SimulationMethod

  var snapshot: PortfolioSnapshot { inputs.snapshot }

  var arguments: JSONObject { ["goal": .string(goal.id), "as_of": .string(snapshot.asOf.description)] }

  /// The probability, and the number of paths where there are any; nothing for a goal whose date has come.
  func run() async throws -> [Fact] {
    guard let result = try await GoalProbability.assess(goal, in: snapshot, policy: policy, by: method) else {
      return []
    }
    let make = try maker(result)
    let id = "goal.\(goal.id).probability"
    var facts = [
      // To whole percent: the standard error of ten thousand paths is about half a point.
      try make.ratio(
        id, "share of simulated paths that reach the inflated target, under the stated assumptions",
        result.probability, decimals: 0)
    ]
    if case .paths(let paths) = method {
      facts.append(try make.count(id + ".paths", "number of simulated paths", paths))
    }
    return facts
  }

  private func maker(_ result: GoalProbability) throws -> FactMaker {
    try FactMaker(
      Self.self, asOf: snapshot.asOf, params: try params(result), inputs: .object(inputs.goalInputs(goal)),
      rows: inputs.goalRows(goal))
  }

  private func params(_ result: GoalProbability) throws -> JSONObject {
    guard let mean = JSONNumber(result.annualReturn), let volatility = JSONNumber(result.volatility) else {
      throw CoachError(.invalidFacts, "goal \(goal.id) is assumed to return what is no finite number")
    }
    var params: JSONObject = [
      "rate_convention": "effective", "timing": "due", "returns": "log_normal", "return": .number(mean),
      "volatility": .number(volatility),
    ]
    switch method {
    case .closedForm:
      params["method"] = "fenton_wilkinson"
    case .paths(let paths):
      params["method"] = "monte_carlo"
      params["paths"] = .number(JSONNumber(paths))
      params["seed"] = result.seed.map { .string(String($0)) }
    }
    return params
  }
}
