import JSONKit
import Testing

/// JSON-Schema-Test-Suite, draft 2020-12: every group whose schema stays within the supported keywords.
///
/// Groups with other keywords must be refused when the schema is compiled; that is checked too.
@Suite struct SchemaConformanceTests {
  static let required = ReferenceSuite(name: "json-schema/tests/draft2020-12")
  static let dates = ReferenceSuite(name: "json-schema/tests/draft2020-12/optional/format/date.json")
  static let patterns = ReferenceSuite(
    name: "json-schema/tests/draft2020-12/optional/ecmascript-regex.json")
  static let bigNumbers = ReferenceSuite(name: "json-schema/tests/draft2020-12/optional/bignum.json")

  struct Tally {
    var groups = 0
    var cases = 0
    var refusedGroups = 0
    var note: String { " in \(groups) groups; \(refusedGroups) groups refused for their keywords" }
  }

  @Test(.enabled("json-schema/tests/draft2020-12 is not there") { required.isPresent })
  func requiredGroups() throws {
    var tally = Tally()
    // There `format` is an annotation, which never fails; here it is asserted.
    for name in try Self.required.files(ofType: "json") where name != "format.json" {
      try run(try JSONValue(parsing: try Self.required.bytes(of: name)), &tally)
    }
    Self.required.report(tally.cases, note: tally.note)
    #expect(tally.groups > tally.refusedGroups)
  }

  @Test(
    .enabled("the optional groups are not there") { dates.isPresent },
    arguments: [dates, patterns, bigNumbers])
  func optionalGroups(suite: ReferenceSuite) throws {
    guard suite.isPresent else { return }
    var tally = Tally()
    try run(try JSONValue(parsing: try suite.bytes()), &tally)
    suite.report(tally.cases, note: tally.note)
    #expect(tally.groups > 0)
  }

  private func run(_ groups: JSONValue, _ tally: inout Tally) throws {
    for group in try #require(groups.array) {
      let name = try #require(group["description"]?.string)
      let schema: JSONSchema
      do {
        schema = try JSONSchema(try #require(group["schema"]))
      } catch let error as JSONSchemaError {
        #expect(isBeyondTheSubset(error), "\(name): \(error)")
        tally.refusedGroups += 1
        continue
      }
      tally.groups += 1
      for example in try #require(group["tests"]?.array) {
        let violations = schema.validate(try #require(example["data"]))
        let description = example["description"]?.string ?? ""
        #expect(violations.isEmpty == example["valid"]?.bool, "\(name): \(description): \(violations)")
        tally.cases += 1
      }
    }
  }

  /// The suite's schemas are all valid: they may be refused for what is not supported, never as malformed.
  private func isBeyondTheSubset(_ error: JSONSchemaError) -> Bool {
    error.code == .unsupportedKeyword || error.message.contains("not supported")
  }
}
