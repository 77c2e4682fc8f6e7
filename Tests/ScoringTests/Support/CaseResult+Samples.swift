import JSONKit
import Scoring

extension CaseResult {
  /// A row whose checks came out as given.
  static func row(
    _ statuses: [(String, CheckStatus)] = [("schema", .passed)], costMicros: Int64? = 10_000,
    milliseconds: Double = 100,
    provenance: Provenance = .embedded, tags: [String] = [], variant: String = "A"
  ) -> CaseResult {
    var row = CaseResult(
      suite: "core", caseID: "two-goal-saver", kind: "session", variant: variant, model: "openai/gpt-5-mini",
      trial: 1, file: "suites/core.yaml", line: 12, provenance: provenance, checks: [])
    row.checks = statuses.map { Check(check: $0, status: $1) }
    row.status = CheckStatus(reducing: statuses.map(\.1))
    row.tags = tags
    row.tokens = Tokens(input: 900, output: 100, estimated: true)
    row.costMicros = costMicros
    row.latencyMilliseconds = milliseconds
    row.firstArtifactMilliseconds = milliseconds / 2
    return row
  }
}
