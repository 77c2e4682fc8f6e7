import CoachCore
import Foundation
import Synchronization
import Testing

@testable import CoachService

@Suite("Stream tickets")
struct StreamTicketTests {
  private let time = AuthClock()
  private let values = MemoryKVStore()

  private var tickets: StreamTickets { StreamTickets(values: values, clock: time.clock) }

  private func refusal(_ ticket: String, session: String) async -> AuthError.Code? {
    await Refusal.code { _ = try await tickets.redeem(ticket, session: session) }
  }

  @Test("a ticket opens its session's stream once and says who owns it")
  func once() async throws {
    let ticket = try await tickets.issue(session: "s1", owner: TokenForge.alice)
    #expect(ticket.utf8.count == 43)
    #expect(try await tickets.redeem(ticket, session: "s1") == TokenForge.alice)
    #expect(await refusal(ticket, session: "s1") == .invalidTicket)
  }

  @Test("a ticket of one session opens no other, and is gone")
  func otherSession() async throws {
    let ticket = try await tickets.issue(session: "s1", owner: TokenForge.alice)
    #expect(await refusal(ticket, session: "s2") == .invalidTicket)
    #expect(await refusal(ticket, session: "s1") == .invalidTicket)
  }

  @Test("a ticket waits 60 seconds")
  func expiry() async throws {
    let (one, two) = (
      try await tickets.issue(session: "s1", owner: "o"), try await tickets.issue(session: "s1", owner: "o")
    )
    time.set(59.9)
    _ = try await tickets.redeem(one, session: "s1")
    time.set(60)
    #expect(await refusal(two, session: "s1") == .invalidTicket)
  }

  @Test("of two who come at once one gets it, a hundred times, in both stores")
  func race() async throws {
    let stores: [any KVStore] = [MemoryKVStore(), try SQLiteCoachStore.inMemory()]
    for store in stores {
      let tickets = StreamTickets(values: store, clock: time.clock)
      for _ in 0..<100 {
        let ticket = try await tickets.issue(session: "s1", owner: "o")
        let winners = await withTaskGroup(of: Bool.self) { group in
          for _ in 0..<4 { group.addTask { (try? await tickets.redeem(ticket, session: "s1")) != nil } }
          return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(winners == 1)
      }
    }
  }

  @Test("junk is no ticket")
  func junk() async {
    for ticket in [
      "", "x", String(repeating: "A", count: 43), String(repeating: "A", count: 44), "../../x", "\u{0}",
    ] {
      #expect(await refusal(ticket, session: "s1") == .invalidTicket)
    }
  }

  @Test("the store holds no ticket, only its hash")
  func hashed() async throws {
    let seen = SeenKVStore()
    let tickets = StreamTickets(values: seen, clock: time.clock) { count in
      (0..<UInt8(count)).map { $0 }
    }
    let ticket = try await tickets.issue(session: "s1", owner: "o")
    #expect(ticket == "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")
    #expect(seen.texts.count == 2)
    #expect(!seen.texts.contains { $0.contains(ticket) })
    #expect(seen.texts.contains("service:ticket:\(ContentHash.sha256(ticket))"))
  }

  @Test("too little randomness, the same ticket again, or a store that is down: no ticket")
  func failures() async throws {
    let poor = StreamTickets(values: values, clock: time.clock) { _ in [1, 2, 3] }
    let constant = StreamTickets(values: values, clock: time.clock) { [UInt8](repeating: 1, count: $0) }
    let broken = StreamTickets(values: BrokenKVStore(), clock: time.clock)
    _ = try await constant.issue(session: "s1", owner: "o")
    for tickets in [poor, constant, broken] {
      #expect(await Refusal.code { _ = try await tickets.issue(session: "s1", owner: "o") } == .unavailable)
    }
    let ticket = String(repeating: "A", count: 43)
    #expect(await Refusal.code { _ = try await broken.redeem(ticket, session: "s1") } == .unavailable)
  }
}

/// A store that notes what it is given.
private final class SeenKVStore: KVStore {
  private let seen = Mutex<[String]>([])

  var texts: [String] { seen.withLock { $0 } }

  func value(_ key: String, at time: String) -> String? { nil }
  func set(_ key: String, _ value: String, until expiry: String) {}
  func setIfAbsent(_ key: String, _ value: String, until expiry: String, at time: String) -> String? {
    seen.withLock { $0 += [key, value] }
    return nil
  }
  func remove(_ key: String, expecting value: String) -> Bool { false }
  func removeExpired(at time: String, limit: Int) -> Int { 0 }
}
