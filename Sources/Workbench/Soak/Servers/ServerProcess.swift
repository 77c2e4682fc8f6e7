import Foundation
import JSONKit
import Synchronization

/// A server of this very binary in a process of its own.
final class ServerProcess: Sendable {
  /// Where it listens.
  let url: String
  private let process: Process

  var pid: Int32 { process.processIdentifier }

  private init(url: String, process: Process) {
    self.url = url
    self.process = process
  }

  /// Starts a server and returns once it listens.
  ///
  /// - Parameters:
  ///   - arguments: those of `workbench serve`, without `--json`.
  ///   - environment: the settings it is given beside what every process needs.
  ///   - log: the file its standard error is added to.
  /// - Throws: `SoakError` with code `server_failed` and the end of its log when it does not come to listen.
  static func start(
    _ arguments: [String], environment: [String: String], in folder: URL, log: String
  ) async throws -> ServerProcess {
    let process = Process()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["serve", "--json"] + arguments
    process.environment = Self.inherited.merging(environment) { $1 }
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = try appending(log)
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw SoakError(.serverFailed, "a server cannot be started: \(error.localizedDescription)")
    }
    guard let line = await firstLine(output.fileHandleForReading),
      let url = (try? JSONValue(parsing: line))?["url"]?.string
    else {
      process.terminate()
      let tail = ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").suffix(600)
      throw SoakError(.serverFailed, "`workbench serve \(arguments.joined(separator: " "))` ended: \(tail)")
    }
    return ServerProcess(url: url, process: process)
  }

  /// Asks it to end and waits; one that does not end in ten seconds is killed.
  func stop() async {
    guard process.isRunning else { return }
    process.terminate()
    try? await Deadline.run(.seconds(10)) { await self.ended() }
    if process.isRunning { await kill() }
  }

  /// Ends it at once, as a crash does.
  func kill() async {
    signal(SIGKILL)
    await ended()
  }

  /// Sends it a signal.
  func signal(_ number: Int32) {
    if process.isRunning { Glibc.kill(pid, number) }
  }

  private func ended() async {
    while process.isRunning, (try? await Task.sleep(for: .milliseconds(5))) != nil {}
  }

  /// What the environment of any process holds; settings of the service come from the soak alone.
  private static var inherited: [String: String] {
    let names = ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "MALLOC_ARENA_MAX"]
    return ProcessInfo.processInfo.environment.filter { names.contains($0.key) }
  }

  private static func appending(_ path: String) throws -> FileHandle {
    let descriptor = open(path, O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw ReportError(
        .unwritableFile, "cannot create the log of a server", file: path,
        cause: String(cString: strerror(errno)))
    }
    return FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// The first line, read on a thread that may wait; nil at the end of the output.
  private static func firstLine(_ handle: FileHandle) async -> [UInt8]? {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var line: [UInt8] = []
        while let byte = try? handle.read(upToCount: 1)?.first {
          if byte == UInt8(ascii: "\n") { return continuation.resume(returning: line) }
          line.append(byte)
        }
        continuation.resume(returning: nil)
      }
    }
  }
}
