import Foundation
import GRDB
import JSONKit
import Testing

@testable import CoachCore

/// Many sessions write at once: each keeps its order, each is refused alone, and none waits for a transaction of its own.
@Suite("Group commit")
struct GroupCommitTests {
  private func begin(_ id: String, in store: SQLiteCoachStore) async throws {
    try await store.createSession(
      StoredSession(
        id: id, trigger: .onDemand, engineVersion: "1", promptHash: "h", seed: 1, startedAt: "t"),
      as: Principal(user: "u-\(id)"))
  }

  private func event(_ seq: Int, of session: String) -> CoachEvent {
    CoachEvent(
      seq: seq, session: session, timestamp: "t", type: .toolResult, data: ["seq": .string("\(seq)")])
  }

  private func insight(_ id: String, _ topic: String) throws -> Insight {
    try JSONValueDecoder().decode(
      Insight.self,
      from: [
        "schema": "insight/1", "id": .string(id), "agent": "goal_insights", "scope": "goal",
        "scope_ref": "g1", "topic_key": .string(topic), "severity": "info", "title": "t", "body_md": "b",
        "claims": [], "citations": [], "assumptions": [], "caveats": [], "disclaimers": [],
        "as_of": "2026-08-14", "language": "en",
      ])
  }

  /// Has a session write events, calls and an artifact, with a conflict planted behind each third event.
  private func write(_ id: String, events: Int, in store: any CoachStore, conflicts: Mutexed<Int>)
    async throws
  {
    let owner = Principal(user: "u-\(id)")
    for seq in 1...events {
      if seq % 5 == 0 {
        let publication = Publication(
          artifact: .insight(try insight("\(id)-\(seq)", "goal:g\(seq):gap:close")))
        // An artifact whose event is not the next one: both are refused, the artifact too.
        await refused(conflicts) {
          try await store.publish(publication, with: event(seq + 1, of: id), as: owner)
        }
        try await store.publish(publication, with: event(seq, of: id), as: owner)
      } else {
        try await store.append(event(seq, of: id), as: owner)
      }
      if seq % 3 == 0 {
        await refused(conflicts) { try await store.append(event(seq, of: id), as: owner) }
        await refused(conflicts) { try await store.append(event(seq + 1, of: id), as: Principal(user: "x")) }
      }
      let call = JournalEntry(key: "k\(seq)#1", kind: "tool", state: .intent)
      try await store.begin(call, session: id, at: "t", as: owner)
      await refused(conflicts) { try await store.begin(call, session: id, at: "t", as: owner) }
      try await store.end(call.key, state: .result, payload: "{}", session: id, as: owner)
      await refused(conflicts) {
        try await store.end(call.key, state: .failure, payload: "{}", session: id, as: owner)
      }
    }
    let ending = SessionEnding(outcome: .completed, usage: .init(), errorCode: nil, endedAt: "t")
    try await store.finish(with: event(events + 1, of: id), ending: ending, as: owner)
    await refused(conflicts) {
      try await store.finish(with: event(events + 2, of: id), ending: ending, as: owner)
    }
  }

  private func refused(_ conflicts: Mutexed<Int>, _ body: () async throws -> Void) async {
    let error = await #expect(throws: CoachError.self) { try await body() }
    #expect(error?.code == .conflict)
    conflicts.change { $0 += 1 }
  }

  @Test(
    "two hundred sessions side by side, conflicts between them: every log is whole and in order",
    arguments: [
      "memory", "file", "owned file",
    ])
  func sideBySide(kind: String) async throws {
    let file = TemporaryStore()
    let store =
      switch kind {
      case "memory": try SQLiteCoachStore.inMemory()
      case "file": try file.open()
      default: try SQLiteCoachStore.owning(path: file.path)
      }
    let (sessions, events) = (200, 10)
    let conflicts = Mutexed(0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<sessions {
        group.addTask {
          try await begin("s\(number)", in: store)
          try await write("s\(number)", events: events, in: store, conflicts: conflicts)
        }
      }
      try await group.waitForAll()
    }
    #expect(conflicts.value == sessions * (2 + 3 * 2 + events * 2 + 1))
    for number in 0..<sessions {
      let (id, owner) = ("s\(number)", Principal(user: "u-s\(number)"))
      let stored = try store.events(session: id, after: 0, as: owner)
      #expect(stored == (1...events + 1).map { event($0, of: id) })
      #expect(try store.insights(session: id, as: owner).map(\.id) == ["\(id)-5", "\(id)-10"])
      let journal = try store.journal(session: id, as: owner)
      #expect(journal.count == events && journal.allSatisfy { $0.state == .result })
      #expect(try store.session(id, as: owner)?.status == .succeeded)
    }
  }

  @Test("those who come while one writes are committed together, in the order they came")
  func together() async throws {
    let database = try DatabaseQueue()
    let commits = CommitCounter()
    let committer = GroupCommitter(database)
    let (held, release) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let holder = Thread {
      database.writeWithoutTransaction { db in
        db.add(transactionObserver: commits)
        held.signal()
        release.wait()
      }
    }
    holder.start()
    await Task.detached { Self.wait(held) }.value
    let log = Mutexed<[Int]>([])
    await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0...50 {
        group.addTask {
          try await committer.commit(isOneStatement: number % 2 == 0) { db in
            #expect(number == 0 || db.isInsideTransaction)
            log.change { $0.append(number) }
          }
        }
        // The first is stuck in the database, the others wait behind it.
        while committer.isIdle || committer.waiting < number { await Task.yield() }
      }
      release.signal()
    }
    #expect(log.value == Array(0...50))
    #expect(
      commits.count.value == 1, "the first is a single statement of its own; all others are one transaction")
    #expect(committer.isIdle)
  }

  private static func wait(_ semaphore: DispatchSemaphore) { semaphore.wait() }

  @Test("a write that throws in the middle of a group takes back its own statements and nobody else's")
  func savepoints() async throws {
    let store = try SQLiteCoachStore.inMemory()
    for number in 0..<60 { try await begin("s\(number)", in: store) }
    let broken = CoachError(.invalidRequest, "on second thoughts")
    let results = await withTaskGroup(of: (Int, CoachError?).self) { group in
      for number in 0..<60 {
        group.addTask {
          do {
            let owner = Principal(user: "u-s\(number)")
            let event = event(1, of: "s\(number)")
            try await store.commit("writing") { db in
              try SQLiteCoachStore.insert(event, owner, db)
              if number % 3 == 0 { throw broken }
            }
            return (number, nil)
          } catch {
            return (number, error as? CoachError)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for (number, error) in results {
      #expect(error?.code == (number % 3 == 0 ? .invalidRequest : nil))
      let owner = Principal(user: "u-s\(number)")
      #expect(try store.lastSeq(session: "s\(number)", as: owner) == (number % 3 == 0 ? 0 : 1))
    }
  }

  @Test("a full disk is an error for everybody who waits, and everything that was acknowledged is there")
  func full() async throws {
    let file = TemporaryStore()
    do {
      let store = try file.open()
      for number in 0..<40 { try await begin("s\(number)", in: store) }
    }
    let narrow = try SQLiteCoachStore(path: file.path, pages: 60)
    let payload = String(repeating: "x", count: 2_000)
    let acknowledged = await withTaskGroup(of: (Int, Int).self) { group in
      for number in 0..<40 {
        group.addTask {
          let owner = Principal(user: "u-s\(number)")
          for seq in 1...20 {
            let event = CoachEvent(
              seq: seq, session: "s\(number)", timestamp: "t", type: .toolResult,
              data: ["x": .string(payload)])
            do {
              try await narrow.append(event, as: owner)
            } catch {
              #expect((error as? CoachError)?.code == .storeFailed)
              return (number, seq - 1)
            }
          }
          return (number, 20)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(acknowledged.contains { $0.1 < 20 })
    let store = try file.open()
    for (number, seq) in acknowledged {
      #expect(try store.lastSeq(session: "s\(number)", as: Principal(user: "u-s\(number)")) == seq)
    }
  }

  @Test("events told side by side within a session are numbered, stored and heard in one order")
  func recorder() async throws {
    for seed in UInt64(1)...6 {
      let run = try ScriptedRun.random(seed: seed)
      let heard = Mutexed<[CoachEvent]>([])
      let others = Task {
        // Somebody else keeps the store busy, so that events have to wait.
        let store = run.base
        try await begin("other", in: store)
        var seq = 0
        while !Task.isCancelled {
          seq += 1
          try await store.append(event(seq, of: "other"), as: Principal(user: "u-other"))
          await Task.yield()
        }
      }
      let record = try await run.run { signal in
        if case .event(let event) = signal { heard.change { $0.append(event) } }
      }
      others.cancel()
      try await others.value
      #expect(heard.value.map(\.seq) == Array(1...record.events.count))
      #expect(heard.value == record.events)
      #expect(try run.base.events(session: run.session, after: 0, as: run.owner) == record.events)
    }
  }
}
