import Foundation
import JSONKit

/// Where a command's words go: results to standard output, progress and problems to standard error.
struct Terminal: Sendable {
  let isJSON: Bool
  /// Whether standard error is a terminal that may be redrawn.
  let isInteractive: Bool

  init(json: Bool) {
    // Without this a closed pipe would end the process instead of failing the write.
    signal(SIGPIPE, SIG_IGN)
    self.isJSON = json
    self.isInteractive = isatty(STDERR_FILENO) == 1
  }

  /// Prints a result.
  func print(_ text: String) {
    write(text, to: .standardOutput)
  }

  /// Tells of progress or of a problem.
  func note(_ text: String) {
    write(text, to: .standardError)
  }

  /// A reader that has gone (`workbench run … | head -1`) must not cost a run its reports.
  private func write(_ text: String, to handle: FileHandle) {
    try? handle.write(contentsOf: Data((text + "\n").utf8))
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
