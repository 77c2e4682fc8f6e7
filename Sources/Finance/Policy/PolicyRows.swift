/// How the rows of the policy tables are read.
enum PolicyRows {
  static func disclaimers(_ fields: JSONFields) throws(FinanceError) -> [Disclaimer] {
    try fields.allowOnly("valid_from", "valid_to", "texts")
    return try fields.list("texts") { text throws(FinanceError) in
      try text.allowOnly("id", "text")
      return Disclaimer(id: try text.string("id"), text: try text.string("text"))
    }
  }

  static func returnClamp(_ fields: JSONFields) throws(FinanceError) -> ReturnClamp {
    try fields.allowOnly("valid_from", "valid_to", "minimum", "maximum")
    let minimum = try fields.double("minimum", in: 0...1)
    return ReturnClamp(minimum: minimum, maximum: try fields.double("maximum", in: minimum...1))
  }

  static func classReturns(_ fields: JSONFields) throws(FinanceError) -> [ClassAssumption] {
    try fields.allowOnly("valid_from", "valid_to", "classes")
    let assumptions = try ClassAssumption.list(optional: "classes", of: fields)
    guard assumptions.map(\.assetClass) == AssetClass.allCases else {
      throw fields.error(.missing, "must have every asset class", "classes")
    }
    guard assumptions.allSatisfy({ $0.volatility != nil }) else {
      throw fields.error(.missing, "must give every class a volatility (vol)", "classes")
    }
    return assumptions
  }

  static func simulationSeed(_ fields: JSONFields) throws(FinanceError) -> UInt64 {
    try fields.allowOnly("valid_from", "valid_to", "seed")
    return UInt64(try fields.int("seed", in: 0...Int.max))
  }

  static func bands(_ fields: JSONFields) throws(FinanceError) -> GoalBands {
    try fields.allowOnly("valid_from", "valid_to", "bands")
    let bounds = try fields.list("bands") { bound throws(FinanceError) in
      try bound.allowOnly("band", "at_least")
      return GoalBands.Bound(
        band: try bound.choice("band"), atLeast: try bound.double("at_least", in: 0...10))
    }
    let falls = zip(bounds, bounds.dropFirst()).allSatisfy { $0.atLeast > $1.atLeast }
    guard falls, bounds.last?.atLeast == 0 else {
      throw fields.error(.inconsistent, "must fall from bound to bound and end at 0", "bands")
    }
    return GoalBands(bounds: bounds)
  }
}
