import Finance

extension CoachPipelines {
  /// Begins the session that answers a request; running it is the next step.
  ///
  /// Once this returns the session and what it begins with are in the store, so that its id can be told: a process that
  /// dies leaves it among the open ones (``SessionDirectory``), for ``takeUp(_:)``. No lease is taken: one process has to
  /// own the store (``SQLiteCoachStore/owning(path:)``).
  ///
  /// A request that is refused writes nothing and leaves its idempotency key free.
  ///
  /// - Throws: `CoachError` with code `invalid_request`, `unknown_user`, `unknown_model`, `unknown_variant`,
  ///   `unpriced_model`, `conflict` when the key was used for another request, or `store_failed`.
  public func begin(_ request: CoachRequest) async throws -> BegunSession {
    guard request.trigger == .onDemand else {
      throw CoachError(
        .invalidRequest,
        "only a session on demand can be asked for; the trigger is \(request.trigger.rawValue)")
    }
    if let identity = try await claimed(request), try isBegun(identity.session, by: request.user) {
      return .repeated(identity.session)
    }
    let snapshot = try await admit(request)
    let identity = try await claim(request)
    do {
      return BegunSession(
        try await CoachEngine(configuration.engine).prepare(
          request, snapshot: snapshot, identity: identity, store: store))
    } catch let error as CoachError where error.code == .conflict {
      // The same request may have come twice at once, and the other one was quicker.
      guard try isBegun(identity.session, by: request.user) else { throw error }
      return .repeated(identity.session)
    }
  }

  private func isBegun(_ session: String, by user: String) throws(CoachError) -> Bool {
    try store.session(session, as: Principal(user: user)) != nil
  }

  /// The portfolio a request is about, once it is sure that the request would not be refused.
  func admit(_ request: CoachRequest) async throws -> PortfolioSnapshot {
    let snapshot = try await snapshot(of: request.user, asOf: request.asOf)
    try CoachEngine(configuration.engine).check(request, snapshot: snapshot, store: store)
    return snapshot
  }

  // MARK: Keys

  /// The identity of the session the same request has led to before; nil when its key is free or it has none.
  ///
  /// - Throws: `CoachError` with code `invalid_request` for a key that is not of 8 to 128 characters, or `conflict` when
  ///   it stands for another request.
  func claimed(_ request: CoachRequest) async throws -> RunIdentity? {
    guard let key = try idempotencyKey(of: request) else { return nil }
    let claim = try RequestClaim(request, at: clock.timestamp())
    return try await claim.first(of: key, in: configuration.values).map { identity(of: $0, key) }
  }

  /// The identity of the session a request leads to; its key then stands for it.
  ///
  /// - Throws: as ``claimed(_:)`` does.
  func claim(_ request: CoachRequest) async throws -> RunIdentity {
    guard let key = try idempotencyKey(of: request) else {
      return identity("on_demand", request.user, configuration.nonce())
    }
    let claim = try await RequestClaim(request, at: clock.timestamp()).take(
      key, until: clock.timestamp(after: configuration.keyLifetime), in: configuration.values)
    return identity(of: claim, key)
  }

  private func identity(of claim: RequestClaim, _ key: String) -> RunIdentity {
    identity("on_demand", key, claim.begunAt)
  }

  /// Where the request's key is kept.
  private func idempotencyKey(of request: CoachRequest) throws(CoachError) -> String? {
    guard let key = request.idempotencyKey else { return nil }
    guard (8...128).contains(key.count) else {
      throw CoachError(
        .invalidRequest, "an idempotency key has 8 to 128 characters; this one has \(key.count)")
    }
    return RequestClaim.key(key, of: request.user)
  }
}
