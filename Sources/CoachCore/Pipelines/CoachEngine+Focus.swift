import Finance

extension CoachEngine {
  /// Runs or resumes a session that tells only a part of what there is to say.
  ///
  /// - Parameter focus: nil for that of the request's trigger.
  func run(
    _ request: CoachRequest, snapshot: PortfolioSnapshot, identity: RunIdentity, store: any CoachStore,
    focus: BriefFocus?, isResumed: Bool
  ) async throws -> RunRecord {
    try await carryOut(
      request, snapshot, identity, store, RunControl(), nil, focus: focus, isResumed: isResumed)
  }
}
