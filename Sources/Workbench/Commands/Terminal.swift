import Foundation
import JSONKit

/// Where a command's words go: results to standard output, progress and problems to standard error.
struct Terminal: Sendable {
  let isJSON: Bool
  /// Whether standard error is a terminal that may be redrawn.
  let isInteractive: Bool
  /// Whether standard output may carry colours (no-color.org).
  let hasColor: Bool

  init(json: Bool, environment: [String: String] = ProcessInfo.processInfo.environment) {
    self.isJSON = json
    self.isInteractive = isatty(STDERR_FILENO) == 1
    self.hasColor =
      isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Prints a result.
  func print(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }

  /// Tells of progress or of a problem.
  func note(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Prints an error: as `{"error": {"kind", "message"}}` to standard output under `--json`, else to standard error.
  func fail(kind: String, _ message: String) {
    if isJSON {
      print(JSONValue.object(["error": ["kind": .string(kind), "message": .string(message)]]).compact())
    } else {
      note("error: \(message)")
    }
  }
}
