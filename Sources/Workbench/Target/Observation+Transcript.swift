import Finance
import JSONKit
import Scoring

extension Observation {
  /// What Scoring judges of a session that was only heard.
  ///
  /// - Parameters:
  ///   - transcript: the session's events.
  ///   - provenance: where the answers came from.
  ///   - schemas: the contracts' schemas by name.
  ///   - expected: what the portfolio's author worked out.
  ///   - costMicros: what the run cost, nil when nothing prices it.
  init(
    _ transcript: SessionTranscript, provenance: Provenance, schemas: [String: JSONSchema],
    expected: ExpectedFacts?, costMicros: Int64?
  ) {
    self.init(kind: .session, outcome: transcript.outcome, provenance: provenance)
    facts = transcript.facts
    artifacts = transcript.insights + transcript.recommendations
    events = transcript.events.map(\.json)
    plan = transcript.plan
    verdicts = transcript.verdicts
    writers = transcript.writers
    usage = transcript.usage
    self.costMicros = costMicros
    totalMilliseconds = transcript.totalMilliseconds
    firstArtifactMilliseconds = transcript.firstArtifactMilliseconds
    self.schemas = schemas
    expectedFacts = expected?.facts ?? [:]
    absentFacts = expected?.absent ?? []
    forbidden = expected?.forbidden ?? []
  }
}
