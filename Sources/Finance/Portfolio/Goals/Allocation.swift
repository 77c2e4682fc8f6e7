/// How money is spread over the asset classes: weights from 0 to 1 that sum to 1.
public struct Allocation: Hashable, Sendable {
  /// The classes with their weights, in the order of ``AssetClass``, without zero weights.
  public let weights: [Weight]

  /// One class and its part.
  public struct Weight: Hashable, Sendable {
    /// The class.
    public let assetClass: AssetClass
    /// The part, above 0 and at most 1.
    public let weight: Double
  }

  /// The spread by `weight` of each class.
  ///
  /// - Throws: ``FinanceError`` `inconsistent` unless the weights are from 0 to 1 and sum to 1 within 1e-6.
  public init(_ weight: (AssetClass) -> Double) throws(FinanceError) {
    let all = AssetClass.allCases.map { Weight(assetClass: $0, weight: weight($0)) }
    let sum = all.reduce(0) { $0 + $1.weight }
    guard all.allSatisfy({ (0...1).contains($0.weight) }), (sum - 1).magnitude <= 1e-6 else {
      throw FinanceError(.inconsistent, "the weights must be from 0 to 1 and sum to 1, not \(sum)")
    }
    weights = all.filter { $0.weight > 0 }
  }

  /// The part of `assetClass`, 0 when it has none.
  public subscript(assetClass: AssetClass) -> Double {
    weights.first { $0.assetClass == assetClass }?.weight ?? 0
  }
}

extension Allocation {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("equity", "debt", "gold", "cash")
    var weights: [AssetClass: Double] = [:]
    for assetClass in AssetClass.allCases {
      weights[assetClass] = try fields.optionalDouble(assetClass.rawValue, in: 0...1)
    }
    do throws(FinanceError) {
      try self.init { weights[$0] ?? 0 }
    } catch {
      throw error.located(at: fields.pointer)
    }
  }
}
