import Testing

@testable import CoachCore

/// One holder at a time, whoever asks and however many.
@Suite("Leases")
struct LeaseTests {
  private static func stores() throws -> [any KVStore] { [MemoryKVStore(), try SQLiteCoachStore.inMemory()] }

  @Test("of 200 who ask at once one gets it, in either store")
  func race() async throws {
    for values in try Self.stores() {
      let clock = TestClock().runClock
      let holders = try await withThrowingTaskGroup(of: String?.self) { group in
        for number in 0..<200 {
          group.addTask {
            try await Lease.take("l", holder: "w\(number)", for: .seconds(60), in: values, clock: clock)?
              .holder
          }
        }
        return try await group.reduce(into: [String]()) { if let holder = $1 { $0.append(holder) } }
      }
      #expect(holders.count == 1)
    }
  }

  @Test("a lease that ran out is lost, and giving it back takes it from nobody")
  func expiry() async throws {
    for values in try Self.stores() {
      let clock = TestClock()
      func take(_ holder: String) async throws -> Lease? {
        try await Lease.take("l", holder: holder, for: .seconds(60), in: values, clock: clock.runClock)
      }
      let first = try #require(try await take("a"))
      #expect(try await first.isHeld())
      #expect(try await take("b") == nil)
      clock.advance(60)
      #expect(try await !first.isHeld())
      let second = try #require(try await take("b"))
      try await first.giveBack()
      #expect(try await second.isHeld())
      try await second.giveBack()
      #expect(try await take("c") != nil)
    }
  }

  @Test("with leases that run out at random, no two hold at once", arguments: UInt64(1)...50)
  func property(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let values = MemoryKVStore()
    let clock = TestClock()
    var leases: [Lease] = []
    for step in 0..<60 {
      switch Int.random(in: 0..<3, using: &random) {
      case 0: clock.advance(Double(Int.random(in: 0...40, using: &random)))
      case 1:
        if let lease = leases.randomElement(using: &random) { try await lease.giveBack() }
      default:
        let taken = try await Lease.take(
          "l", holder: "w\(step)", for: .seconds(30), in: values, clock: clock.runClock)
        if let taken { leases.append(taken) }
      }
      var held = 0
      for lease in leases where try await lease.isHeld() { held += 1 }
      #expect(held <= 1)
    }
  }
}
