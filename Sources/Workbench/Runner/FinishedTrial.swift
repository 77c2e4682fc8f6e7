import JSONKit
import Scoring

/// What a trial left behind: its row, its record, and the golden it proposes.
struct FinishedTrial: Sendable {
  var row: CaseResult
  /// The `run/1` record with the checks beside it; nil when the run did not come to a record.
  let record: JSONObject?
  /// Names the facts of the record, so that equal ones are written once.
  let factsKey: String?
  /// The golden to write as `.new`, if one is proposed.
  let proposal: JSONValue?
  /// What the agents' model calls used.
  let usage: [AgentUsage]
}
