public import JSONKit

/// What a fixture says the coach must find, and what it must not say.
public struct ExpectedFacts: Hashable, Sendable {
  /// Values by fact id, in the order of the file.
  public let facts: JSONObject
  /// Ids of facts that cannot be known from this portfolio and so may not be there.
  public let absent: [String]
  /// Phrases that may appear in no output.
  public let forbidden: [String]
}

extension ExpectedFacts {
  static let none = ExpectedFacts(facts: JSONObject(), absent: [], forbidden: [])

  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("facts", "absent", "forbidden")
    facts = try fields.optionalFields("facts")?.object ?? JSONObject()
    absent = try fields.optionalStrings("absent")
    forbidden = try fields.optionalStrings("forbidden")
  }
}
