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

  @Test("values whose time is over are removed, the first to end first, so many at a time; what lives stays")
  func expiry() async throws {
    for store in try stores() {
      for number in 0..<10 {
        let expiry = "2026-08-14T04:00:0\(9 - number).000Z"
        try await store.set("k\(number)", "v", until: expiry)
        try await store.set("again\(number)", "v", until: expiry)
        try await store.set("again\(number)", "w", until: end)
      }
      let over = "2026-08-14T04:00:04.000Z"
      #expect(try await store.removeExpired(at: now, limit: 0) == 0)
      var counts: [Int] = []
      repeat { counts.append(try await store.removeExpired(at: over, limit: 3)) } while counts.last == 3
      for number in 0..<10 {
        let value = try await store.value("k\(number)", at: "2026-08-14T03:00:00.000Z")
        #expect(value == (number < 5 ? "v" : nil), "k\(number)")
        #expect(try await store.value("again\(number)", at: soon) == "w")
      }
      #expect(try await store.removeExpired(at: over, limit: 3) == 0)
    }
  }

  @Test("the queue gives ends back in order, whatever order they came in")
  func queue() {
    var (queue, state) = (ExpiryQueue(), UInt64(7))
    var ends: [String] = []
    for number in 0..<1_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      ends.append("t\(1_000 + state >> 55)")
      queue.insert("k\(number)", until: ends[number])
    }
    var taken: [String] = []
    while let end = queue.removeFirst(upTo: "t1400") { taken.append(end.expiry) }
    #expect(taken == ends.filter { $0 <= "t1400" }.sorted())
    #expect(queue.count == 1_000 - taken.count && queue.count > 0)
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
