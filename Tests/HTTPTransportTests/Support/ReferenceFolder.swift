import Foundation

/// The public conformance suites, read in place from `COACH_REFERENCE_DIR` or `shared/reference` beside the package.
enum ReferenceFolder {
  static let url: URL =
    ProcessInfo.processInfo.environment["COACH_REFERENCE_DIR"].map { URL(filePath: $0) }
    ?? URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "../shared/reference")

  static func has(_ name: String) -> Bool {
    let isPresent = FileManager.default.fileExists(atPath: url.appending(path: name).path)
    if !isPresent { print("\(name): skipped, not found") }
    return isPresent
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appending(path: name)))
  }

  static func files(_ folder: String, ext: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.appending(path: folder).path)
      .filter { $0.hasSuffix(".\(ext)") }.sorted()
  }
}
