/// How much two schemes may hold in common.
struct OverlapCap: Hashable, Sendable {
  /// The largest overlap allowed, a ratio; nil while there is no rule.
  let overlap: Double?
}

extension OverlapCap {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("valid_from", "valid_to", "overlap")
    overlap = try fields.optionalDouble("overlap", in: 0...1)
  }
}
