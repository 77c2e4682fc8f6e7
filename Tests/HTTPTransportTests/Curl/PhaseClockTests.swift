import Testing

@testable import HTTPTransport

@Suite("Phase clock and deadlines")
struct PhaseClockTests {
  private let limits = TransportLimits(
    connect: .nanoseconds(10), head: .nanoseconds(20), idle: .nanoseconds(30), whole: .nanoseconds(100))

  @Test("each phase counts from its own beginning, and the whole ends them all")
  func phases() {
    var clock = PhaseClock(limits, now: 1_000)
    #expect(clock.deadline == 1_010)
    clock.connected(at: 1_005)
    #expect(clock.deadline == 1_025)
    clock.headCame(at: 1_015)
    #expect(clock.deadline == 1_045)
    clock.bytesCame(at: 1_040)
    #expect(clock.deadline == 1_070)
    clock.bytesCame(at: 1_090)
    #expect(clock.deadline == 1_100)
    #expect(clock.current(at: 1_100) == .whole)
    #expect(clock.current(at: 1_099) == .idle)
  }

  @Test("a reader that does not read is not held against the peer")
  func paused() {
    var clock = PhaseClock(TransportLimits(idle: .nanoseconds(30)), now: 0)
    clock.headCame(at: 0)
    clock.pause()
    #expect(clock.deadline == nil)
    clock.resume(at: 50)
    #expect(clock.deadline == 80)
  }

  @Test("a deadline is put on the heap once")
  func armed() {
    var clock = PhaseClock(limits, now: 0)
    let first = clock.arm()
    let second = clock.arm()
    #expect(first == 10)
    #expect(second == nil)
    let isStale = clock.fire(9)
    let isCurrent = clock.fire(10)
    #expect(!isStale)
    #expect(isCurrent)
  }

  @Test("deadlines come up in order of time")
  func heap() {
    var heap = DeadlineHeap()
    var state: UInt64 = 42
    var expected: [UInt64] = []
    for id in 0..<500 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      expected.append(state >> 40)
      heap.insert(state >> 40, UInt64(id))
    }
    var seen: [UInt64] = []
    while let entry = heap.popDue(at: .max) { seen.append(entry.deadline) }
    #expect(seen == expected.sorted())
  }

  @Test("a moment past the end of time is its end")
  func overflow() {
    #expect(UInt64(5).advanced(by: .seconds(Int64.max)) == .max)
    #expect(UInt64.max.advanced(by: .seconds(1)) == .max)
    #expect(UInt64(5).advanced(by: .seconds(-1)) == 5)
  }
}
