public import JSONKit

/// What a fixture says the coach must find, and what it must not say.
public struct ExpectedFacts: Hashable, Sendable {
  /// Values by fact id, in the order of the file.
  public let facts: JSONObject
  /// Phrases that may appear in no output.
  public let forbidden: [String]
}

extension ExpectedFacts {
  static let none = ExpectedFacts(facts: JSONObject(), forbidden: [])

  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly("facts", "forbidden")
    facts = try fields.optionalFields("facts")?.object ?? JSONObject()
    forbidden = try fields.optionalStrings("forbidden")
  }
}
