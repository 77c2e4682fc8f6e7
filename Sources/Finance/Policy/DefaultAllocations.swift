/// How money is spread where a person has not said: by risk profile and by how far away the goal is.
struct DefaultAllocations: Sendable {
  /// Horizons below this many months are short.
  let shortBelow: Int
  /// Horizons up to this many months are medium, longer ones long.
  let mediumUpTo: Int
  /// The equity part of each profile for short, medium and long horizons; the rest is debt.
  let equity: [RiskProfile: [Double]]

  func allocation(profile: RiskProfile, horizonMonths: Int) throws(FinanceError) -> Allocation {
    let index = horizonMonths < shortBelow ? 0 : horizonMonths <= mediumUpTo ? 1 : 2
    let part = equity[profile == .unknown ? .conservative : profile]?[index] ?? 0
    return try Allocation { $0 == .equity ? part : $0 == .debt ? 1 - part : 0 }
  }
}

extension DefaultAllocations {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("valid_from", "valid_to", "short_below", "medium_up_to", "equity")
    shortBelow = try fields.int("short_below", in: 1...1200)
    mediumUpTo = try fields.int("medium_up_to", in: shortBelow...1200)
    let profiles = try fields.fields("equity")
    try profiles.allowOnly("conservative", "moderate", "aggressive")
    var equity: [RiskProfile: [Double]] = [:]
    for profile in [RiskProfile.conservative, .moderate, .aggressive] {
      let parts = try profiles.fields(profile.rawValue)
      try parts.allowOnly("short", "medium", "long")
      equity[profile] = [
        try parts.double("short", in: 0...1), try parts.double("medium", in: 0...1),
        try parts.double("long", in: 0...1),
      ]
    }
    self.equity = equity
  }
}
