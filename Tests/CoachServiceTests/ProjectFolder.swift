import Foundation
import JSONKit

/// The project's own files, found from where this source lies.
enum ProjectFolder {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func json(_ path: String) throws -> JSONValue { try JSONValue(parsing: text(path)) }
}
