import CoachCore
import Finance
import Foundation
import JSONKit
import Scoring

/// Runs the case of a trial on a deployed coach, after the runs that came before it.
struct TargetRun: Sendable {
  let target: TargetCoach
  let inputs: SuiteInputs
  let seed: UInt64
  /// Sets this run's idempotency keys apart from those of any other: a repeated run asks anew.
  let runID: String

  /// What was sent, when, and what was heard of it.
  struct Result: Sendable {
    let request: JSONObject
    let startedAt: String
    let transcript: SessionTranscript
  }

  /// Runs the case.
  ///
  /// - Throws: `TargetError` for what the coach or the way to it did, `CoachError` for a case that cannot be asked for.
  func run(_ trial: Trial) async throws -> Result {
    guard let snapshot = inputs.snapshot(trial.suite, trial.test),
      case .session(_, let trigger, let scope) = trial.test.subject
    else {
      throw CoachError(.invalidRequest, "\(trial.test.id) is no session over a portfolio that was read")
    }
    let user = snapshot.portfolio.user.id
    let client = try await target.client(for: user)
    let conditions = trial.test.conditions
    var request = CoachRequest(
      user: user, trigger: .init(rawValue: trigger) ?? .onDemand, asOf: snapshot.asOf, scope: scope,
      options: .init(
        variant: trial.variant, model: trial.model, language: conditions.language,
        research: conditions.research, critique: conditions.critique, budget: conditions.budget.session))
    for day in inputs.before(trial.suite, trial.test).map(\.asOf) {
      request.asOf = day
      let key = key(of: trial.identity(seed: seed, before: day))
      let past = try await target.session(try Self.json(request), key: key, by: client)
      guard past.outcome == .completed else {
        throw TargetError(
          .runBefore,
          "the run before, as of \(day), ended \(past.outcome.rawValue): \(past.failure?.message ?? "no reason told")"
        )
      }
    }
    request.asOf = snapshot.asOf
    let body = try Self.json(request)
    let startedAt = Date.now.formatted(.iso8601.time(includingFractionalSeconds: true))
    let transcript = try await target.session(body, key: key(of: trial.identity(seed: seed)), by: client)
    return Result(request: body, startedAt: startedAt, transcript: transcript)
  }

  private func key(of identity: RunIdentity) -> String { "\(runID)-\(identity.uuid("request"))" }

  private static func json(_ request: CoachRequest) throws -> JSONObject {
    guard case .object(var body) = try JSONValueEncoder().encode(request) else { return [:] }
    // Who asks is in the session, and the key in its header.
    body["user"] = nil
    body["idempotency_key"] = nil
    return body
  }
}
