import JSONKit
import Testing

/// Expects that a text is refused at a place.
func expectRefused(
  _ text: String, _ code: JSONParseError.Code, line: Int = 1, column: Int,
  options: JSONParser.Options = .init(),
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let error = #expect(throws: JSONParseError.self, sourceLocation: sourceLocation) {
    try JSONValue(parsing: text, options: options)
  }
  #expect(error?.code == code, sourceLocation: sourceLocation)
  #expect(error?.line == line, sourceLocation: sourceLocation)
  #expect(error?.column == column, sourceLocation: sourceLocation)
}
