import Foundation
import JSONKit

/// The draft's schema, read from the sources so that these tests need no embedded resource.
enum DraftSchema {
  static func schema() throws -> JSONSchema {
    var package = URL(filePath: #filePath)
    for _ in 0..<5 { package.deleteLastPathComponent() }
    let file = package.appending(path: "Sources/CoachCore/Contracts/Schemas/draft.schema.json")
    return try JSONSchema(JSONValue(parsing: try Data(contentsOf: file)))
  }
}
