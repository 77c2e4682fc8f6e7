import Foundation

/// Where the public conformance suites lie, read in place.
enum ReferenceFolder {
  /// `COACH_REFERENCE_DIR`, by default the folder `shared/reference` beside the project.
  static var path: String {
    if let path = ProcessInfo.processInfo.environment["COACH_REFERENCE_DIR"] { return path }
    let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(5).joined(separator: "/")
    return "\(root.dropFirst())/../shared/reference"
  }

  static func file(_ name: String) -> String { "\(path)/\(name)" }

  static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }
}
