import CoachCore
import Foundation
import Testing

@testable import CoachService

@Suite("Request rates")
struct RequestRateTests {
  private let time = AuthClock()

  private func rates(user: RateLimit, address: RateLimit, capacity: Int = 100) -> RequestRates {
    RequestRates(perUser: user, perAddress: address, capacity: capacity, clock: time.clock)
  }

  @Test("a burst passes, then one for each interval, and the wait given is enough and no more")
  func bucket() throws {
    let rates = rates(user: RateLimit(burst: 5, perMinute: 6), address: RateLimit(burst: 100, perMinute: 600))
    for _ in 0..<5 { #expect(rates.admit(user: "u", address: "10.0.0.1") == nil) }
    #expect(rates.admit(user: "u", address: "10.0.0.1") == 10)
    time.advance(3.5)
    #expect(rates.admit(user: "u", address: "10.0.0.1") == 7)
    time.advance(6.5)
    #expect(rates.admit(user: "u", address: "10.0.0.1") == nil)
    #expect(rates.admit(user: "u", address: "10.0.0.1") == 10)
    time.advance(3_600)
    for _ in 0..<5 { #expect(rates.admit(user: "u", address: "10.0.0.1") == nil) }
    #expect(rates.admit(user: "u", address: "10.0.0.1") != nil)
  }

  @Test("a refused request costs nobody a token")
  func refusedIsFree() {
    let rates = rates(user: RateLimit(burst: 1, perMinute: 1), address: RateLimit(burst: 2, perMinute: 1))
    #expect(rates.admit(user: "u", address: "10.0.0.1") == nil)
    for _ in 0..<10 { #expect(rates.admit(user: "u", address: "10.0.0.1") == 60) }
    #expect(rates.admit(user: "v", address: "10.0.0.1") == nil)
    #expect(rates.admit(user: "w", address: "10.0.0.1") == 60)
    #expect(rates.admit(user: "w", address: "10.0.0.2") == nil)
  }

  @Test("an address counts as one caller however it is written, an IPv6 one by its /64")
  func addresses() {
    let same = [
      ["10.0.0.1", "::ffff:10.0.0.1", "::ffff:0a00:1"],
      ["2001:db8::1", "2001:db8:0:0:ffff::2", "2001:DB8::9%eth0"],
    ]
    for group in same { #expect(Set(group.map(ClientAddress.key)).count == 1, "\(group)") }
    #expect(ClientAddress.key("2001:db8::1") != ClientAddress.key("2001:db8:0:1::1"))
    #expect(ClientAddress.key("10.0.0.1") != ClientAddress.key("10.0.0.2"))
    #expect(ClientAddress.key(String(repeating: "x", count: 10_000)).utf8.count < 100)
    #expect(ClientAddress.key("") == "?:")
  }

  @Test("memory is bounded; the one used last is kept, the one longest unused forgotten")
  func memory() {
    let rates = rates(
      user: RateLimit(burst: 1, perMinute: 1), address: RateLimit(burst: 1_000_000, perMinute: 1),
      capacity: 50)
    #expect(rates.admit(user: "first", address: "10.0.0.1") == nil)
    for number in 0..<49 { #expect(rates.admit(user: "u\(number)", address: "10.0.0.1") == nil) }
    #expect(rates.admit(user: "first", address: "10.0.0.1") != nil)
    #expect(rates.admit(user: "one more", address: "10.0.0.1") == nil)
    #expect(rates.admit(user: "first", address: "10.0.0.1") == nil)
    for number in 0..<10_000 {
      _ = rates.admit(user: "x\(number)", address: "2001:db8:\(String(number, radix: 16))::1")
    }
    #expect(rates.remembered == 100)
  }

  @Test("the list of recent values agrees with a plain one")
  func recentValues() {
    var random = SeededGenerator(seed: 9)
    var recent = RecentValues<Int>(capacity: 8)
    var plain: [(key: String, value: Int)] = []
    for step in 0..<5_000 {
      let key = "k\(random.next() % 16)"
      recent.set(key, step)
      plain.removeAll { $0.key == key }
      plain.append((key, step))
      if plain.count > 8 { plain.removeFirst() }
      for number in 0..<16 {
        #expect(recent.peek("k\(number)") == plain.last { $0.key == "k\(number)" }?.value)
      }
    }
  }

  @Test("limits out of range count as the nearest, and no number traps")
  func extremes() {
    #expect(RateLimit(burst: -5, perMinute: 0) == RateLimit(burst: 1, perMinute: 1))
    let wide = RateLimit(burst: .max, perMinute: .max)
    #expect(wide == RateLimit(burst: 1_000_000, perMinute: 60_000))
    let slow = rates(user: RateLimit(burst: .max, perMinute: 1), address: wide)
    for _ in 0..<1_000 { #expect(slow.admit(user: "u", address: "a") == nil) }
  }

  @Test("requests at once: exactly the burst is admitted")
  func concurrent() async {
    let rates = rates(
      user: RateLimit(burst: 25, perMinute: 1), address: RateLimit(burst: 1_000, perMinute: 1))
    let admitted = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<200 { group.addTask { rates.admit(user: "u", address: "10.0.0.1") == nil } }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(admitted == 25)
  }
}
