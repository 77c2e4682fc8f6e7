import Finance
import JSONKit

/// Makes the facts of one tool call: same date, same inputs, same conventions; only the figures differ.
struct FactMaker {
  let asOf: CivilDate
  let tool: String
  let version: String
  let params: JSONObject
  let inputsHash: String
  let rows: [Fact.Row]

  /// - Parameter inputs: everything the figures depend on; its hash goes into every fact.
  init(
    _ tool: any CoachTool.Type, asOf: CivilDate, params: JSONObject = [:], inputs: JSONValue, rows: [Fact.Row]
  ) throws {
    self.asOf = asOf
    self.tool = tool.name
    self.version = tool.version
    self.params = params
    self.inputsHash = try ContentHash.sha256(canonical: inputs)
    self.rows = rows
  }

  func money(_ id: String, _ name: String, _ value: Money, quality: Fact.Quality = .estimate) throws -> Fact {
    try make(id, name, .number(number(value.decimalText)), .inr, FactDisplay.money(value), quality)
  }

  /// A fraction of one, shown as a percentage.
  func ratio(_ id: String, _ name: String, _ value: Double, quality: Fact.Quality = .estimate) throws -> Fact
  {
    guard let number = JSONNumber(value) else {
      throw CoachError(.invalidFacts, "fact \(id) is not a finite number")
    }
    return try make(id, name, .number(number), .ratio, FactDisplay.ratio(value), quality)
  }

  func months(_ id: String, _ name: String, _ value: Int, quality: Fact.Quality = .exact) throws -> Fact {
    try make(id, name, .number(JSONNumber(value)), .months, FactDisplay.months(value), quality)
  }

  func date(_ id: String, _ name: String, _ value: CivilDate, quality: Fact.Quality = .exact) throws -> Fact {
    try make(id, name, .text(value.description), .date, FactDisplay.date(value), quality)
  }

  func state(_ id: String, _ name: String, _ value: String, quality: Fact.Quality = .exact) throws -> Fact {
    try make(id, name, .text(value), .enumeration, FactDisplay.state(value), quality)
  }

  func units(_ id: String, _ name: String, _ value: Units) throws -> Fact {
    try make(
      id, name, .number(number(value.decimalText)), .units, FactDisplay.same(value.decimalText), .exact)
  }

  func nav(_ id: String, _ name: String, _ value: NAV, quality: Fact.Quality) throws -> Fact {
    try make(
      id, name, .number(number(value.decimalText)), .nav, FactDisplay.same("₹" + value.decimalText), quality)
  }

  private func number(_ text: String) throws -> JSONNumber {
    guard let number = JSONNumber(text: text) else {
      throw CoachError(.invalidFacts, "\"\(text)\" is not a JSON number")
    }
    return number
  }

  private func make(
    _ id: String, _ name: String, _ value: FactValue, _ unit: Fact.Unit, _ display: Fact.Display,
    _ quality: Fact.Quality
  ) throws -> Fact {
    Fact(
      id: id, name: name, value: value, unit: unit, asOf: asOf, tool: tool, toolVersion: version,
      params: params,
      inputsHash: inputsHash, rows: rows, quality: quality, display: display)
  }
}
