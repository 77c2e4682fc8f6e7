import Glibc

/// A file open for reading, by position or from the front.
struct InputFile: ~Copyable {
  /// The path, for messages.
  let path: String
  private let descriptor: Int32

  /// Opens a regular file.
  ///
  /// - Throws: `ReportError` with code `unreadable_file`.
  init(_ path: String) throws(ReportError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.failure("open", path) }
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// The file's length in bytes.
  ///
  /// - Throws: `ReportError` with code `unreadable_file`.
  func size() throws(ReportError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure("inspect", path) }
    return Int(status.st_size)
  }

  /// Reads up to `count` bytes at `offset`; fewer only at the end of the file.
  ///
  /// - Throws: `ReportError` with code `unreadable_file`.
  func read(count: Int, at offset: Int) throws(ReportError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    while filled < count {
      let read = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, offset + filled)
      }
      if read < 0 {
        if errno == EINTR { continue }
        throw Self.failure("read", path)
      }
      if read == 0 { break }
      filled += read
    }
    bytes.removeLast(count - filled)
    return bytes
  }

  /// Reads the whole file.
  ///
  /// - Throws: `ReportError` with code `unreadable_file`.
  func readAll() throws(ReportError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let chunk = try read(count: Self.chunk, at: bytes.count)
      bytes += chunk
      if chunk.count < Self.chunk { return bytes }
    }
  }

  /// Calls `body` with each line in turn: its bytes without the line feed, its 1-based number, and whether a line
  /// feed ended it.
  ///
  /// - Throws: `ReportError` with code `unreadable_file`, and what `body` throws.
  func forEachLine(
    _ body: (_ line: ArraySlice<UInt8>, _ number: Int, _ isEnded: Bool) throws(ReportError) -> Void
  ) throws(ReportError) {
    var pending: [UInt8] = []
    var offset = 0
    var number = 0
    while true {
      let chunk = try read(count: Self.chunk, at: offset)
      offset += chunk.count
      var start = chunk.startIndex
      while let end = chunk[start...].firstIndex(of: UInt8(ascii: "\n")) {
        number += 1
        if pending.isEmpty {
          try body(chunk[start..<end], number, true)
        } else {
          pending += chunk[start..<end]
          try body(pending[...], number, true)
          pending.removeAll(keepingCapacity: true)
        }
        start = end + 1
      }
      pending += chunk[start...]
      if chunk.count < Self.chunk { break }
    }
    if !pending.isEmpty { try body(pending[...], number + 1, false) }
  }

  private static let chunk = 64 * 1024

  private static func failure(_ operation: String, _ path: String) -> ReportError {
    let reason = SystemError.current
    let remedy =
      reason.number == ENOENT ? "is this the folder of a finished run?" : "check the path and its rights"
    return ReportError(
      .unreadableFile, "cannot \(operation) the file: \(reason.text); \(remedy)", file: path)
  }
}
