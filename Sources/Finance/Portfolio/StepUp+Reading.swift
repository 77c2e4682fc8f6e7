extension StepUp {
  /// The step-up under `key`, nil when there is none.
  init?(optional key: String, of fields: JSONFields) throws(FinanceError) {
    guard let stepUp = try fields.optionalFields(key) else { return nil }
    try stepUp.allowOnly("kind", "value", "month")
    let month = try stepUp.optionalInt("month", in: 1...12)
    switch try stepUp.string("kind") {
    case "percent": self.init(.percent(try stepUp.double("value", in: 0...1)), month: month)
    case "amount": self.init(.amount(try stepUp.nonNegativeMoney("value").rupees), month: month)
    default: throw stepUp.error(.malformed, "must be one of percent, amount", "kind")
    }
  }
}
