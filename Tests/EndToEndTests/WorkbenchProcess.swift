import Foundation
import Subprocess
import SystemPackage
import Testing

/// The built binary, run as a person runs it.
enum WorkbenchProcess {
  /// What a process left.
  struct Ended {
    let status: Int32
    let output: String
    let errors: String
  }

  /// The binary stands beside the test bundle.
  static let binary = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent()
    .appending(path: "workbench").path

  /// Runs the workbench in a folder; `CI` is as given, whatever the tests themselves run under.
  static func run(_ arguments: [String], in folder: URL, ci: Bool = false) async throws -> Ended {
    try await command(binary, arguments, in: folder, ci: ci)
  }

  /// Runs a shell line in which `$WORKBENCH` is the binary.
  static func shell(_ line: String, in folder: URL) async throws -> Ended {
    try await command("/bin/bash", ["-c", line], in: folder, ci: false)
  }

  private static func command(
    _ path: String, _ arguments: [String], in folder: URL, ci: Bool
  ) async throws -> Ended {
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), environment: environment(ci: ci),
      workingDirectory: FilePath(folder.path), output: .string(limit: 1 << 24), error: .string(limit: 1 << 24)
    )
    guard case .exited(let status) = result.terminationStatus else {
      Issue.record("\(path) \(arguments) ended by \(result.terminationStatus)")
      return Ended(status: -1, output: result.standardOutput, errors: result.standardError)
    }
    return Ended(status: status, output: result.standardOutput, errors: result.standardError)
  }

  static func environment(ci: Bool) -> Environment {
    .inherit.updating(["CI": ci ? "true" : nil, "WORKBENCH": binary, "NO_COLOR": "1"])
  }
}
