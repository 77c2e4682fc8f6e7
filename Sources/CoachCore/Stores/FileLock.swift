import Foundation

/// A lock the system keeps on a file: one holder at a time, in this process or another, until it is done or dead.
final class FileLock: Sendable {
  private let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  // Closing gives the lock back.
  deinit { close(descriptor) }

  /// Takes the lock for as long as the value lives; nil when another has it.
  ///
  /// - Parameter file: made if it is not there, and left.
  /// - Throws: `CoachError` with code `store_failed` when the file cannot be opened or locked.
  static func take(_ file: URL) throws(CoachError) -> FileLock? {
    let descriptor = open(file.path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CoachError(.storeFailed, "\(file.lastPathComponent) cannot be opened: error \(errno)")
    }
    let lock = FileLock(descriptor: descriptor)
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return nil
      default: throw CoachError(.storeFailed, "\(file.lastPathComponent) cannot be locked: error \(errno)")
      }
    }
    return lock
  }

  /// Does some work under the lock; nil when another has it.
  ///
  /// - Throws: as ``take(_:)`` does, or what the work throws.
  static func tryHolding<Value>(_ file: URL, _ work: () throws -> Value) throws -> Value? {
    guard let lock = try take(file) else { return nil }
    return try withExtendedLifetime(lock) { try work() }
  }

  // MARK: Who has it

  /// Leaves the number of this process in the file, for whoever finds it locked.
  func sign() {
    let text = Array("\(getpid())\n".utf8)
    // A note to people: a lock that cannot be signed holds all the same.
    guard ftruncate(descriptor, 0) == 0 else { return }
    _ = pwrite(descriptor, text, text.count, 0)
  }

  /// The process that signed last, nil when the file does not say.
  static func holder(of file: URL) -> Int? {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    return Int(text.trimmingCharacters(in: .whitespacesAndNewlines))
  }
}
