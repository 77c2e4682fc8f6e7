import Finance
import JSONKit

extension FactMaker {
  /// An estimated amount, shown in whole rupees.
  func estimate(_ id: String, _ name: String, _ value: Money) throws -> Fact {
    try make(
      id, name, .number(number(value.decimalText)), .inr, FactDisplay.wholeRupees(value), .estimate)
  }

  /// A distance between two ratios, kept in percentage points to nine decimals.
  ///
  /// A difference of two nearly equal shares is no more exact than that: the mix a sale restores is off by 0, not by
  /// 1e-14.
  func points(
    _ id: String, _ name: String, _ ratio: Double, quality: Fact.Quality = .estimate
  ) throws -> Fact {
    let points = (ratio * 100 * Self.partsOfAPoint).rounded() / Self.partsOfAPoint
    return try percentPoint(id, name, points, quality: quality)
  }

  private static let partsOfAPoint = 1e9

  func assetClass(_ id: String, _ name: String, _ value: AssetClass) throws -> Fact {
    try make(id, name, .text(value.rawValue), .enumeration, FactDisplay.funds(value), .exact)
  }

  /// Months with a tenth.
  func tenths(ofMonths value: Double, _ id: String, _ name: String, quality: Fact.Quality) throws -> Fact {
    try make(id, name, .number(finite(value, id)), .months, FactDisplay.tenths(ofMonths: value), quality)
  }

  /// A number of things that need not be whole, shown to one decimal.
  func equivalent(_ id: String, _ name: String, _ value: Double, quality: Fact.Quality) throws -> Fact {
    let display = FactDisplay.same(IndianFormat.decimal(value, decimals: 1))
    return try make(id, name, .number(finite(value, id)), .count, display, quality)
  }
}
