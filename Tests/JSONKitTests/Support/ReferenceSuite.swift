import Foundation
import JSONKit

/// A suite of published cases, read in place from the reference folder.
///
/// The folder is `COACH_REFERENCE_DIR`, or `shared/reference` beside the package.
struct ReferenceSuite {
  /// Its path in the reference folder, which is also its name in the output.
  let name: String

  private var url: URL { Self.folder.appending(path: name) }

  /// Whether the suite is there; says so when it is not, since a skipped suite is easily overlooked.
  var isPresent: Bool {
    let isPresent = FileManager.default.fileExists(atPath: url.path)
    if !isPresent { print("\(name): skipped, not found") }
    return isPresent
  }

  /// The names of its files with an extension, sorted.
  func files(ofType type: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0.hasSuffix(".\(type)") }.sorted()
  }

  /// The bytes of one of its files, or of the suite itself when it is a file.
  func bytes(of file: String? = nil) throws -> Data {
    try Data(contentsOf: file.map { url.appending(path: $0) } ?? url)
  }

  /// Prints how many cases were run.
  func report(_ count: Int, note: String = "") {
    print("\(name): \(count) cases\(note)")
  }

  private static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["COACH_REFERENCE_DIR"] {
      return URL(filePath: path)
    }
    let package = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.deletingLastPathComponent().appending(path: "shared/reference")
  }
}
