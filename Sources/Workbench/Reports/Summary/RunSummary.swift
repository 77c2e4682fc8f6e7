import Scoring

/// The whole of a run on one page: what `summary.json` holds (`summary/1`).
struct RunSummary: Codable, Sendable {
  /// The cells of one variant and model.
  struct Slice: Codable, Hashable, Sendable {
    var variant: String
    var model: String
    var passed: Int
    var failed: Int
    var errors: Int
    var skipped: Int
    /// Passed cells over judged ones; nil when none was judged.
    var passRate: Double?
    /// Lower end of Wilson's 95 % interval.
    var passRateLow: Double?
    /// Upper end of Wilson's 95 % interval.
    var passRateHigh: Double?

    enum CodingKeys: String, CodingKey {
      case variant, model, passed, failed, errors, skipped
      case passRate = "pass_rate"
      case passRateLow = "pass_rate_lo95"
      case passRateHigh = "pass_rate_hi95"
    }
  }

  /// Tokens and cost of all model calls.
  struct Usage: Codable, Hashable, Sendable {
    var inputTokens: Int
    var outputTokens: Int
    /// `costMicros` in dollars.
    var costDollars: Double?
    /// Integer micro-dollars; nil when no row has a price.
    var costMicros: Int64?
    /// The `provider/model` whose prices an embedded model was counted at.
    var pricedAs: String?
    /// Whether any token count is an estimate.
    var estimated: Bool

    enum CodingKeys: String, CodingKey {
      case inputTokens = "input_tokens"
      case outputTokens = "output_tokens"
      case costDollars = "cost_usd"
      case costMicros = "cost_micros"
      case pricedAs = "priced_as"
      case estimated
    }
  }

  /// Percentiles in milliseconds; all nil when nothing was measured.
  struct Percentiles: Codable, Hashable, Sendable {
    var p50: Double?
    var p95: Double?
    var p99: Double?
    var max: Double?
  }

  /// The histograms the percentiles come from, so that shards merge exactly.
  struct Histograms: Codable, Sendable {
    var latency: LatencyHistogram
    var ttft: LatencyHistogram
  }

  /// Always `summary/1`.
  var schema = "summary/1"
  var run: String
  var version: String
  var suites: [String]
  var startedAt: String
  var durationMilliseconds: Double
  var seed: UInt64
  var jobs: Int
  var host: String
  var counts: StatusCounts
  var by: [Slice]
  /// What became of the faults planted on purpose, by rail and operator; nil for a run without any.
  var mutants: [MutantTally]?
  var gates: [GateOutcome]
  var usage: Usage
  var usageByAgent: [AgentUsage]
  var latency: Percentiles
  var ttft: Percentiles
  var histograms: Histograms
  var exitStatus: Int32
  /// The words of every exit status that held, the deciding one first.
  var exitReasons: [String]
  var provenance: [Provenance]
  /// Trials that were not run because the run was stopped; nil for a run that came to its end.
  var notRun: Int?
  /// Records of passing trials that were not kept (`--keep-records`); nil when all were.
  var recordsLeftOut: Int?

  enum CodingKeys: String, CodingKey {
    case schema, run, version, suites
    case startedAt = "started_at"
    case durationMilliseconds = "duration_ms"
    case seed, jobs, host, counts, by, mutants, gates, usage
    case usageByAgent = "usage_by_agent"
    case latency, ttft, histograms
    case exitStatus = "exit_status"
    case exitReasons = "exit_reasons"
    case provenance
    case notRun = "not_run"
    case recordsLeftOut = "records_left_out"
  }
}
