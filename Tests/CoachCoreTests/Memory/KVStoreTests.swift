import Testing

@testable import CoachCore

/// What every key-value store keeps to, in process and in SQLite.
@Suite("Key-value stores")
struct KVStoreTests {
  private let now = "2026-08-14T04:00:00.000Z"
  private let soon = "2026-08-14T04:30:00.000Z"
  private let end = "2026-08-14T05:00:00.000Z"

  private func stores() throws -> [any KVStore] { [MemoryKVStore(), try SQLiteCoachStore.inMemory()] }

  @Test("a value lives until its time, and a later one takes its place")
  func life() async throws {
    for store in try stores() {
      try await store.set("u:u1:k", "a", until: soon)
      #expect(try await store.value("u:u1:k", at: now) == "a")
      #expect(try await store.value("u:u1:k", at: soon) == nil)
      try await store.set("u:u1:k", "b", until: end)
      #expect(try await store.value("u:u1:k", at: soon) == "b")
      #expect(try await store.value("u:u2:k", at: soon) == nil)
    }
  }

  @Test("of 100 that claim a key at once one wins, and once its time is over another can")
  func claims() async throws {
    for store in try stores() {
      let (now, soon) = (now, soon)
      let winners = try await withThrowingTaskGroup(of: Bool.self) { group in
        for number in 0..<100 {
          group.addTask {
            try await store.setIfAbsent("lease", "w\(number)", until: soon, at: now) == nil
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(winners == 1)
      #expect(try await store.setIfAbsent("lease", "late", until: end, at: soon) == nil)
      #expect(try await store.setIfAbsent("lease", "later", until: end, at: soon) == "late")
    }
  }

  @Test("a key is removed only by who knows its value")
  func removal() async throws {
    for store in try stores() {
      try await store.set("lease", "mine", until: end)
      #expect(try await store.remove("lease", expecting: "yours") == false)
      #expect(try await store.remove("lease", expecting: "mine") == true)
      #expect(try await store.value("lease", at: now) == nil)
    }
  }
}
