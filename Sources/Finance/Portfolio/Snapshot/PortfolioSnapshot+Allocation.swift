extension PortfolioSnapshot {
  /// What is held of an asset class.
  public struct ClassValue: Hashable, Sendable {
    /// The class.
    public let assetClass: AssetClass
    /// What is held of it.
    public let value: Money
  }

  /// What is held of each class, in the order of ``AssetClass``; the values sum to ``value``.
  ///
  /// A hybrid scheme counts by the split of `rules`, shares count as equity.
  ///
  /// - Throws: ``FinanceError`` when the rules have no split for the day, or a sum leaves its range.
  public func classValues(rules: RegulatoryTables) throws(FinanceError) -> [ClassValue] {
    var parts: [(assetClass: AssetClass, value: Money)] = stocks.map { (.equity, $0.value) }
    for holding in holdings {
      parts += try split(holding.value, of: holding.scheme.assets, rules: rules)
    }
    var values: [ClassValue] = []
    for assetClass in AssetClass.allCases {
      let sum = try Money.sum(parts.filter { $0.assetClass == assetClass }.map(\.value))
      values.append(ClassValue(assetClass: assetClass, value: sum))
    }
    return values
  }

  /// A value of `assets` by class; a hybrid counts by the split of `rules`.
  func split(_ value: Money, of assets: Scheme.Assets, rules: RegulatoryTables)
    throws(FinanceError) -> [(assetClass: AssetClass, value: Money)]
  {
    switch assets {
    case .equity: return [(.equity, value)]
    case .debt: return [(.debt, value)]
    case .gold: return [(.gold, value)]
    case .cash: return [(.cash, value)]
    case .hybrid:
      let equity = try value.scaled(by: try rules.hybridSplit(on: asOf).equity)
      return [(.equity, equity), (.debt, value - equity)]
    }
  }
}
