import Testing

@testable import CoachService

@Suite struct ConnectionDeadlineTests {
  /// Seconds on a clock of the test's own.
  struct Second: InstantProtocol {
    let value: Duration

    init(_ seconds: Int) { value = .seconds(seconds) }
    private init(value: Duration) { self.value = value }

    func advanced(by duration: Duration) -> Second { Second(value: value + duration) }
    func duration(to other: Second) -> Duration { other.value - value }
    static func < (left: Second, right: Second) -> Bool { left.value < right.value }
  }

  /// What can happen to a connection.
  enum Event: CaseIterable {
    case head, end, answered, full, drained
  }

  private static var limits: ServerLimits {
    var limits = ServerLimits()
    limits.headTime = .seconds(10)
    limits.bodyTime = .seconds(20)
    limits.writeTime = .seconds(5)
    return limits
  }

  private func machine(_ events: [Event]) -> (ConnectionDeadline<Second>, Int) {
    var machine = ConnectionDeadline(Self.limits, now: Second(0))
    var now = 0
    for event in events {
      now += 1
      switch event {
      case .head: machine.headRead(now: Second(now))
      case .end: machine.requestRead(now: Second(now))
      case .answered: machine.answerWritten(now: Second(now))
      case .full: machine.writability(isWritable: false, now: Second(now))
      case .drained: machine.writability(isWritable: true, now: Second(now))
      }
    }
    return (machine, now)
  }

  @Test func silenceIsEndedByTheTimeForAHead() {
    #expect(machine([]).0.end == Second(10))
  }

  @Test func bodyHasATimeOfItsOwnAndAnAnswerNone() {
    #expect(machine([.head]).0.end == Second(21))
    #expect(machine([.head, .end]).0.end == nil)
  }

  @Test func nextHeadHasItsTimeFromTheEndOfTheAnswer() {
    #expect(machine([.head, .end, .answered]).0.end == Second(13))
    // An answer that was quicker than its request counts from the request's end.
    #expect(machine([.head, .answered, .end]).0.end == Second(13))
  }

  @Test func peerThatDoesNotReadIsLeftFromTheFirstFullBufferOn() {
    #expect(machine([.head, .end, .full, .full]).0.end == Second(8))
    #expect(machine([.head, .end, .full, .drained]).0.end == nil)
  }

  /// Over all runs of six events: whoever owes something has a deadline, none is later than its limit allows, and an
  /// answer under way to a peer that reads has none.
  @Test func everyRunOfEvents() {
    var runs: [[Event]] = [[]]
    for _ in 0..<6 { runs = runs.flatMap { run in Event.allCases.map { run + [$0] } } }
    for run in runs {
      let (machine, now) = machine(run)
      let isFull = (run.last { $0 == .full || $0 == .drained }) == .full
      switch (machine.phase, isFull) {
      case (.answer, false): #expect(machine.end == nil, "\(run)")
      case (.answer, true): #expect(machine.end.map { $0 <= Second(now + 5) } == true, "\(run)")
      case (.body, _): #expect(machine.end.map { $0 <= Second(now + 20) } == true, "\(run)")
      case (.head, _): #expect(machine.end.map { $0 <= Second(now + 10) } == true, "\(run)")
      }
    }
    print("connection deadlines: \(runs.count) runs of events")
  }
}
