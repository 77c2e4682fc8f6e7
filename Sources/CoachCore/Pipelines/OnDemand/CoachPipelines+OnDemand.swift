import Finance
import JSONKit

extension CoachPipelines {
  /// Answers a request; a repeat under the same idempotency key is answered by the same session.
  ///
  /// A session that was cut off is taken up by the next repeat, once the lease of the one before is over.
  ///
  /// - Throws: `CoachError` with code `invalid_request` for a key that is not of 8 to 128 characters, `conflict` when the
  ///   key was used for another request, `unknown_user` when there is no portfolio, or what the engine throws.
  public func onDemand(_ request: CoachRequest) async throws -> OnDemandAnswer {
    guard request.idempotencyKey != nil else {
      return .ran(try await answer(request, identity: try await claim(request)))
    }
    if try await claimed(request) == nil { _ = try await admit(request) }
    return try await answerOnce(request, identity: try await claim(request))
  }

  private func answerOnce(_ request: CoachRequest, identity: RunIdentity) async throws -> OnDemandAnswer {
    let session = identity.uuid("session")
    let recordKey = "u:\(request.user):record:\(session)"
    if let record = try await record(recordKey) { return .repeated(record) }
    guard let lease = try await lease("u:\(request.user):lease:\(session)") else {
      return .underWay(session: session)
    }
    do {
      // Who had the lease before may have ended the session between the two questions.
      if let record = try await record(recordKey) {
        try await lease.giveBack()
        return .repeated(record)
      }
      let ended = try store.session(session, as: Principal(user: request.user))?.ending != nil
      let record = ended ? nil : try await answer(request, identity: identity)
      if let record { try await keep(record, as: recordKey) }
      try await lease.giveBack()
      return record.map { OnDemandAnswer.ran($0) } ?? .ended(session: session)
    } catch {
      // The error that matters is the first; a lease that stays runs out by itself.
      try? await lease.giveBack()
      throw error
    }
  }

  private func answer(_ request: CoachRequest, identity: RunIdentity) async throws -> RunRecord {
    let snapshot = try await snapshot(of: request.user, asOf: request.asOf)
    let engine = CoachEngine(configuration.engine)
    guard let record = try await runOnce(request, snapshot: snapshot, identity: identity, with: engine) else {
      throw CoachError(.conflict, "session \(identity.uuid("session")) has ended before")
    }
    return record
  }

  private func record(_ key: String) async throws -> RunRecord? {
    guard let text = try await configuration.values.value(key, at: clock.timestamp()) else { return nil }
    do {
      return try JSONValueDecoder().decode(RunRecord.self, from: JSONValue(parsing: text))
    } catch {
      throw CoachError(.storeFailed, "the record kept under \(key) cannot be read", cause: error)
    }
  }

  private func keep(_ record: RunRecord, as key: String) async throws {
    try await configuration.values.set(
      key, JSONValueEncoder().encode(record).compact(),
      until: clock.timestamp(after: configuration.keyLifetime))
  }
}
