import CoachCore
import Foundation

/// A database file that is gone with the test.
final class TemporaryStore {
  let path = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString).sqlite").path

  deinit {
    for suffix in ["", "-wal", "-shm", ".lock"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }

  func open() throws -> SQLiteCoachStore { try SQLiteCoachStore(path: path) }
}
