import CoachCore
import JSONKit
import Scoring

/// One run as it is judged and reported, whether its record is held or only its events were heard.
struct JudgeableRun: Sendable {
  /// The `run/1` record, as far as it is known.
  let record: JSONObject
  let observation: Observation
  let error: CaseResult.Failure?
  /// Whether the embedded model answered, of which more is asked.
  let isEmbedded: Bool
  /// What each task's model calls used, in the order of the plan.
  let usage: [(agent: String, tokens: TokenUsage)]
  var evidence = RunEvidence()
}
