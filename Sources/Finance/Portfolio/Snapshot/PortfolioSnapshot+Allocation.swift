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
      switch holding.scheme.assets {
      case .equity: parts.append((.equity, holding.value))
      case .debt: parts.append((.debt, holding.value))
      case .gold: parts.append((.gold, holding.value))
      case .cash: parts.append((.cash, holding.value))
      case .hybrid:
        let equity = try holding.value.scaled(by: try rules.hybridSplit(on: asOf).equity)
        parts += [(.equity, equity), (.debt, holding.value - equity)]
      }
    }
    var values: [ClassValue] = []
    for assetClass in AssetClass.allCases {
      let sum = try Money.sum(parts.filter { $0.assetClass == assetClass }.map(\.value))
      values.append(ClassValue(assetClass: assetClass, value: sum))
    }
    return values
  }
}
