import Foundation
import JSONKit

/// A folder of conformance cases, read in place.
///
/// `COACH_REFERENCE_DIR` names the folder that holds them; by default it lies beside the package.
struct ReferenceSuite {
  let url: URL

  init(_ path: String) {
    let root =
      ProcessInfo.processInfo.environment["COACH_REFERENCE_DIR"].map { URL(filePath: $0) }
      ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "../shared/reference")
    url = root.appending(path: path)
  }

  var isPresent: Bool { FileManager.default.fileExists(atPath: url.path) }

  /// The cases of a file that is an array of them or an object with a member `cases`.
  func cases() throws -> [JSONValue] {
    let json = try JSONValue(parsing: Data(contentsOf: url))
    return json.array ?? json["cases"]?.array ?? []
  }
}
