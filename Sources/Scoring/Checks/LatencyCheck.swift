import Foundation
import JSONKit

/// The run was fast enough: `{latency: {total: 2s, first_artifact: 500ms}}`.
///
/// Judged only where the times were spent during the run (live or embedded answers); a cached or replayed run is an
/// error, since its times say nothing of the coach.
struct LatencyCheck: Check {
  let name = "latency"
  let passesOnAbsence = true
  private let total: Double?
  private let firstArtifact: Double?

  init(_ options: SpecReader?) throws(ScoringError) {
    guard let options else { throw ScoringError(.missingKey, "`latency` needs `total` or `first_artifact`") }
    try options.requireObject(of: ["total", "first_artifact"])
    total = try options["total"].map { (reader) throws(ScoringError) in try reader.milliseconds() }
    firstArtifact = try options["first_artifact"].map { (reader) throws(ScoringError) in
      try reader.milliseconds()
    }
    guard total != nil || firstArtifact != nil else {
      throw options.refused(.missingKey, "give a limit: `total` or `first_artifact`")
    }
  }

  func evaluate(_ observation: Observation, in context: CheckContext) -> CheckResult {
    guard observation.provenance.timesAreMeasured else {
      return CheckResult(
        name, .error,
        "a \(observation.provenance.rawValue) run has no latency of its own; run it live or embedded")
    }
    var findings: [CheckFinding] = []
    func judge(_ what: String, _ actual: Double?, limit: Double?) {
      guard let limit else { return }
      if let actual, actual <= limit { return }
      let found = actual.map { Self.text($0) } ?? "never"
      findings.append(CheckFinding("\(what) \(found), limit \(Self.text(limit))", at: .root))
    }
    judge("total", observation.totalMilliseconds, limit: total)
    judge("first artifact", observation.firstArtifactMilliseconds, limit: firstArtifact)
    return CheckResult(name, findings: findings)
  }

  private static func text(_ milliseconds: Double) -> String {
    String(format: "%.1f ms", milliseconds)
  }
}
