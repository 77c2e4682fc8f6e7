import Finance
import JSONKit

extension FactMaker {
  /// The same inputs, seen under other conventions and resting on other rows.
  init(_ maker: FactMaker, params: JSONObject, rows: [Fact.Row]) {
    asOf = maker.asOf
    tool = maker.tool
    version = maker.version
    inputsHash = maker.inputsHash
    self.params = params
    self.rows = rows
  }

  /// An estimated amount, shown in whole rupees.
  func estimate(_ id: String, _ name: String, _ value: Money) throws -> Fact {
    guard let number = JSONNumber(text: value.decimalText) else {
      throw CoachError(.invalidFacts, "fact \(id) is not a JSON number")
    }
    return try make(id, name, .number(number), .inr, FactDisplay.wholeRupees(value), .estimate)
  }

  /// A distance between two ratios, kept in percentage points to nine decimals.
  ///
  /// A difference of two nearly equal shares is no more exact than that: the mix a sale restores is off by 0, not by
  /// 1e-14.
  func points(
    _ id: String, _ name: String, _ ratio: Double, quality: Fact.Quality = .estimate
  ) throws -> Fact {
    let points = (ratio * 100 * Self.partsOfAPoint).rounded() / Self.partsOfAPoint
    return try make(
      id, name, .number(try number(points, id)), .percentPoint, FactDisplay.points(ratio), quality)
  }

  private static let partsOfAPoint = 1e9

  func assetClass(_ id: String, _ name: String, _ value: AssetClass) throws -> Fact {
    try make(id, name, .text(value.rawValue), .enumeration, FactDisplay.funds(value), .exact)
  }

  /// Months with a tenth.
  func tenths(ofMonths value: Double, _ id: String, _ name: String, quality: Fact.Quality) throws -> Fact {
    try make(id, name, .number(try number(value, id)), .months, FactDisplay.tenths(ofMonths: value), quality)
  }

  /// A number of things.
  func total(_ id: String, _ name: String, _ value: Int) throws -> Fact {
    try make(id, name, .number(JSONNumber(value)), .count, FactDisplay.same(String(value)), .exact)
  }

  /// A number of things that need not be whole, shown to one decimal.
  func equivalent(_ id: String, _ name: String, _ value: Double, quality: Fact.Quality) throws -> Fact {
    let display = String(IndianFormat.percent(value / 100, decimals: 1).dropLast())
    return try make(id, name, .number(try number(value, id)), .count, FactDisplay.same(display), quality)
  }

  private func number(_ value: Double, _ id: String) throws -> JSONNumber {
    guard let number = JSONNumber(value) else {
      throw CoachError(.invalidFacts, "fact \(id) is not a finite number")
    }
    return number
  }
}
