import Foundation
import JSONKit

/// A suite of published cases, read in place from `COACH_REFERENCE_DIR` or `shared/reference` beside the package.
struct ReferenceSuite {
  /// Its path in the reference folder.
  let path: String

  /// Whether the suite is there; says so when it is not.
  var isPresent: Bool {
    let isPresent = FileManager.default.fileExists(atPath: url.path)
    if !isPresent { print("\(path): skipped, not found") }
    return isPresent
  }

  /// The cases of one kind.
  func cases(ofKind kind: String) throws -> [JSONValue] {
    let document = try JSONValue(parsing: Data(contentsOf: url))
    return (document["cases"]?.array ?? []).filter { $0["kind"]?.string == kind }
  }

  private var url: URL {
    if let folder = ProcessInfo.processInfo.environment["COACH_REFERENCE_DIR"] {
      return URL(filePath: folder).appending(path: path)
    }
    let package = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.deletingLastPathComponent().appending(path: "shared/reference").appending(path: path)
  }
}
