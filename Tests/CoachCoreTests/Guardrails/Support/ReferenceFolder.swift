import Foundation
import JSONKit

/// The public reference material, read in place: from `COACH_REFERENCE_DIR`, or `shared/reference` beside the package.
enum ReferenceFolder {
  static let url: URL = {
    if let path = ProcessInfo.processInfo.environment["COACH_REFERENCE_DIR"] { return URL(filePath: path) }
    var package = URL(filePath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<5 { package.deleteLastPathComponent() }
    return package.deletingLastPathComponent().appending(path: "shared/reference")
  }()

  /// Whether a file is there; says so when it is not, since a skipped suite is easily overlooked.
  static func holds(_ path: String) -> Bool {
    let isPresent = FileManager.default.fileExists(atPath: url.appending(path: path).path)
    if !isPresent { print("\(path): skipped, not found") }
    return isPresent
  }

  static func json(_ path: String) throws -> JSONValue {
    try JSONValue(parsing: try Data(contentsOf: url.appending(path: path)))
  }

  /// The lines of a gzip file, unpacked by the system's own tool.
  static func lines(ofCompressed path: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", url.appending(path: path).path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }
}

/// How often a detector was right, by kind.
struct DetectionTally {
  private(set) var hits: [String: Int] = [:]
  private(set) var misses: [String: Int] = [:]
  private(set) var falseAlarms: [String: Int] = [:]

  mutating func expect(_ kind: String, found: Bool) {
    if found { hits[kind, default: 0] += 1 } else { misses[kind, default: 0] += 1 }
  }

  mutating func expectNothing(_ kind: String, found: Bool) {
    if found { falseAlarms[kind, default: 0] += 1 }
  }

  var kinds: [String] { Set(hits.keys).union(misses.keys).union(falseAlarms.keys).sorted() }

  func recall(_ kind: String) -> Double { ratio(hits[kind] ?? 0, misses[kind] ?? 0) }
  func precision(_ kind: String) -> Double { ratio(hits[kind] ?? 0, falseAlarms[kind] ?? 0) }

  var recall: Double { ratio(hits.values.reduce(0, +), misses.values.reduce(0, +)) }

  private func ratio(_ part: Int, _ rest: Int) -> Double {
    part + rest == 0 ? 1 : Double(part) / Double(part + rest)
  }

  /// `PAN: recall 5/5, precision 5/6`, one line a kind.
  func printed(_ title: String) {
    for kind in kinds {
      let (hit, miss, alarm) = (hits[kind] ?? 0, misses[kind] ?? 0, falseAlarms[kind] ?? 0)
      print("\(title)/\(kind): recall \(hit)/\(hit + miss), precision \(hit)/\(hit + alarm)")
    }
  }
}
