import Foundation
import JSONKit

/// An aiosmtpd of its own process; it ends with this value.
final class MailServer {
  /// The interpreter that has aiosmtpd: `COACH_PYTHON`, or `python3`; nil where it has none.
  static let python: String? = {
    let candidates = [
      ProcessInfo.processInfo.environment["COACH_PYTHON"], "/usr/local/bin/python3",
      "/usr/bin/python3",
    ]
    for case let path? in candidates where FileManager.default.isExecutableFile(atPath: path) {
      let check = Process()
      check.executableURL = URL(filePath: path)
      check.arguments = ["-c", "import aiosmtpd"]
      check.standardError = FileHandle.nullDevice
      guard (try? check.run()) != nil else { continue }
      check.waitUntilExit()
      if check.terminationStatus == 0 { return path }
    }
    print("mail: skipped, no python3 with aiosmtpd (pip install aiosmtpd; name it in COACH_PYTHON)")
    return nil
  }()

  let port: Int
  private let process = Process()
  private let output = Pipe()
  private let input = Pipe()

  init(arguments: [String] = []) throws {
    process.executableURL = URL(filePath: Self.python ?? "/usr/bin/python3")
    process.arguments = ["-c", Self.script] + arguments
    process.standardOutput = output
    process.standardInput = input
    try process.run()
    port = Int(Self.line(of: output) ?? "") ?? 0
  }

  deinit {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// The next mail it took.
  func mail() throws -> JSONValue { try JSONValue(parsing: Self.line(of: output) ?? "") }

  private static func line(of pipe: Pipe) -> String? {
    var bytes = Data()
    while let byte = try? pipe.fileHandleForReading.read(upToCount: 1), byte.first != 0x0a { bytes += byte }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
