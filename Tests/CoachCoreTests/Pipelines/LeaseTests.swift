import Foundation
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

  @Test("of two processes on one file that race for a lease, one gets it, however often")
  func processes() async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "lease-\(UUID().uuidString).sqlite")
      .path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + end) } }
    let stores = [try SQLiteCoachStore(path: file), try SQLiteCoachStore(path: file)]
    let clock = TestClock().runClock
    for round in 0..<20 {
      let holders = try await withThrowingTaskGroup(of: Int.self) { group in
        for number in 0..<8 {
          group.addTask {
            let lease = try await Lease.take(
              "l\(round)", holder: "w\(number)", for: .seconds(60), in: stores[number % 2], clock: clock)
            return lease == nil ? 0 : 1
          }
        }
        return try await group.reduce(0, +)
      }
      #expect(holders == 1)
    }
  }

  @Test("renewed, a lease has its whole time again; run out, it is had again unless another was quicker")
  func renewal() async throws {
    for values in try Self.stores() {
      let clock = TestClock()
      func take(_ holder: String) async throws -> Lease? {
        try await Lease.take("l", holder: holder, for: .seconds(60), in: values, clock: clock.runClock)
      }
      let first = try #require(try await take("a"))
      clock.advance(59)
      #expect(try await first.renew())
      clock.advance(59)
      #expect(try await first.isHeld())
      #expect(try await take("b") == nil)
      clock.advance(60)
      #expect(try await first.renew())
      #expect(try await first.isHeld())
      clock.advance(60)
      let second = try #require(try await take("b"))
      #expect(try await !first.renew())
      #expect(try await second.isHeld())
    }
  }

  @Test("a clock that jumps back keeps a lease with its holder; one that jumps forward gives it to the next")
  func jumps() async throws {
    for values in try Self.stores() {
      let clock = TestClock()
      func take(_ holder: String) async throws -> Lease? {
        try await Lease.take("l", holder: holder, for: .seconds(60), in: values, clock: clock.runClock)
      }
      let first = try #require(try await take("a"))
      clock.advance(-86_400)
      #expect(try await first.isHeld())
      #expect(try await take("b") == nil)
      #expect(try await first.renew())
      #expect(try await take("b") == nil)
      clock.advance(2 * 86_400)
      #expect(try await !first.isHeld())
      let second = try #require(try await take("b"))
      clock.advance(-2 * 86_400)
      #expect(try await second.isHeld())
      #expect(try await !first.renew())
      #expect(try await !first.isHeld())
    }
  }

  @Test("with leases that run out at random, no two hold at once", arguments: UInt64(1)...50)
  func property(seed: UInt64) async throws {
    var random = SplitMix(seed: seed)
    let values = MemoryKVStore()
    let clock = TestClock()
    var leases: [Lease] = []
    for step in 0..<60 {
      switch Int.random(in: 0..<4, using: &random) {
      case 3:
        if let lease = leases.randomElement(using: &random) { _ = try await lease.renew() }
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
