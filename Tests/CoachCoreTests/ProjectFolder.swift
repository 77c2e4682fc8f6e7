import Foundation
import JSONKit

/// The project's own files, found from where this source lies.
enum ProjectFolder {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func json(_ path: String) throws -> JSONValue {
    try JSONValue(parsing: try String(contentsOf: root.appending(path: path), encoding: .utf8))
  }
}
