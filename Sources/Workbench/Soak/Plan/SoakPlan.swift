import Finance

/// Which sessions a soak opens, and when: a pure function of the settings, the number of cases and a seed.
struct SoakPlan: Sendable, Hashable {
  /// In the order in which they begin.
  let sessions: [PlannedSession]

  /// Plans a soak.
  ///
  /// Cases come in turn, a user's sessions being of one, so that each is met equally often; behaviours stand in exactly their shares, in an order drawn
  /// by the seed; sessions are dealt to the rounds in order, as equally as they can be; each begins at a moment drawn
  /// inside its own slice of the ramp, or inside those of its user.
  ///
  /// - Parameter cases: how many cases there are, at least 1.
  init(_ settings: SoakSettings, cases: Int, seed: UInt64) {
    let count = settings.sessions
    let random = RandomStream(seed: seed)
    let behaviours = Self.behaviours(settings.shares, count: count, random)
    let users = Self.users(settings, count: count)
    // Two draws a session, after those of the order of behaviours.
    let base = UInt64(count)
    sessions = users.enumerated().flatMap { number, user in
      let slice = settings.ramp / Double(user.round.count)
      // All sessions of a user begin at once: at a moment in the slices they have together.
      let moment = Double(user.places.count) * random.uniform(at: base + UInt64(user.places.lowerBound) * 2)
      let start = slice * (Double(user.places.lowerBound - user.round.lowerBound) + moment)
      return user.places.map { index in
        PlannedSession(
          number: index + 1, place: number % max(1, cases), behaviour: behaviours[index], start: start,
          idempotencyKey: "soak-\(seed)-\(index + 1)",
          dropAfter: 1 + Int(random.uniform(at: base + UInt64(index) * 2 + 1) * Double(Self.latestDrop)),
          round: user.number, user: number + 1)
      }
    }
  }

  /// Takes sessions as they are.
  init(_ sessions: [PlannedSession]) { self.sessions = sessions }

  /// A few sessions at once, before any figure is taken, of clients that read to the end.
  static func warmUp(_ settings: SoakSettings, cases: Int, seed: UInt64) -> SoakPlan {
    SoakPlan(
      (0..<settings.warmUp).map { index in
        PlannedSession(
          number: index + 1, place: index % max(1, cases), behaviour: .plain, start: .zero,
          idempotencyKey: "soak-\(seed)-warm-\(index + 1)", dropAfter: 1, round: 0, user: index + 1)
      })
  }

  /// The sessions of each round.
  var rounds: [SoakPlan] {
    sessions.reduce(into: [[PlannedSession]]()) { rounds, session in
      if rounds.last?.last?.round == session.round {
        rounds[rounds.count - 1].append(session)
      } else {
        rounds.append([session])
      }
    }.map { SoakPlan($0) }
  }

  /// Each user's sessions, with their round's number and places.
  private static func users(
    _ settings: SoakSettings, count: Int
  ) -> [(number: Int, round: Range<Int>, places: Range<Int>)] {
    let size = max(1, settings.sessionsPerUser)
    return rounds(settings.rounds, of: count).enumerated().flatMap { round, places in
      stride(from: places.lowerBound, to: places.upperBound, by: size).map {
        (number: round + 1, round: places, places: $0..<min($0 + size, places.upperBound))
      }
    }
  }

  /// The places of each round's sessions: rounds of equal size, the first ones by one larger where it does not come out
  /// even; none without a session.
  private static func rounds(_ rounds: Int, of count: Int) -> [Range<Int>] {
    let rounds = max(1, min(rounds, count))
    let (size, rest) = count.quotientAndRemainder(dividingBy: rounds)
    return (0..<rounds).map { round in
      let start = round * size + min(round, rest)
      return start..<start + size + (round < rest ? 1 : 0)
    }
  }

  /// Sessions of the project have some fifty events; a client that drops leaves before that.
  static let latestDrop = 40

  /// Each behaviour as often as its share says, rounded by largest remainder, in a drawn order.
  private static func behaviours(
    _ shares: [Behaviour: Double], count: Int, _ random: RandomStream
  ) -> [Behaviour] {
    let wanted = Behaviour.shared.map { (behaviour: $0, exact: (shares[$0] ?? 0) * Double(count)) }
    var counts = wanted.map { Int($0.exact.rounded(.down)) }
    let total = min(count, Int(wanted.reduce(0) { $0 + $1.exact }.rounded()))
    let byRemainder = wanted.indices.sorted {
      let (left, right) = (wanted[$0].exact - Double(counts[$0]), wanted[$1].exact - Double(counts[$1]))
      return left == right ? $0 < $1 : left > right
    }
    for index in byRemainder.prefix(max(0, total - counts.reduce(0, +))) { counts[index] += 1 }
    var behaviours = zip(wanted, counts).flatMap { Array(repeating: $0.behaviour, count: $1) }
    behaviours += Array(repeating: .plain, count: count - behaviours.count)
    // Fisher and Yates.
    for index in stride(from: count - 1, to: 0, by: -1) {
      let other = Int(random.uniform(at: UInt64(index)) * Double(index + 1))
      behaviours.swapAt(index, min(other, index))
    }
    return behaviours
  }
}
