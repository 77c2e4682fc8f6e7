import GRDB
import Synchronization

/// Commits in one transaction what callers write at the same time.
///
/// A transaction costs the same whether one row is in it or a hundred, most of all where it waits for the disk. So a
/// caller that finds nobody writing writes at once, on its own thread, and a lone session pays for nothing; callers that
/// come meanwhile suspend, and are committed together as soon as that one is done. Each is told alone, after the commit:
/// what one of them may not write is refused to that one only. Writes are carried out in the order of the calls.
final class GroupCommitter: Sendable {
  /// A write that waits.
  private struct Write: Sendable {
    let isOneStatement: Bool
    /// Carries it out, and gives what tells its caller once it is committed.
    let carryOut: @Sendable (Database) throws -> Telling
    let fail: @Sendable (any Error) -> Void
  }

  private typealias Telling = @Sendable () -> Void

  private struct State {
    /// Whether somebody writes; nobody waits when nobody does.
    var isBusy = false
    var waiting: [Write] = []
  }

  /// The most writes of one transaction, so that the first of them does not wait too long for the last.
  private static let most = 256

  private let database: any DatabaseWriter
  private let state = Mutex(State())

  init(_ database: any DatabaseWriter) {
    self.database = database
  }

  /// Whether nobody writes.
  var isIdle: Bool { state.withLock { !$0.isBusy } }

  /// Those who wait for the next transaction.
  var waiting: Int { state.withLock(\.waiting.count) }

  /// Carries out a write and returns once it is committed.
  ///
  /// - Parameter isOneStatement: whether it is a single statement, which needs nothing around it to be all or nothing;
  ///   what it throws behind the statement then has to have found nothing written.
  /// - Throws: what the write throws, or what keeps the transaction from being committed.
  func commit<Value: Sendable>(
    isOneStatement: Bool, _ write: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    if beginIfIdle() {
      defer { handOn() }
      return try carryOutAlone(isOneStatement, write)
    }
    return try await withCheckedThrowingContinuation { continuation in
      let isFirst = add(
        Write(isOneStatement: isOneStatement) { db in
          let value = try write(db)
          return { continuation.resume(returning: value) }
        } fail: {
          continuation.resume(throwing: $0)
        })
      if isFirst { handOn() }
    }
  }

  /// Writes on the caller's own thread: handing a lone write to another one would cost more than the write.
  private func carryOutAlone<Value>(
    _ isOneStatement: Bool, _ write: (Database) throws -> Value
  ) throws -> Value {
    try isOneStatement ? database.writeWithoutTransaction(write) : database.write(write)
  }

  private func beginIfIdle() -> Bool {
    state.withLock { state in
      defer { state.isBusy = true }
      return !state.isBusy
    }
  }

  /// - Returns: whether nobody writes any more, so that the caller has to see to it.
  private func add(_ write: Write) -> Bool {
    state.withLock { state in
      state.waiting.append(write)
      defer { state.isBusy = true }
      return !state.isBusy
    }
  }

  /// Leaves the writing to those who wait.
  ///
  /// Each transaction is asked for anew, so that writes past this committer get their turn between two of them.
  private func handOn() {
    let isOver = state.withLock { state in
      if state.waiting.isEmpty { state.isBusy = false }
      return !state.isBusy
    }
    if !isOver { database.asyncWriteWithoutTransaction { self.commitWaiting($0) } }
  }

  private func commitWaiting(_ db: Database) {
    let group = state.withLock { state in
      let group = Array(state.waiting.prefix(Self.most))
      state.waiting.removeFirst(group.count)
      return group
    }
    for tell in carryOut(group, db) { tell() }
    handOn()
  }

  private func carryOut(_ group: [Write], _ db: Database) -> [Telling] {
    do {
      var tellings: [Telling] = []
      try db.inTransaction(.immediate) {
        for write in group { tellings.append(try carryOut(write, db)) }
        return .commit
      }
      return tellings
    } catch {
      return group.map { write in { write.fail(error) } }
    }
  }

  /// One write of a group.
  ///
  /// - Throws: an error that took the writes before it back as well.
  private func carryOut(_ write: Write, _ db: Database) throws -> Telling {
    do {
      if write.isOneStatement { return try write.carryOut(db) }
      var telling: Telling?
      try db.inSavepoint {
        telling = try write.carryOut(db)
        return .commit
      }
      return telling ?? {}
    } catch {
      // SQLite ends the whole transaction where it cannot take back the statement alone, as on a full disk.
      guard db.isInsideTransaction else { throw error }
      return { write.fail(error) }
    }
  }
}
