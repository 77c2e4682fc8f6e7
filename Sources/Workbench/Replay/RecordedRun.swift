import CoachCore

/// One run as `records.jsonl` kept it, with the case it was a run of.
struct RecordedRun: Sendable {
  let suite: String
  let caseID: String
  /// 1 for the first.
  let trial: Int
  let record: RunRecord

  /// How messages name it.
  var name: String { "\(suite)/\(caseID)" }
}
