import Testing

@testable import Workbench

@Suite("The plan of a soak")
struct SoakPlanTests {
  private static let shares: [[Behaviour: Double]] = [
    [:], [.slow: 1], [.slow: 0.1, .drop: 0.2, .cancel: 0.05, .duplicate: 0.1, .exhaust: 0.1],
    [.slow: 1.0 / 3, .drop: 1.0 / 3, .cancel: 1.0 / 3], [.exhaust: 0.001], [.cancel: 0.5, .drop: 0.5],
  ]

  private func settings(_ sessions: Int, _ shares: [Behaviour: Double]) -> SoakSettings {
    var settings = SoakSettings()
    (settings.sessions, settings.shares, settings.ramp) = (sessions, shares, .seconds(20))
    return settings
  }

  @Test("shares hold to the session, whatever the number and the seed", arguments: [1, 2, 7, 100, 333])
  func shares(count: Int) {
    for shares in Self.shares {
      for seed in UInt64(0)..<20 {
        let plan = SoakPlan(settings(count, shares), cases: 3, seed: seed)
        #expect(plan.sessions.count == count)
        for behaviour in Behaviour.shared {
          let exact = (shares[behaviour] ?? 0) * Double(count)
          let found = Double(plan.sessions.count { $0.behaviour == behaviour })
          #expect(abs(found - exact) < 1, "\(behaviour) of \(count): \(found), wanted \(exact)")
        }
      }
    }
  }

  @Test("sessions begin in order, each in its own slice of the ramp, and meet the cases in turn")
  func starts() {
    for seed in UInt64(0)..<20 {
      let sessions = SoakPlan(settings(100, Self.shares[2]), cases: 7, seed: seed).sessions
      for (index, session) in sessions.enumerated() {
        let slice = Duration.milliseconds(200)
        #expect(session.start >= slice * index && session.start <= slice * (index + 1))
        #expect(session.place == index % 7 && session.number == index + 1)
        #expect((1...SoakPlan.latestDrop).contains(session.dropAfter))
        #expect((8...128).contains(session.idempotencyKey.utf8.count))
      }
      #expect(Set(sessions.map(\.idempotencyKey)).count == 100)
    }
  }

  @Test("rounds are equal to the session, each over the whole ramp, and one round is the plan without rounds")
  func rounds() {
    for (count, rounds) in [(100, 10), (7, 3), (5, 5), (1, 1), (9, 2)] {
      var settings = settings(count, Self.shares[2])
      let whole = SoakPlan(settings, cases: 3, seed: 6)
      #expect(whole.rounds == [whole] && whole.sessions.allSatisfy { $0.round == 1 })
      settings.rounds = rounds
      let plan = SoakPlan(settings, cases: 3, seed: 6)
      #expect(plan.rounds.count == rounds && plan.rounds.flatMap(\.sessions) == plan.sessions)
      let sizes = plan.rounds.map(\.sessions.count)
      #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
      for round in plan.rounds {
        let slice = settings.ramp / Double(round.sessions.count)
        for (place, session) in round.sessions.enumerated() {
          #expect(session.start >= slice * place && session.start <= slice * (place + 1))
        }
      }
      #expect(plan.sessions.map(\.behaviour) == whole.sessions.map(\.behaviour))
      #expect(plan.sessions.map(\.idempotencyKey) == whole.sessions.map(\.idempotencyKey))
    }
    let warm = SoakPlan.warmUp(settings(100, [:]), cases: 2, seed: 6).sessions
    #expect(warm.count == 5 && warm.allSatisfy { $0.behaviour == .plain && $0.round == 0 })
  }

  @Test("a user's sessions are of one case and one round, and begin at once in the slices they have together")
  func users() {
    for (count, rounds, size) in [(60, 1, 4), (10, 3, 4), (7, 1, 100), (9, 2, 2)] {
      var settings = settings(count, Self.shares[2])
      (settings.rounds, settings.sessionsPerUser) = (rounds, size)
      let plan = SoakPlan(settings, cases: 3, seed: 8)
      #expect(plan.sessions.map(\.number) == Array(1...count))
      var next = 1
      for round in plan.rounds {
        let slice = settings.ramp / Double(round.sessions.count)
        let first = (round.sessions.first?.number ?? 1) - 1
        let users = Dictionary(grouping: round.sessions, by: \.user)
        #expect(users.values.map(\.count).reduce(0, +) == round.sessions.count)
        for (user, sessions) in users.sorted(by: { $0.key < $1.key }) {
          #expect(user == next && sessions.count <= size)
          #expect(Set(sessions.map(\.place)) == [(user - 1) % 3] && Set(sessions.map(\.start)).count == 1)
          let begin = sessions[0].number - 1 - first
          #expect(sessions[0].start >= slice * begin && sessions[0].start <= slice * (begin + sessions.count))
          next += 1
        }
      }
    }
  }

  @Test("one seed is one plan, and another seed is another")
  func seeded() {
    let settings = settings(100, Self.shares[2])
    let plan = SoakPlan(settings, cases: 10, seed: 4)
    #expect(plan == SoakPlan(settings, cases: 10, seed: 4))
    #expect(plan != SoakPlan(settings, cases: 10, seed: 5))
    let chaos = ChaosPlan(ramp: .seconds(40), seed: 4)
    #expect(
      chaos == ChaosPlan(ramp: .seconds(40), seed: 4) && chaos != ChaosPlan(ramp: .seconds(40), seed: 5))
  }

  @Test("chaos does everything twice, in order, while sessions begin")
  func chaos() {
    for seed in UInt64(0)..<50 {
      let events = ChaosPlan(ramp: .seconds(40), seed: seed).events
      for kind in ChaosEvent.Kind.allCases { #expect(events.count { $0.kind == kind } == 2) }
      #expect(events.map(\.seconds) == events.map(\.seconds).sorted())
      #expect(events.allSatisfy { (0...40).contains($0.seconds) })
    }
  }
}
