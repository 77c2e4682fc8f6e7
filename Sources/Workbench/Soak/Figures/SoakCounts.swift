import Scoring

/// What is counted over all sessions of a soak.
struct SoakCounts: Codable, Sendable, Hashable {
  var sessions = 0
  /// Sessions whose stream was right.
  var ok = 0
  /// Sessions that ended and were wrong.
  var failed = 0
  /// Sessions that broke off.
  var errors = 0
  /// Stored events, each counted once a session.
  var events = 0
  /// Events that came again after a reconnect, as they should.
  var repeats = 0
  /// Streams opened again without the client's wish.
  var reconnects = 0
  /// Answers other than a stream to asking for one.
  var refusals = 0
  /// Calls sent again because the service was away or busy.
  var callsRepeated = 0
  var stalls = 0
  /// Sessions under a cap of tokens, those that ran out, and the caps that were passed, of sessions and shared.
  var capped = 0
  var exhausted = 0
  var overruns = 0
  /// The most that were under way at one moment, of soaks joined their sum; nil in a file that does not tell it.
  var parallel: Int?
  /// Seconds from the first request to the last end, of each round, added up.
  var seconds = 0.0

  enum CodingKeys: String, CodingKey {
    case sessions, ok, failed, errors, events, repeats, reconnects, refusals, stalls, capped, exhausted
    case callsRepeated = "calls_repeated"
    case overruns, parallel, seconds
  }

  /// Events a second over all sessions.
  var eventsPerSecond: Double { seconds > 0 ? Double(events) / seconds : 0 }

  /// - Parameter shared: the caps that sessions had to keep together: with any, every session was under one.
  init(_ verdicts: [StreamVerdict], stalls: Int, shared: [SharedBudget] = []) {
    self.stalls = stalls
    sessions = verdicts.count
    ok = verdicts.count { $0.isOK }
    errors = verdicts.count { $0.isError }
    failed = sessions - ok - errors
    for verdict in verdicts { add(verdict, isCapped: verdict.budget != nil || !shared.isEmpty) }
    overruns += shared.count { $0.isOverrun }
    parallel = Self.parallel(verdicts)
    // In their order: a sum of floating-point numbers depends on it.
    seconds = Dictionary(grouping: verdicts) { $0.log.plan.round }.sorted { $0.key < $1.key }
      .reduce(0) { $0 + Self.seconds($1.value) }
  }

  /// Of two sessions of which one ends as the other begins, only one is under way.
  private static func parallel(_ verdicts: [StreamVerdict]) -> Int? {
    let moments =
      verdicts.map { (at: $0.log.begun, change: 1) } + verdicts.map { (at: $0.log.ended, change: -1) }
    var (underWay, most) = (0, 0)
    for moment in moments.sorted(by: { ($0.at, $0.change) < ($1.at, $1.change) }) {
      underWay += moment.change
      most = max(most, underWay)
    }
    return verdicts.isEmpty ? nil : most
  }

  private static func seconds(_ round: [StreamVerdict]) -> Double {
    let begun = round.map(\.log.begun).min() ?? 0
    let ended = round.map(\.log.ended).max() ?? 0
    return max(0, SoakTime.milliseconds(from: begun, to: ended) / 1_000)
  }

  private mutating func add(_ verdict: StreamVerdict, isCapped: Bool) {
    let log = verdict.log
    events += verdict.events
    repeats += verdict.repeats
    // Who drops comes back once by the plan.
    let planned = log.plan.behaviour == .drop && log.openings > 1 ? 2 : 1
    reconnects += max(0, log.openings - planned)
    refusals += log.refusals
    callsRepeated += log.callsRepeated
    guard isCapped else { return }
    capped += 1
    if verdict.outcome == .budgetExhausted { exhausted += 1 }
    if verdict.budget?.isOverrun == true { overruns += 1 }
  }
}
