import Foundation

/// A gzip file of the reference data, unpacked by the system's own tool.
enum CompressedFile {
  struct Failed: Error {}

  static func bytes(of url: URL) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", url.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failed() }
    return Array(data)
  }
}
