import Foundation
import Testing

/// The imports each target may have.
///
/// The build holds the arrows between our own targets; this holds the outer ones.
@Suite("Dependency rule")
struct DependencyRuleTests {
  private static let everywhere: Set = ["Dispatch", "Foundation", "Glibc", "Synchronization"]
  private static let allowed: [String: Set<String>] = [
    "JSONKit": [],
    "Finance": ["JSONKit"],
    "CoachCore": ["Crypto", "Finance", "GRDB", "JSONKit", "Logging", "Metrics", "Mustache", "Tracing"],
    "HTTPTransport": ["CCurl", "JSONKit"],
    "CoachClient": ["HTTPTransport", "JSONKit"],
    "CoachService": [
      "CMalloc", "Configuration", "CoachCore", "Crypto", "CryptoExtras", "Finance", "HTTPTransport",
      "HTTPTypes",
      "Hummingbird", "JSONKit", "Logging", "Metrics", "NIOCore", "NIOHTTPTypes", "ServiceLifecycle",
      "Tracing", "UnixSignals",
    ],
    "Scoring": ["Histogram", "JSONKit"],
    "Workbench": [
      "ArgumentParser", "CLibXML", "CoachClient", "CoachCore", "CoachService", "Crypto", "Finance",
      "HTTPTransport", "Histogram", "JSONKit", "Logging", "Metrics", "Mustache", "Scoring", "Yams",
    ],
  ]
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func sources(_ target: String) throws -> [URL] {
    let folder = Self.root.appending(path: "Sources/\(target)")
    let found = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return found.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
  }

  /// The modules a source imports: `public import struct A.B` imports `A`.
  private func imports(_ source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
      guard let position = words.firstIndex(of: "import"),
        words[..<position].allSatisfy({ $0 == "public" || $0 == "package" })
      else {
        return nil
      }
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"]
      let name = words[(position + 1)...].first { !kinds.contains($0) }
      return name.map { String($0.split(separator: ".")[0]) }
    }
  }

  @Test("every target of the folder is named here, and no other", .timeLimit(.minutes(1)))
  func targets() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Sources").path)
    let ours = folders.filter { !["CCurl", "CLibXML", "CMalloc"].contains($0) }
    #expect(Set(ours) == Set(Self.allowed.keys))
  }

  @Test("no target imports what it may not", arguments: allowed.keys.sorted())
  func imports(target: String) throws {
    let allowed = try #require(Self.allowed[target]).union(Self.everywhere)
    let files = try sources(target)
    #expect(files.count > 5)
    for file in files {
      for module in imports(try String(contentsOf: file, encoding: .utf8)) {
        #expect(allowed.contains(module), "\(file.lastPathComponent) imports \(module)")
      }
    }
  }

  @Test(
    "Finance and Scoring read no clock and draw no random number",
    arguments: ["Finance", "Scoring", "JSONKit"])
  func purity(target: String) throws {
    for file in try sources(target) {
      let source = try String(contentsOf: file, encoding: .utf8)
      for word in ["Date()", ".random(", "ContinuousClock", "SystemRandomNumberGenerator", "getenv("] {
        #expect(!source.contains(word), "\(file.lastPathComponent) uses \(word)")
      }
    }
  }
}
