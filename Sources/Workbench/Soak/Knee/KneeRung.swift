/// One soak of the search for the knee.
struct KneeRung: Codable, Sendable, Hashable {
  let sessions: Int
  /// How many began in a second.
  let arrivalsPerSecond: Double
  let isHeld: Bool
  let exitStatus: Int32
  /// The gates that did not hold, as they are written.
  let brokenGates: [String]
  /// What else was wrong, in words: streams that were not right, sessions or servers that failed, a gate without a
  /// figure.
  let problem: String?
  /// The share of streams that were right, 0…1; this and what follows are nil when nothing was measured.
  let streamOK: Double?
  /// Milliseconds, as `timerP99` and the others with a percentile.
  let firstArtifactP50: Double?
  let firstArtifactP99: Double?
  let totalP99: Double?
  let timerP99: Double?
  /// Percent of one core over the whole soak; nil for servers that were not started for it.
  let engineCPU: Double?
  let facadeCPU: Double?
  /// Its page, from the folder of the search; nil when it came to none.
  let report: String?

  enum CodingKeys: String, CodingKey {
    case sessions
    case arrivalsPerSecond = "arrivals_per_s"
    case isHeld = "held"
    case exitStatus = "exit_status"
    case brokenGates = "broken_gates"
    case problem
    case streamOK = "stream_ok"
    case firstArtifactP50 = "first_artifact_p50_ms"
    case firstArtifactP99 = "first_artifact_p99_ms"
    case totalP99 = "total_p99_ms"
    case timerP99 = "timer_p99_ms"
    case engineCPU = "engine_cpu_percent"
    case facadeCPU = "facade_cpu_percent"
    case report
  }
}
