import Foundation
import JSONKit
import Synchronization
import Testing

/// A `workbench serve` in the background.
final class ServerProcess: Sendable {
  private let process: Mutex<Process>
  /// Where it writes what is not about addresses.
  let log: URL
  /// The address of each server it runs, by name.
  let urls: [String: String]

  /// Starts a process and waits until every server of it listens.
  ///
  /// - Parameters:
  ///   - count: the servers it is to run.
  ///   - environment: what is set beside what it inherits.
  init(
    _ arguments: [String], in folder: URL, serving count: Int = 1, environment: [String: String] = [:]
  ) async throws {
    let process = Process()
    let output = Pipe()
    let log = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).log")
    _ = FileManager.default.createFile(atPath: log.path, contents: nil)
    process.executableURL = URL(filePath: WorkbenchProcess.binary)
    process.arguments = ["serve", "--json"] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: log)
    let (lines, line) = AsyncStream<String>.makeStream()
    let partial = Mutex("")
    output.fileHandleForReading.readabilityHandler = { handle in
      let data = handle.availableData
      guard !data.isEmpty else { return line.finish() }
      partial.withLock { text in
        text += String(decoding: data, as: UTF8.self)
        while let end = text.firstIndex(of: "\n") {
          line.yield(String(text[..<end]))
          text.removeSubrange(...end)
        }
      }
    }
    try process.run()
    var urls: [String: String] = [:]
    for await line in lines {
      let json = try JSONValue(parsing: line)
      urls[json["listening"]?.string ?? ""] = json["url"]?.string
      if urls.count == count { break }
    }
    output.fileHandleForReading.readabilityHandler = nil
    self.process = Mutex(process)
    self.log = log
    self.urls = urls
    guard urls.count == count else {
      throw StartFailure(words: try String(contentsOf: log, encoding: .utf8))
    }
  }

  /// What a process that did not come to listen had to say.
  struct StartFailure: Error {
    let words: String
  }

  deinit { process.withLock { if $0.isRunning { kill($0.processIdentifier, SIGKILL) } } }

  /// The process, as the system numbers it.
  var processID: Int32 { process.withLock(\.processIdentifier) }

  /// Sends a signal.
  func signal(_ number: Int32) { _ = process.withLock { kill($0.processIdentifier, number) } }

  /// Waits for the end.
  ///
  /// - Returns: the exit status, or the number of the signal that ended it.
  func ended() async -> Int32 {
    let process = process.withLock(\.self)
    return await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        process.waitUntilExit()
        continuation.resume(returning: process.terminationStatus)
      }
    }
  }
}
