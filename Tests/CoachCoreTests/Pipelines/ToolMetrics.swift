import Metrics
import MetricsTestKit

/// Counts what tools computed and what was found in their cache.
struct ToolMetrics {
  let metrics = TestMetrics()

  /// Runs something with its metrics counted here.
  nonisolated(nonsending) func counting<Value>(
    _ work: nonisolated(nonsending) () async throws -> Value
  ) async throws -> Value {
    try await withMetricsFactory(metrics, work)
  }

  /// Results of a tool that were computed.
  func computed(_ tool: String) -> Int64 { count(tool, "computed") }

  /// Results of a tool that were found.
  func found(_ tool: String) -> Int64 { count(tool, "cache") }

  /// Results of all tools that were computed.
  var computed: Int64 {
    metrics.counterTotal(label: "coach.tool.results", dimensions: [("source", "computed")])
  }

  private func count(_ tool: String, _ source: String) -> Int64 {
    metrics.counterTotal(
      label: "coach.tool.results", dimensions: [("gen_ai.tool.name", tool), ("source", source)])
  }
}
