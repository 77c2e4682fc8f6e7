import Scoring

/// One of the soaks that were joined, with what cannot be added up.
struct SoakSource: Codable, Sendable, Hashable {
  let run: String
  let version: String
  /// The façade, for one that the soak did not start.
  let target: String?
  let startedAt: String
  let seed: UInt64?
  let host: String
  let processors: Int
  let load: SoakSummary.Load?
  let counts: SoakCounts
  let isInterrupted: Bool
  /// In seconds from its own start.
  let samples: [UsageSample]
  let chaos: [ChaosEvent]
  /// Nil in a file that does not tell it.
  var usage: SoakUsage?
  /// Each soak has servers and accounts of its own, so neither can be added up.
  var quietPoints: [QuietPoint]?
  var sharedBudgets: [SharedBudget]?

  enum CodingKeys: String, CodingKey {
    case run, version, target
    case startedAt = "started_at"
    case seed, host, processors, load, counts
    case isInterrupted = "interrupted"
    case samples, chaos, usage
    case quietPoints = "quiet_points"
    case sharedBudgets = "shared_budgets"
  }

  /// Takes from a soak what a joined one keeps of it.
  init(_ summary: SoakSummary) {
    run = summary.run
    version = summary.version
    target = summary.target
    startedAt = summary.startedAt
    seed = summary.seed
    host = summary.host
    processors = summary.processors
    load = summary.load
    counts = summary.counts
    isInterrupted = summary.exitReasons.contains(ExitStatus.interrupted.reason)
    samples = summary.samples
    chaos = summary.chaos
    usage = summary.usage
    quietPoints = summary.quietPoints
    sharedBudgets = summary.sharedBudgets
  }
}

extension SoakSummary {
  /// The soaks it was joined from, or it alone.
  var parts: [SoakSource] { sources ?? [SoakSource(self)] }
}
