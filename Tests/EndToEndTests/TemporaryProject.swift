import Foundation

/// A copy of the project's prompts, fixtures, suites and goldens in a folder of its own, gone with the test.
final class TemporaryProject {
  let root: URL

  static let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "workbench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for folder in ["prompts", "fixtures", "suites", "goldens"] {
      try FileManager.default.copyItem(
        at: Self.source.appending(path: folder), to: root.appending(path: folder))
    }
    // What somebody's own runs propose is no part of the project.
    let goldens = FileManager.default.enumerator(
      at: root.appending(path: "goldens"), includingPropertiesForKeys: nil)
    for case let file as URL in goldens ?? .init() where file.pathExtension == "new" {
      try FileManager.default.removeItem(at: file)
    }
    // Many runs share the machine here, so how long one takes says nothing.
    try replace("\"latency.p95 < 2s\"", with: "\"latency.p95 < 300s\"", in: "suites/core.yaml")
    try replace("latency: { total: 2s }", with: "latency: { total: 300s }", in: "suites/core.yaml")
    try replace("timeout: 30s", with: "timeout: 300s", in: "suites/core.yaml")
  }

  deinit {
    try? FileManager.default.removeItem(at: root)
  }

  func file(_ path: String) -> URL { root.appending(path: path) }

  func text(_ path: String) throws -> String {
    try String(contentsOf: file(path), encoding: .utf8)
  }

  func write(_ text: String, to path: String) throws {
    try FileManager.default.createDirectory(
      at: file(path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file(path), atomically: true, encoding: .utf8)
  }

  func replace(_ old: String, with new: String, in path: String) throws {
    let before = try text(path)
    let after = before.replacing(old, with: new, maxReplacements: 1)
    guard before != after else { throw CocoaError(.fileReadUnknown) }
    try write(after, to: path)
  }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: file(path).path) }
}
