public import Finance
import JSONKit

extension CoachPipelines {
  /// How long it is remembered what a user was last told of.
  static let manifestLifetime = Duration.seconds(400 * 86_400)
  /// Sessions that may fail to tell of one impact before it is given up.
  static let attempts = 3

  /// Follows a change of data to the users it touches and tells each what it means for them.
  ///
  /// The tools are asked for all facts, as in any session, and compute those whose inputs have changed; the others come
  /// from the tool cache.
  ///
  /// - Parameter day: the IST date to value portfolios on; nil for today.
  /// - Returns: what came of it, by user in order of id.
  /// - Throws: `CoachError` with code `invalid_request` for goals without a user, what the source throws when it is asked
  ///   for users, or `CancellationError`.
  public func dataChanged(_ change: DataChange, on day: CivilDate? = nil) async throws -> [String:
    DataChangeResult]
  {
    try change.check()
    let day = day ?? clock.indianDay
    var results: [String: DataChangeResult] = [:]
    for user in try await users(of: change) {
      try Task.checkCancellation()
      do {
        results[user] = try await tell(user, of: change, on: day)
      } catch let error where !(error is CancellationError) {
        results[user] = .failed(code: (error as? CoachError)?.code.description ?? "other")
      }
    }
    return results
  }

  private func users(of change: DataChange) async throws -> [String] {
    if let user = change.user { return [user] }
    let schemes = Set(change.schemes)
    let users =
      try await schemes.isEmpty
      ? configuration.source.users() : configuration.source.holders(of: schemes)
    return Set(users).sorted()
  }

  private func tell(_ user: String, of change: DataChange, on day: CivilDate) async throws -> DataChangeResult
  {
    guard let snapshot = try await configuration.source.snapshot(of: user, asOf: day) else {
      return .noPortfolio
    }
    let before = try await manifest(of: user)
    let inputs = try SnapshotInputs(snapshot)
    let now = try InputsManifest(inputs)
    let impact = ChangeImpact(change, of: snapshot.portfolio, before: before, now: now)
    guard !impact.isEmpty else { return impact.namesNothing ? .nothingNamed : .untouched }
    guard let identity = try identity(of: impact, inputs) else {
      return .failed(code: CoachError.Code.agentFailed.description)
    }
    let session = identity.uuid("session")
    guard let lease = try await lease("u:\(user):lease:\(session)") else { return .underWay }
    do {
      let record = try await runOnce(
        CoachRequest(user: user, trigger: .dataChange, asOf: day), snapshot: snapshot, identity: identity,
        focus: impact.focus, with: CoachEngine(configuration.engine))
      if record?.outcome ?? .completed == .completed {
        try await remember(before, now, impact, of: user)
        try notify(user, of: session, job: "data_change", on: day)
      }
      try await lease.giveBack()
      return record.map { DataChangeResult.ran($0, goals: impact.goals, holdings: impact.holdings) }
        ?? .alreadyTold(session: session)
    } catch {
      try? await lease.giveBack()
      throw error
    }
  }

  /// Who the session is that tells of an impact: the state of the data and what is touched name it, so that a change
  /// reported twice is told once; a session that ended without having told it makes way for another.
  ///
  /// - Returns: nil when it was tried as often as it may be.
  private func identity(of impact: ChangeImpact, _ inputs: SnapshotInputs) throws -> RunIdentity? {
    let user = inputs.snapshot.portfolio.user.id
    let occasion = [
      "data_change", user, try inputs.hash(), impact.goals.joined(separator: ","),
      impact.holdings.joined(separator: ","),
    ]
    for attempt in 1...Self.attempts {
      let identity = RunIdentity(seed: configuration.seed, scope: occasion + [String(attempt)])
      let ending = try store.session(identity.uuid("session"), as: Principal(user: user))?.ending
      if ending == nil || ending?.outcome == .completed { return identity }
    }
    return nil
  }

  private func manifest(of user: String) async throws -> InputsManifest? {
    guard
      let text = try await configuration.values.value(InputsManifest.key(of: user), at: clock.timestamp()),
      let json = try? JSONValue(parsing: text)
    else { return nil }
    // One of another version tells nothing: all counts as changed.
    return try? JSONValueDecoder().decode(InputsManifest.self, from: json)
  }

  /// Notes the inputs of what was told; what the change did not name stays as it was last told.
  private func remember(
    _ before: InputsManifest?, _ now: InputsManifest, _ impact: ChangeImpact, of user: String
  ) async throws {
    var manifest = before ?? InputsManifest()
    for goal in impact.goals { manifest.goals[goal] = now.goals[goal] }
    for holding in impact.holdings { manifest.holdings[holding] = now.holdings[holding] }
    try await configuration.values.set(
      InputsManifest.key(of: user), JSONValueEncoder().encode(manifest).compact(),
      until: clock.timestamp(after: Self.manifestLifetime))
  }
}
