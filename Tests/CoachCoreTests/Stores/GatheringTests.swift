import GRDB
import Testing

@testable import CoachCore

/// The first of a crowd of writers waits for the others; a lone writer waits for nobody.
@Suite("Gathering of writes")
struct GatheringTests {
  /// Time that moves, and waits that end, by hand.
  private final class Hand: Sendable {
    let now = Mutexed<UInt64>(0)
    let putOff = Mutexed<[@Sendable () -> Void]>([])

    var gathering: GroupCommitter.Gathering {
      GroupCommitter.Gathering(window: .milliseconds(2)) {
        self.now.value
      } later: { _, body in
        self.putOff.change { $0.append(body) }
      }
    }

    func endWaits() {
      let waits = putOff.value
      putOff.change { $0 = [] }
      for wait in waits { wait() }
    }
  }

  @Test("a writer alone is no crowd, however fast it writes")
  func alone() {
    var crowd = WriterCrowd()
    let answers = (UInt64(0)..<1_000).map { crowd.note(7, at: $0, within: 4_000_000) }
    #expect(!answers.contains(true))
  }

  @Test("a crowd is three others within the time, each counted once")
  func crowd() {
    var crowd = WriterCrowd()
    let writes: [(writer: Int, at: UInt64, isCrowd: Bool)] = [
      (1, 0, false), (2, 1, false), (2, 2, false),
      // Two others.
      (3, 3, false), (4, 4, true),
      // 2, 3 and 4.
      (1, 10, true),
      // Only 4 and 1 are still within the time.
      (5, 14, false), (6, 1_000, false),
    ]
    for write in writes {
      let isCrowd = crowd.note(write.writer, at: write.at, within: 10)
      #expect(isCrowd == write.isCrowd, "writer \(write.writer) at \(write.at)")
    }
  }

  @Test("the fourth of a crowd is put off, and those who come until then are committed with it")
  func together() async throws {
    let (hand, commits) = (Hand(), CommitCounter())
    let database = try DatabaseQueue()
    database.add(transactionObserver: commits)
    let committer = GroupCommitter(database, gathering: hand.gathering)
    let log = Mutexed<[String]>([])
    func write(_ name: String) async throws {
      try await committer.commit(by: name, isOneStatement: false) { _ in log.change { $0.append(name) } }
    }
    for name in ["a", "b", "c"] { try await write(name) }
    #expect(commits.count.value == 3 && hand.putOff.value.isEmpty)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (place, name) in ["d", "e", "f"].enumerated() {
        group.addTask { try await write(name) }
        while committer.waiting <= place { await Task.yield() }
      }
      #expect(hand.putOff.value.count == 1 && commits.count.value == 3)
      hand.endWaits()
      try await group.waitForAll()
    }
    #expect(log.value == ["a", "b", "c", "d", "e", "f"])
    #expect(commits.count.value == 4)
  }

  @Test("a writer alone, or one with no name, is never put off")
  func never() async throws {
    let hand = Hand()
    let committer = GroupCommitter(try DatabaseQueue(), gathering: hand.gathering)
    for number in 0..<200 {
      try await committer.commit(by: "a", isOneStatement: true) { _ in }
      try await committer.commit(isOneStatement: true) { _ in #expect(number >= 0) }
    }
    #expect(hand.putOff.value.isEmpty && committer.isIdle)
  }
}
