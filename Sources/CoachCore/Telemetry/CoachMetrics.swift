import Metrics

/// The counters and timers of the engine; labels are bounded names and codes, never an id of a user or a session.
enum CoachMetrics {
  /// Counts a run that has ended: outcome, what it published, rejections by rail, tokens.
  static func count(_ record: RunRecord) {
    let trigger = record.request?.trigger.rawValue ?? "agent"
    Counter(label: "coach.runs", dimensions: [("outcome", record.outcome.rawValue), ("trigger", trigger)])
      .increment()
    Timer(label: "coach.run.duration", dimensions: [("outcome", record.outcome.rawValue)])
      .recordNanoseconds(nanoseconds(record.timings.totalMilliseconds))
    for author in ArtifactWriter.Author.allCases {
      let count = record.writers.count { $0.author == author }
      if count > 0 {
        Counter(label: "coach.artifacts", dimensions: [("author", author.rawValue)]).increment(by: count)
      }
    }
    for (rail, count) in rejections(record) {
      Counter(label: "coach.rejections", dimensions: [("rail", rail.rawValue)]).increment(by: count)
    }
    count(tokens: record.usage.inputTokens, "input", model: record.model)
    count(tokens: record.usage.outputTokens, "output", model: record.model)
  }

  /// Counts what a call cost, in millionths of a US dollar.
  static func count(micros: Int64, model: String) {
    guard micros > 0 else { return }
    Counter(label: "coach.cost.micros", dimensions: [("gen_ai.request.model", model)]).increment(by: micros)
  }

  /// Counts a tool's result and says whether it was computed or found in the cache.
  static func count(tool: String, isCached: Bool) {
    Counter(
      label: "coach.tool.results",
      dimensions: [("gen_ai.tool.name", tool), ("source", isCached ? "cache" : "computed")]
    ).increment()
  }

  /// Counts a call or a result that was refused.
  static func count(denied tool: String, _ reason: ToolBox.Denial) {
    Counter(
      label: "coach.tool.denials", dimensions: [("gen_ai.tool.name", tool), ("reason", reason.rawValue)]
    ).increment()
  }

  /// Records how long a tool computed.
  static func time(tool: String, nanoseconds: UInt64) {
    Timer(label: "gen_ai.execute_tool.duration", dimensions: [("gen_ai.tool.name", tool)])
      .recordNanoseconds(Int64(clamping: nanoseconds))
  }

  /// Records how long a model took to answer, or to fail with a code.
  static func time(model: String, error: String?, nanoseconds: UInt64) {
    let failure = error.map { [("error.type", $0)] } ?? []
    Timer(label: "gen_ai.client.operation.duration", dimensions: [("gen_ai.request.model", model)] + failure)
      .recordNanoseconds(Int64(clamping: nanoseconds))
  }

  private static func count(tokens: Int, _ direction: String, model: String) {
    guard tokens > 0 else { return }
    Recorder(
      label: "gen_ai.client.token.usage",
      dimensions: [("gen_ai.token.type", direction), ("gen_ai.request.model", model)]
    ).record(tokens)
  }

  /// Attempts that each rail refused, in the order of the rails.
  private static func rejections(_ record: RunRecord) -> [(GuardrailVerdict.Rail, Int)] {
    GuardrailVerdict.Rail.allCases.compactMap { rail in
      let count = record.verdicts.count { verdict in
        verdict.rails.contains { $0.rail == rail && !$0.passed }
      }
      return count > 0 ? (rail, count) : nil
    }
  }

  private static func nanoseconds(_ milliseconds: Double) -> Int64 {
    Int64(exactly: (milliseconds * 1_000_000).rounded()) ?? 0
  }
}
