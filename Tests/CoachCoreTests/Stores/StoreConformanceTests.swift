import Testing

@testable import CoachCore

@Suite("Stores and their conformance")
struct StoreConformanceTests {
  @Test("SQLite in memory: another user's ids find nothing, in any call")
  func inMemory() async throws {
    try await StoreConformance(store: SQLiteCoachStore.inMemory()).expectNobodyElsesRows()
  }

  @Test("SQLite on a file: another user's ids find nothing, in any call")
  func onFile() async throws {
    let file = TemporaryStore()
    try await StoreConformance(store: file.open()).expectNobodyElsesRows()
  }

  @Test("values in this process")
  func memoryValues() async throws {
    try await ValueConformance(store: MemoryKVStore()).expectAll()
  }

  @Test("values in SQLite")
  func storedValues() async throws {
    let file = TemporaryStore()
    try await ValueConformance(store: file.open()).expectAll()
  }
}

/// What every `KVStore` has to hold to.
struct ValueConformance {
  let store: any KVStore

  func expectAll() async throws {
    try await expectLives()
    try await expectOneWinner()
    try await expectRemoval()
  }

  private func expectLives() async throws {
    #expect(try await store.value("a", at: "1") == nil)
    try await store.set("a", "x", until: "5")
    #expect(try await store.value("a", at: "4") == "x")
    #expect(try await store.value("b", at: "4") == nil)
    #expect(try await store.setIfAbsent("a", "y", until: "9", at: "4") == "x")
    #expect(
      try await store.setIfAbsent("a", "y", until: "9", at: "5") == nil, "its time is over at its expiry")
    #expect(try await store.value("a", at: "5") == "y")
    try await store.set("a", "z", until: "9")
    #expect(try await store.value("a", at: "5") == "z")
    #expect(try await store.value("a", at: "9") == nil)
  }

  /// Of a hundred at once one writes, and all others are told what it wrote.
  private func expectOneWinner() async throws {
    for round in 0..<5 {
      let key = "race \(round)"
      let answers = try await withThrowingTaskGroup(of: (String, String?).self) { group in
        for number in 0..<100 {
          group.addTask {
            ("\(number)", try await store.setIfAbsent(key, "\(number)", until: "9", at: "1"))
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      let winners = answers.filter { $0.1 == nil }.map(\.0)
      #expect(winners.count == 1)
      #expect(answers.allSatisfy { $0.1 == nil || $0.1 == winners.first })
      #expect(try await store.value(key, at: "1") == winners.first)
    }
  }

  private func expectRemoval() async throws {
    try await store.set("lease", "mine", until: "9")
    #expect(try await !store.remove("lease", expecting: "yours"))
    #expect(try await store.remove("lease", expecting: "mine"))
    #expect(try await !store.remove("lease", expecting: "mine"))
    #expect(try await store.value("lease", at: "1") == nil)
  }
}
