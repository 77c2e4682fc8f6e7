import Finance

/// What is to befall the servers, and when: a pure function of the length of the ramp and a seed.
struct ChaosPlan: Sendable, Hashable {
  /// In the order in which they are due.
  let events: [ChaosEvent]

  /// How long a paused engine stands still.
  static let pause = Duration.seconds(2)

  /// Draws two of each kind in any order, each in its own part of the ramp.
  init(ramp: Duration, seed: UInt64) {
    let random = RandomStream(seed: seed ^ 0x6368_616f_73)
    let seconds = ramp / .seconds(1)
    var kinds = ChaosEvent.Kind.allCases + ChaosEvent.Kind.allCases
    for index in stride(from: kinds.count - 1, to: 0, by: -1) {
      kinds.swapAt(index, min(index, Int(random.uniform(at: UInt64(100 + index)) * Double(index + 1))))
    }
    let count = kinds.count
    events = kinds.enumerated().map { index, kind in
      // Not at the edges of a part, so that a restart is over before the next.
      let place = 0.1 + 0.6 * random.uniform(at: UInt64(index))
      return ChaosEvent(kind: kind, seconds: seconds * (Double(index) + place) / Double(count))
    }
  }
}
