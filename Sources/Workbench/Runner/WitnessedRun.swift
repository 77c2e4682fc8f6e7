import CoachCore
import Scoring

/// A run's record, and what was seen of it beside.
struct WitnessedRun: Sendable {
  let record: RunRecord
  var evidence = RunEvidence()
}
