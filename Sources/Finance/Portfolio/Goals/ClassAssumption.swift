/// What is assumed of an asset class in the years ahead.
public struct ClassAssumption: Hashable, Sendable {
  /// The class.
  public let assetClass: AssetClass
  /// The mean return a year, a ratio.
  public let annualReturn: Double
  /// The standard deviation of the yearly return, a ratio; nil where nobody gave one.
  public let volatility: Double?
  /// Where the figures are from.
  public let source: String

  /// An assumption with its source.
  public init(assetClass: AssetClass, annualReturn: Double, volatility: Double?, source: String) {
    self.assetClass = assetClass
    self.annualReturn = annualReturn
    self.volatility = volatility
    self.source = source
  }
}

extension ClassAssumption {
  /// The assumptions of the object under `key`, one member a class, in the order of ``AssetClass``.
  static func list(optional key: String, of fields: JSONFields) throws(FinanceError) -> [ClassAssumption] {
    guard let classes = try fields.optionalFields(key) else { return [] }
    try classes.allowOnly("equity", "debt", "gold", "cash")
    var list: [ClassAssumption] = []
    for assetClass in AssetClass.allCases {
      guard let assumption = try classes.optionalFields(assetClass.rawValue) else { continue }
      try assumption.allowOnly("return", "vol", "source")
      list.append(
        ClassAssumption(
          assetClass: assetClass, annualReturn: try assumption.double("return", in: -0.5...1),
          volatility: try assumption.optionalDouble("vol", in: 0...2),
          source: try assumption.string("source")))
    }
    return list
  }
}
