import Glibc

/// Writes a file whole or not at all.
///
/// A reader (a CI job that polls, `reports/latest` open in a browser) sees the old file or the new one, never half of
/// one, and a run that is killed midway leaves the previous report standing.
enum AtomicFile {
  /// Writes `bytes` to a temporary file in the folder of `path`, syncs it and renames it onto `path`.
  ///
  /// - Throws: `ReportError` with code `unwritable_file`, naming the path, the system's reason and a remedy. The
  ///   temporary file is removed.
  static func write(_ bytes: [UInt8], to path: String) throws(ReportError) {
    let (descriptor, temporary) = try openTemporary(beside: path)
    do throws(ReportError) {
      do throws(ReportError) {
        try writeAll(bytes, to: descriptor, path: path)
        guard fsync(descriptor) == 0 else { throw failure("sync", path) }
      } catch {
        close(descriptor)
        throw error
      }
      guard close(descriptor) == 0 else { throw failure("close", path) }
      guard rename(temporary, path) == 0 else { throw failure("rename onto", path) }
    } catch {
      unlink(temporary)
      throw error
    }
    syncFolder(of: path)
  }

  /// Writes text as UTF-8; see `write(_:to:)` for bytes.
  static func write(_ text: String, to path: String) throws(ReportError) {
    try write(Array(text.utf8), to: path)
  }

  /// Creates a file no other process can have open; its name says whose it is, should it ever be left behind.
  private static func openTemporary(beside path: String) throws(ReportError) -> (Int32, String) {
    for attempt in 0..<100 {
      let temporary = "\(path).tmp-\(getpid())-\(attempt)"
      let descriptor = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, temporary) }
      guard errno == EEXIST else { throw failure("create", path) }
    }
    throw failure("create", path)
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(ReportError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("write", path)
      }
      written += count
    }
  }

  /// Makes the rename itself durable.
  ///
  /// Some file systems refuse to sync a folder; the file's bytes are safe either way.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ operation: String, _ path: String) -> ReportError {
    let reason = SystemError.current
    return ReportError(
      .unwritableFile, "cannot \(operation) the file: \(reason.text); \(reason.remedy)", file: path)
  }
}
