import Scoring

/// The whole of a soak on one page: what its `summary.json` holds (`soak/1`).
struct SoakSummary: Codable, Sendable {
  /// Percentiles of one time, in milliseconds; nil when nothing was measured.
  struct Time: Codable, Sendable {
    let name: String
    let count: Int
    let p50, p90, p95, p99, max: Double?
    /// The distribution itself, so that soaks of many machines can be joined exactly.
    let histogram: LatencyHistogram

    init(_ name: String, _ histogram: LatencyHistogram) {
      func value(_ percent: Double) -> Double? { histogram.percentile(percent).map { Double($0) / 1_000 } }
      self.name = name
      self.histogram = histogram
      count = Int(clamping: histogram.count)
      (p50, p90, p95, p99, max) = (value(50), value(90), value(95), value(99), value(100))
    }
  }

  /// How the sessions of one behaviour came out.
  struct Group: Codable, Sendable {
    let behaviour: Behaviour
    let sessions: Int
    let ok: Int
    /// How often they ended in each way, in the order of the ways' names.
    let outcomes: [String]
  }

  /// What was asked for.
  struct Load: Codable, Sendable, Hashable {
    /// How many sessions were to be opened.
    let sessions: Int
    /// The time over which those of a round were to begin.
    let rampSeconds: Double
    /// How long the model took for an answer on purpose; nil in a file that does not tell it.
    var thinkSeconds: Double?
    /// Nil in a file that does not tell it: then it was one.
    var rounds: Int?
    let variant: String
    let model: String

    /// In words.
    var text: String {
      let think = thinkSeconds ?? 0
      return "\(Figures.count(sessions)) sessions over \(Figures.plain(rampSeconds, decimals: 3)) s"
        + ((rounds ?? 1) > 1 ? " in each of \(rounds ?? 1) rounds" : "")
        + ", \(variant) by \(model)"
        + (think > 0 ? ", each answer after \(Figures.plain(think, decimals: 3)) s" : "")
    }

    enum CodingKeys: String, CodingKey {
      case sessions
      case rampSeconds = "ramp_s"
      case thinkSeconds = "think_s"
      case rounds, variant, model
    }
  }

  static let schemaName = "soak/1"

  let schema: String
  let run: String
  let version: String
  let suite: String
  /// The façade, for one that the soak did not start.
  let target: String?
  let startedAt: String
  /// Nil for joined soaks, of which each has its own.
  let seed: UInt64?
  let host: String
  let processors: Int
  /// Nil in a file that does not tell it.
  let load: Load?
  let counts: SoakCounts
  let groups: [Group]
  let gates: [GateOutcome]
  let times: [Time]
  /// Once a second.
  let samples: [UsageSample]
  /// What befell the servers on purpose.
  let chaos: [ChaosEvent]
  let exitStatus: Int32
  let exitReasons: [String]
  /// What the sessions took; nil in a file that does not tell it.
  var usage: SoakUsage?
  /// What the servers held before the first round and after each; nil for a soak of one round.
  var quietPoints: [QuietPoint]?
  /// The caps that sessions had to keep together, that of all first; nil where there was none.
  var sharedBudgets: [SharedBudget]?
  /// The soak beside the last one; nil when there was none to compare with.
  var against: SoakComparison?
  /// The soaks it was joined from, in the order of their names; nil for one that was held.
  var sources: [SoakSource]?

  enum CodingKeys: String, CodingKey {
    case schema, run, version, suite, target
    case startedAt = "started_at"
    case seed, host, processors, load, counts, groups, gates, times, samples, chaos
    case exitStatus = "exit_status"
    case exitReasons = "exit_reasons"
    case usage
    case quietPoints = "quiet_points"
    case sharedBudgets = "shared_budgets"
    case against, sources
  }
}
