import JSONKit
import Testing

/// nst/JSONTestSuite: what a parser must accept, must refuse, and may do as it likes with.
@Suite struct JSONTestSuiteTests {
  static let suite = ReferenceSuite(name: "json/JSONTestSuite")
  static let files = ReferenceSuite(name: "json/JSONTestSuite/test_parsing")

  @Test(.enabled("json/JSONTestSuite is not there") { files.isPresent })
  func everyFile() throws {
    let names = try Self.files.files(ofType: "json")
    for name in names {
      let bytes = try Self.files.bytes(of: name)
      let outcome = Result { try JSONValue(parsing: bytes) }
      switch name.prefix(2) {
      case "y_": #expect(throws: Never.self, "\(name) must be accepted") { try outcome.get() }
      case "n_": #expect(throws: JSONParseError.self, "\(name) must be refused") { try outcome.get() }
      default: checkPlace(of: outcome, in: Array(bytes), name)
      }
    }
    Self.suite.report(names.count)
  }

  /// What a file of either kind may not do is crash, or be refused at a place that is not in it.
  private func checkPlace(of outcome: Result<JSONValue, any Error>, in bytes: [UInt8], _ name: String) {
    guard case .failure(let error) = outcome, let error = error as? JSONParseError else { return }
    #expect((0...bytes.count).contains(error.offset), "\(name)")
    #expect(error.line >= 1 && error.column >= 1, "\(name)")
  }

  @Test(.enabled("json/JSONTestSuite is not there") { files.isPresent })
  func roundTripOfEveryAcceptedFile() throws {
    for name in try Self.files.files(ofType: "json") {
      guard let value = try? JSONValue(parsing: try Self.files.bytes(of: name)) else { continue }
      #expect(try JSONValue(parsing: value.compact()) == value, "\(name)")
      #expect(try JSONValue(parsing: value.pretty()) == value, "\(name)")
    }
  }
}
