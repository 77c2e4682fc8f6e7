import Scoring

/// What a suite says of its soak: the section `soak`.
struct SoakSettings: Sendable {
  /// How many sessions are opened.
  var sessions = 100
  /// The time over which those of a round begin, evenly.
  var ramp = Duration.seconds(30)
  /// In how many rounds they are opened, each over a ramp of its own, with a quiet point after each.
  var rounds = 1
  /// How many are opened before the first round, outside all figures, where there is more than one.
  var warmUp = 5
  /// The share of each behaviour, 0…1; the rest is plain.
  var shares: [Behaviour: Double] = [:]
  /// The cap of the sessions that must run out of budget.
  var exhaustTokens = 8_000
  /// How many sessions, one after the other in the plan, are one signed-in user's and begin at once.
  var sessionsPerUser = 1
  /// The caps of a day that the servers of the soak are given.
  var caps = SoakCaps()
  /// How long the model of the servers that are started takes for an answer.
  var think = Duration.zero
  /// How long a slow reader rests after each event.
  var rest = Duration.milliseconds(20)
  /// The longest time of one session, queue and reconnects included.
  var timeout = Duration.seconds(120)
  /// The limits over the whole.
  var gates: [FigureGate] = []
  /// The limits in their place while chaos is on.
  var chaosGates: [FigureGate] = []

  /// Sets the rounds a person asked for, if they did.
  ///
  /// - Throws: `InputError` when there are more of them than sessions, whoever set those.
  mutating func setRounds(_ rounds: Int?) throws {
    self.rounds = rounds ?? self.rounds
    guard self.rounds > sessions else { return }
    throw InputError(
      InputProblem(
        "--rounds", "\(self.rounds) rounds are more than \(sessions) sessions",
        remedy: "lower --rounds, or open more sessions"))
  }

  static let mostSessions = 100_000
  static let mostRounds = 1_000
}
