import Foundation
import GRDB
import JSONKit

/// The embedded store: SQLite by GRDB, one writer, foreign keys on, write-ahead log for files.
public struct SQLiteCoachStore: CoachStore {
  private let database: any DatabaseWriter
  private var committer: GroupCommitter
  /// Keeps other processes away from the file, for a store that owns it.
  private var lock: FileLock?

  /// Opens or creates a database file and brings its tables up to date.
  ///
  /// - Throws: `CoachError` with code `store_failed` when the file cannot be opened or migrated, or was written by a
  ///   later version.
  public init(path: String) throws(CoachError) {
    try self.init(path: path, version: .current)
  }

  /// Opens or creates a database file that no other process may own while this store or a copy of it lives.
  ///
  /// What it commits survives a loss of power too (`synchronous = FULL`): a client that has seen an event must find it
  /// under its number again. A store that is only opened waits for no disk; it survives the death of its process.
  ///
  /// For a service, which takes up every open session when it starts: two of them would run each session twice. The lock
  /// lies on `<path>.lock`, and the system takes it back from a process that dies.
  ///
  /// - Throws: as ``init(path:)`` does, or `CoachError` with code `store_in_use`, which names the process to stop.
  public static func owning(path: String) throws(CoachError) -> SQLiteCoachStore {
    let file = URL(filePath: path + ".lock")
    guard let lock = try FileLock.take(file) else {
      let holder = FileLock.holder(of: file).map { "process \($0)" } ?? "another process"
      throw CoachError(
        .storeInUse,
        "\(URL(filePath: path).lastPathComponent) is in use by \(holder); stop that first, or name another file"
      )
    }
    lock.sign()
    var store = try SQLiteCoachStore(path: path)
    store.lock = lock
    // Outside a transaction, where alone it counts; GRDB has set NORMAL when it turned the log on.
    try store.writeOne("opening the coach store") { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    store.committer = GroupCommitter(store.database, gathering: .system)
    return store
  }

  /// Opens a file as the store of an earlier version did, or one that may not grow for ever.
  ///
  /// - Parameters:
  ///   - pages: the most pages the file may have; nil for as many as the disk holds.
  ///   - patience: seconds to wait for another process that holds the write lock.
  init(
    path: String, version: SQLiteSchema.Version = .current, pages: Int? = nil, patience: Double = 5
  ) throws(CoachError) {
    try self.init(version: version, pages: pages, patience: patience) {
      try DatabasePool(path: path, configuration: $0)
    }
  }

  private init(
    version: SQLiteSchema.Version, pages: Int? = nil, patience: Double = 5,
    _ open: (Configuration) throws -> any DatabaseWriter
  ) throws(CoachError) {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    // GRDB's default gives up at once when another process holds the write lock.
    configuration.busyMode = .timeout(patience)
    if let pages {
      configuration.prepareDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
    }
    do {
      let database = try open(configuration)
      let migrator = SQLiteSchema.migrator(to: version)
      guard try !database.read(migrator.hasBeenSuperseded) else {
        throw CoachError(.storeFailed, "the coach store was written by a later version; use that version")
      }
      try migrator.migrate(database)
      self.database = database
      committer = GroupCommitter(database)
    } catch let error as CoachError {
      throw error
    } catch {
      throw CoachError(.storeFailed, "the coach store cannot be opened: \(error)", cause: error)
    }
  }

  /// A store in memory that is gone with its last reference.
  ///
  /// - Throws: `CoachError` with code `store_failed` when it cannot be made.
  public static func inMemory() throws(CoachError) -> SQLiteCoachStore {
    try SQLiteCoachStore(version: .current) { try DatabaseQueue(configuration: $0) }
  }

  /// Writes in one transaction with what others write at the same time.
  ///
  /// - Parameters:
  ///   - writer: the session that waits for it, where it is one of many that write as they go.
  ///   - isOneStatement: as ``writeOne(_:_:)`` asks of a statement.
  func commit<Value: Sendable>(
    _ what: String, by writer: String? = nil, isOneStatement: Bool = false,
    _ statement: @escaping @Sendable (Database) throws -> Value
  ) async throws(CoachError) -> Value {
    do {
      return try await committer.commit(by: writer, isOneStatement: isOneStatement, statement)
    } catch {
      throw Self.error(what, error)
    }
  }

  func write(_ what: String, _ statement: (Database) throws -> Void) throws(CoachError) {
    do {
      try database.write(statement)
    } catch {
      throw Self.error(what, error)
    }
  }

  /// Carries out one statement, which is a transaction by itself; GRDB's `write` would begin and commit one around it.
  ///
  /// An error after the statement takes nothing back: what may throw there has to have found nothing written.
  func writeOne(_ what: String, _ statement: (Database) throws -> Void) throws(CoachError) {
    do {
      try database.writeWithoutTransaction(statement)
    } catch {
      throw Self.error(what, error)
    }
  }

  func read<Value>(_ what: String, _ query: (Database) throws -> Value) throws(CoachError) -> Value {
    do {
      return try database.read(query)
    } catch {
      throw Self.error(what, error)
    }
  }

  private static func error(_ what: String, _ error: any Error) -> CoachError {
    if let error = error as? CoachError { return error }
    if let error = error as? DatabaseError, error.resultCode == .SQLITE_CONSTRAINT {
      return CoachError(.conflict, "\(what) contradicts what is stored: \(error.message ?? "")", cause: error)
    }
    return CoachError(.storeFailed, "\(what) failed in the store: \(error)", cause: error)
  }
}
