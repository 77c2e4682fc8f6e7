import Foundation
import GRDB
import Synchronization

/// Commits in one transaction what callers write at the same time.
///
/// A transaction costs the same whether one row is in it or a hundred, most of all where it waits for the disk. So a
/// caller that finds nobody writing writes at once, on its own thread, and a lone session pays for nothing; callers that
/// come meanwhile suspend, and are committed together as soon as that one is done. Each is told alone, after the commit:
/// what one of them may not write is refused to that one only. Writes are carried out in the order of the calls.
///
/// Where a commit waits for the disk, the first of a crowd of writers may wait a moment for the next ones: many sessions
/// that each tell an event now and then would else pay for a transaction each.
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
    /// Whether somebody writes or is about to; nobody waits when nobody does.
    var isBusy = false
    var waiting: [Write] = []
    var crowd = WriterCrowd()
    /// Whether the last write came in a crowd.
    var isCrowded = false
  }

  /// What is to be done for those who wait.
  private enum Turn {
    /// Nothing: nobody waits, or somebody sees to them.
    case none
    /// A transaction as soon as may be.
    case begin
    /// A transaction once others had time to join.
    case gather
  }

  /// How the first of a crowd waits for the others.
  struct Gathering: Sendable {
    /// How long it waits.
    let window: Duration
    /// Nanoseconds on a clock that never goes back.
    let now: @Sendable () -> UInt64
    /// Has something done after a time.
    let later: @Sendable (Duration, @escaping @Sendable () -> Void) -> Void

    /// Two milliseconds: less than anybody sees of a stream, and the time of several commits.
    static let system = Gathering(window: .milliseconds(2)) {
      DispatchTime.now().uptimeNanoseconds
    } later: { time, body in
      let (seconds, attoseconds) = time.components
      let nanoseconds = Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
      DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(nanoseconds), execute: body)
    }
  }

  /// The most writes of one transaction, so that the first of them does not wait too long for the last.
  private static let most = 256

  /// As many as need not wait for more.
  private static let enough = 64

  private let database: any DatabaseWriter
  private let gathering: Gathering?
  private let state = Mutex(State())

  /// - Parameter gathering: nil for a database whose commits wait for no disk.
  init(_ database: any DatabaseWriter, gathering: Gathering? = nil) {
    self.database = database
    self.gathering = gathering
  }

  /// Whether nobody writes.
  var isIdle: Bool { state.withLock { !$0.isBusy } }

  /// Those who wait for the next transaction.
  var waiting: Int { state.withLock(\.waiting.count) }

  /// Carries out a write and returns once it is committed.
  ///
  /// - Parameters:
  ///   - writer: tells writers apart of whom each waits for its own commits; nil for one that is never part of a crowd.
  ///   - isOneStatement: whether it is a single statement, which needs nothing around it to be all or nothing; what it
  ///     throws behind the statement then has to have found nothing written.
  /// - Throws: what the write throws, or what keeps the transaction from being committed.
  func commit<Value: Sendable>(
    by writer: String? = nil, isOneStatement: Bool, _ write: @escaping @Sendable (Database) throws -> Value
  ) async throws -> Value {
    if beginIfAlone(writer) {
      defer { handOn() }
      return try carryOutAlone(isOneStatement, write)
    }
    return try await withCheckedThrowingContinuation { continuation in
      add(
        Write(isOneStatement: isOneStatement) { db in
          let value = try write(db)
          return { continuation.resume(returning: value) }
        } fail: {
          continuation.resume(throwing: $0)
        })
    }
  }

  /// Writes on the caller's own thread: handing a lone write to another one would cost more than the write.
  private func carryOutAlone<Value>(
    _ isOneStatement: Bool, _ write: (Database) throws -> Value
  ) throws -> Value {
    try isOneStatement ? database.writeWithoutTransaction(write) : database.write(write)
  }

  /// Begins to write unless somebody does, or others are about to.
  private func beginIfAlone(_ writer: String?) -> Bool {
    let now = writer == nil ? nil : gathering?.now()
    return state.withLock { state in
      if let writer, let gathering, let now {
        let span = UInt64(gathering.window / .nanoseconds(1)) * 2
        state.isCrowded = state.crowd.note(writer.hashValue, at: now, within: span)
      }
      guard !state.isBusy, !state.isCrowded else { return false }
      state.isBusy = true
      return true
    }
  }

  /// Lets a write wait for the next transaction, and sees to it that there is one.
  private func add(_ write: Write) {
    let turn: Turn = state.withLock { state in
      state.waiting.append(write)
      if state.isBusy { return .none }
      state.isBusy = true
      return state.isCrowded ? .gather : .begin
    }
    see(to: turn)
  }

  /// Leaves the writing to those who wait.
  ///
  /// Each transaction is asked for anew, so that writes past this committer get their turn between two of them.
  private func handOn() {
    let turn: Turn = state.withLock { state in
      if state.waiting.isEmpty {
        state.isBusy = false
        return .none
      }
      return state.isCrowded && state.waiting.count < Self.enough ? .gather : .begin
    }
    see(to: turn)
  }

  private func see(to turn: Turn) {
    switch turn {
    case .none: break
    case .gather:
      guard let gathering else { return commitLater() }
      gathering.later(gathering.window) { self.commitLater() }
    case .begin: commitLater()
    }
  }

  private func commitLater() {
    database.asyncWriteWithoutTransaction { self.commitWaiting($0) }
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
