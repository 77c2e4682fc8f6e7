import Glibc

/// A file lines are added to; a line is written whole or the file is cut back to where it began.
final class AppendOnlyFile {
  private let path: String
  private let descriptor: Int32
  /// Bytes written so far.
  private(set) var offset: Int64 = 0

  /// Creates the file, or empties the one that is there.
  ///
  /// - Throws: `ReportError` naming the path, the system's reason and a remedy.
  init(creating path: String) throws(ReportError) {
    self.path = path
    self.descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure("create", path) }
  }

  deinit {
    close(descriptor)
  }

  /// Adds a line and its line feed.
  ///
  /// - Throws: `ReportError` when it could not be written whole; what was written of it is taken back.
  func append(line: String) throws(ReportError) {
    let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        let failure = Self.failure("write", path)
        ftruncate(descriptor, off_t(offset))
        throw failure
      }
      written += count
    }
    offset += Int64(bytes.count)
  }

  /// Waits until everything written is on the disk.
  func sync() throws(ReportError) {
    guard fdatasync(descriptor) == 0 else { throw Self.failure("sync", path) }
  }

  private static func failure(_ operation: String, _ path: String) -> ReportError {
    let reason = SystemError.current
    return ReportError(
      .unwritableFile, "cannot \(operation) the file: \(reason.text); \(reason.remedy)", file: path)
  }
}
