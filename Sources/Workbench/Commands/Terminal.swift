import Foundation
import JSONKit

/// Where a command's words go: results to standard output, progress and problems to standard error.
struct Terminal: Sendable {
  let isJSON: Bool
  /// Whether standard error is a terminal that may be redrawn.
  let isInteractive: Bool
  /// Whether both outputs end in the same place, so that what is said on both is read twice.
  let isOneStream: Bool
  /// The columns of standard output, nil where it is no terminal and lines may be as long as they are.
  private let columns: Int?

  init(json: Bool) {
    // Without this a closed pipe would end the process instead of failing the write.
    signal(SIGPIPE, SIG_IGN)
    self.isJSON = json
    self.isInteractive = isatty(STDERR_FILENO) == 1
    self.isOneStream = Self.isOneStream(STDOUT_FILENO, STDERR_FILENO)
    self.columns = Self.columns(of: STDOUT_FILENO)
  }

  /// Prints a result, broken at words where it is wider than the terminal.
  ///
  /// - Parameter asWritten: whether lines are left as they are, as JSON must be; commands to paste always are.
  func print(_ text: String, asWritten: Bool = false) {
    guard let columns, !isJSON, !asWritten else {
      write(text, to: .standardOutput)
      return
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      line.prefixMatch(of: /[ ]*workbench [a-z]/) != nil
        ? [String(line)] : ColumnText.wrapped(String(line), to: columns)
    }
    write(lines.joined(separator: "\n"), to: .standardOutput)
  }

  /// Tells of progress or of a problem.
  func note(_ text: String) {
    write(text, to: .standardError)
  }

  /// Replaces the line that stands on the terminal, cut so that it stays one line.
  func redraw(_ line: String) {
    let cut = Self.columns(of: STDERR_FILENO).map { ColumnText.cut(line, to: $0 - 1) } ?? line
    try? FileHandle.standardError.write(contentsOf: Data("\r\u{1b}[2K\(cut)".utf8))
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

  private static func isOneStream(_ first: Int32, _ second: Int32) -> Bool {
    var (left, right) = (stat(), stat())
    guard fstat(first, &left) == 0, fstat(second, &right) == 0 else { return false }
    return left.st_dev == right.st_dev && left.st_ino == right.st_ino
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard isatty(descriptor) == 1, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
