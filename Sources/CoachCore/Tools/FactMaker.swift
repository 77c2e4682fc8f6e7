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

  /// The same inputs, seen under other conventions and resting on other rows.
  init(_ maker: FactMaker, params: JSONObject, rows: [Fact.Row]) {
    asOf = maker.asOf
    tool = maker.tool
    version = maker.version
    inputsHash = maker.inputsHash
    self.params = params
    self.rows = rows
  }

  /// The same maker for figures that rest on other rows of the same inputs.
  func resting(on rows: [Fact.Row]) -> FactMaker { FactMaker(self, params: params, rows: rows) }

  func money(_ id: String, _ name: String, _ value: Money, quality: Fact.Quality = .estimate) throws -> Fact {
    try make(id, name, .number(number(value.decimalText)), .inr, FactDisplay.money(value), quality)
  }

  /// A fraction of one, shown as a percentage of `decimals` places.
  func ratio(
    _ id: String, _ name: String, _ value: Double, decimals: Int = 2, quality: Fact.Quality = .estimate
  ) throws -> Fact {
    let display = FactDisplay.ratio(value, decimals: decimals)
    return try make(id, name, .number(finite(value, id)), .ratio, display, quality)
  }

  /// A difference of two percentages, in points: 12 for twelve percentage points.
  func percentPoint(
    _ id: String, _ name: String, _ value: Double, quality: Fact.Quality = .estimate
  ) throws -> Fact {
    try make(
      id, name, .number(finite(value, id)), .percentPoint, FactDisplay.percentPoint(value), quality)
  }

  func count(_ id: String, _ name: String, _ value: Int, quality: Fact.Quality = .exact) throws -> Fact {
    try make(id, name, .number(JSONNumber(value)), .count, FactDisplay.count(value), quality)
  }

  func years(_ id: String, _ name: String, _ value: Int, quality: Fact.Quality = .exact) throws -> Fact {
    try make(id, name, .number(JSONNumber(value)), .years, FactDisplay.years(value), quality)
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

  func finite(_ value: Double, _ id: String) throws -> JSONNumber {
    guard let number = JSONNumber(value) else {
      throw CoachError(.invalidFacts, "fact \(id) is not a finite number")
    }
    return number
  }

  func number(_ text: String) throws -> JSONNumber {
    guard let number = JSONNumber(text: text) else {
      throw CoachError(.invalidFacts, "\"\(text)\" is not a JSON number")
    }
    return number
  }

  func make(
    _ id: String, _ name: String, _ value: FactValue, _ unit: Fact.Unit, _ display: Fact.Display,
    _ quality: Fact.Quality
  ) throws -> Fact {
    Fact(
      id: id, name: name, value: value, unit: unit, asOf: asOf, tool: tool, toolVersion: version,
      params: params,
      inputsHash: inputsHash, rows: rows, quality: quality, display: display)
  }
}
