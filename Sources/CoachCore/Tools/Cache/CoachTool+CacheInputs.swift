import Finance
import JSONKit

// What each tool's figures depend on beside its arguments, the policy and the rules. It has at least what the facts'
// own `inputs_hash` is taken over: a result that is found carries the very hash that a new one would.

extension GoalMath {
  func cacheInputs() throws -> JSONValue? {
    [.object(inputs.goalInputs(goal)), .bool(snapshot.holdings.contains(where: \.isStale))]
  }
}

extension ActionEffect {
  func cacheInputs() throws -> JSONValue? { .object(inputs.goalInputs(goal)) }
}

extension GoalSimulation {
  func cacheInputs() throws -> JSONValue? {
    [.object(inputs.goalInputs(goal)), .string(String(describing: method))]
  }
}

extension PortfolioReader {
  func cacheInputs() throws -> JSONValue? {
    let flows = snapshot.holdings.flatMap { holding in
      holding.ledger.flows.map { "\(holding.id):\($0)" }
    }
    return [
      inputs.holdings, .string(flows.joined(separator: " ")),
      snapshot.cost.map { .string($0.decimalText) } ?? .null,
    ]
  }
}

extension NavPrices {
  func cacheInputs() throws -> JSONValue? {
    [inputs, .string(String(describing: holding.scheme)), .bool(holding.isStale)]
  }
}

extension AllocationMath {
  func cacheInputs() throws -> JSONValue? {
    let schemes = snapshot.holdings.map { "\($0.id): \($0.scheme)" }
    let lots = snapshot.holdings.map { "\($0.id): \($0.lots)" }
    let issues = snapshot.issues.map { "\($0.kind):\($0.holding ?? "")" }
    return [
      inputs.json(arguments),
      .string(schemes.joined(separator: "\n")), .string(lots.joined(separator: "\n")),
      .string(issues.joined(separator: "\n")),
    ]
  }
}

extension OverlapEffect {
  func cacheInputs() throws -> JSONValue? {
    .array(pairs.map { .string("\($0.first)_\($0.second):\($0.overlap)") })
  }
}
