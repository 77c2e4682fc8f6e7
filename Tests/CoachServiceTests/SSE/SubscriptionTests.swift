import CoachCore
import JSONKit
import Testing

@testable import CoachService

@Suite struct SubscriptionTests {
  private static let pace = StreamPace(heartbeat: 15, longestStream: 1_000)

  private func subscription(frames: Int = 4, bytes: Int = 1 << 20) -> Subscription {
    Subscription(session: "s", user: "u", bounds: .init(frames: frames, bytes: bytes), now: 0)
  }

  private func frame(_ seq: Int) -> EventFrame {
    EventFrame(
      CoachEvent(
        seq: seq, session: "s", timestamp: "2026-08-14T04:30:00.000Z", type: .usage,
        data: ["n": .number(.init(seq))]))
  }

  private func numbers(_ delivery: Subscription.Delivery) -> [Int]? {
    if case .frames(let frames) = delivery { frames.compactMap(\.seq) } else { nil }
  }

  private func ending(_ delivery: Subscription.Delivery) -> Subscription.Ending? {
    if case .ended(let ending) = delivery { ending } else { nil }
  }

  @Test func whatWaitsComesTogetherAndInOrder() async {
    let subscription = subscription()
    for seq in 1...3 { subscription.offer(frame(seq), now: 0) }
    #expect(numbers(await subscription.next(now: 0)) == [1, 2, 3])
  }

  @Test func consumerThatWaitsIsWoken() async {
    let subscription = subscription()
    async let delivery = subscription.next(now: 0)
    subscription.offer(frame(7), now: 0)
    #expect(numbers(await delivery) == [7])
  }

  @Test func oneFrameTooManyEndsItAndNothingFollows() async {
    let subscription = subscription(frames: 4)
    for seq in 1...5 { subscription.offer(frame(seq), now: 0) }
    subscription.offer(frame(6), now: 0)
    // What waited is in the log; half of it would leave a gap.
    #expect(ending(await subscription.next(now: 0)) == .overflow)
    #expect(ending(await subscription.next(now: 0)) == .overflow)
  }

  @Test func bytesAreBoundedToo() async {
    let subscription = subscription(frames: 100, bytes: 300)
    for seq in 1...3 { subscription.offer(frame(seq), now: 0) }
    #expect(ending(await subscription.next(now: 0)) == .overflow)
  }

  @Test(arguments: [Subscription.Ending.shutdown, .deadline, .gone])
  func whatWaitsIsGivenBeforeTheEnd(_ end: Subscription.Ending) async {
    let subscription = subscription()
    subscription.offer(frame(1), now: 0)
    subscription.end(end, now: 0)
    subscription.offer(frame(2), now: 0)
    #expect(numbers(await subscription.next(now: 0)) == [1])
    #expect(ending(await subscription.next(now: 0)) == end)
  }

  @Test func silentStreamShowsThatItLives() async {
    let subscription = subscription()
    async let delivery = subscription.next(now: 0)
    while !subscription.isAwaited { await Task.yield() }
    subscription.tick(now: 14, pace: Self.pace, isTold: true)
    #expect(subscription.isAwaited)
    subscription.tick(now: 15, pace: Self.pace, isTold: true)
    if case .heartbeat = await delivery {} else { Issue.record("no heartbeat came") }
  }

  @Test func sessionNobodyHereTellsOfIsLookedUp() async {
    let subscription = subscription()
    async let delivery = subscription.next(now: 0)
    while !subscription.isAwaited { await Task.yield() }
    subscription.tick(now: 1, pace: Self.pace, isTold: false)
    if case .look = await delivery {} else { Issue.record("nobody was told to look") }
  }

  @Test func streamEndsWhenItHasBeenOpenLongEnough() async {
    let subscription = subscription()
    subscription.tick(now: 1_000, pace: Self.pace, isTold: true)
    #expect(ending(await subscription.next(now: 1_000)) == .deadline)
  }

  /// A consumer slower or faster than the session: what it is given is the session from the start, without a gap, and
  /// then either all of it or the word that it was too slow.
  @Test func raceOfTellerAndListenerLosesNothing() async {
    for bound in [1, 2, 16, 1_000] {
      let subscription = subscription(frames: bound)
      async let told: Void = {
        for seq in 1...500 {
          subscription.offer(frame(seq), now: 0)
          if seq % 7 == 0 { await Task.yield() }
        }
        subscription.end(.gone, now: 0)
      }()
      var seen = 0
      var last: Subscription.Ending?
      while last == nil {
        let delivery = await subscription.next(now: 0)
        for seq in numbers(delivery) ?? [] {
          #expect(seq == seen + 1)
          seen = seq
        }
        last = ending(delivery)
      }
      await told
      #expect(last == .overflow || seen == 500)
    }
  }
}
