import Finance
import JSONKit

extension GoalMathCase {
  /// What the library answers, or nil for a kind it does not have.
  func answer() throws -> JSONValue? {
    if let answer = try returns() { return answer }
    if let answer = try projection() { return answer }
    if let answer = try probability() { return answer }
    if let answer = try risk() { return answer }
    if let answer = try balance() { return answer }
    if let answer = try tax() { return answer }
    return try money()
  }

  private func returns() throws -> JSONValue? {
    switch kind {
    case "xirr": return xirr(try flows())
    case "xnpv": return .double(try Xnpv.value(of: try flows(), rate: try double("rate")))
    case "absolute_return":
      let ratio = PointReturns.absolute(invested: try double("invested"), value: try double("value"))
      return ratio.map { .double($0) } ?? ["status": "undefined"]
    case "cagr":
      let cagr = PointReturns.cagr(
        begin: try double("begin"), end: try double("end"), from: try date("begin_date"),
        to: try date("end_date"))
      switch cagr {
      case .ok(let rate): return .double(rate)
      case .subYear(let absolute): return ["status": "sub_year", "absolute": .double(absolute)]
      case .undefined: return ["status": "undefined"]
      }
    case "real_return":
      return PointReturns.real(nominal: try double("nominal"), inflation: try double("inflation"))
        .map { .double($0) }
    default: return nil
    }
  }

  private func xirr(_ flows: [CashFlow]) -> JSONValue {
    let result = Xirr.solve(flows)
    var answer: JSONObject = [
      "status": .string(result.status), "sign_changes": .double(Double(Xirr.signChanges(in: flows))),
    ]
    answer["rate"] = result.rate.map { .double($0) }
    if case .multipleRoots(let roots) = result { answer["roots"] = .array(roots.map { .double($0) }) }
    return .object(answer)
  }
}
