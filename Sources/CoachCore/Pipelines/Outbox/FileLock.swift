import Foundation

/// A lock the system keeps on a file: one holder at a time, in this process or another, until it is done or dead.
enum FileLock {
  /// Does some work under the lock; nil when another has it.
  ///
  /// - Parameter file: made if it is not there, and left.
  /// - Throws: `CoachError` with code `store_failed` when the file cannot be opened or locked, or what the work throws.
  static func tryHolding<Value>(_ file: URL, _ work: () throws -> Value) throws -> Value? {
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CoachError(.storeFailed, "\(file.lastPathComponent) cannot be opened: error \(errno)")
    }
    // Closing gives the lock back.
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return nil
      default: throw CoachError(.storeFailed, "\(file.lastPathComponent) cannot be locked: error \(errno)")
      }
    }
    return try work()
  }
}
