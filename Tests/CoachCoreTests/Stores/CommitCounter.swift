import GRDB

/// Counts the transactions of a database that are committed.
final class CommitCounter: TransactionObserver, Sendable {
  let count = Mutexed(0)
  func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
  func databaseDidChange(with event: DatabaseEvent) {}
  func databaseDidCommit(_ db: Database) { count.change { $0 += 1 } }
  func databaseDidRollback(_ db: Database) {}
}
