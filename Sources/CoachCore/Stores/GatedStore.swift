/// A store in front of another that lets each write through or refuses it, for showing what is left when a process dies.
///
/// Reads always pass.
public protocol GatedStore: CoachStore {
  /// The store behind the gate.
  var base: any CoachStore { get }
  /// Lets a write pass.
  ///
  /// - Parameter call: the call whose intent is to be written; nil for every other write.
  /// - Throws: `CoachError` when the write is refused; nothing of it is kept then.
  func admit(call: JournalEntry?) throws(CoachError)
}

// Documented where they are declared: the protocols of a store.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension GatedStore {
  public func createSession(
    _ session: StoredSession, opening: JournalEntry?, as principal: Principal
  ) async throws(CoachError) {
    try admit(call: nil)
    try await base.createSession(session, opening: opening, as: principal)
  }
  public func append(_ event: CoachEvent, as principal: Principal) async throws(CoachError) {
    try admit(call: nil)
    try await base.append(event, as: principal)
  }
  public func save(_ insight: Insight, session: String, as principal: Principal) throws(CoachError) {
    try admit(call: nil)
    try base.save(insight, session: session, as: principal)
  }
  public func save(_ recommendation: Recommendation, session: String, as principal: Principal)
    throws(CoachError)
  {
    try admit(call: nil)
    try base.save(recommendation, session: session, as: principal)
  }
  public func publish(_ publication: Publication, session: String, as principal: Principal)
    throws(CoachError)
  {
    try admit(call: nil)
    try base.publish(publication, session: session, as: principal)
  }
  public func publish(_ publication: Publication, with event: CoachEvent, as principal: Principal)
    async throws(CoachError)
  {
    try admit(call: nil)
    try await base.publish(publication, with: event, as: principal)
  }
  public func finish(with event: CoachEvent, ending: SessionEnding, as principal: Principal)
    async throws(CoachError)
  {
    try admit(call: nil)
    try await base.finish(with: event, ending: ending, as: principal)
  }
  public func requestCancel(session: String, at time: String, as principal: Principal) throws(CoachError) {
    try admit(call: nil)
    try base.requestCancel(session: session, at: time, as: principal)
  }
  public func finishSession(_ id: String, ending: SessionEnding, as principal: Principal) throws(CoachError) {
    try admit(call: nil)
    try base.finishSession(id, ending: ending, as: principal)
  }
  public func begin(_ call: JournalEntry, session: String, at time: String, as principal: Principal)
    async throws(CoachError)
  {
    try admit(call: call)
    try await base.begin(call, session: session, at: time, as: principal)
  }
  public func end(
    _ key: String, state: JournalEntry.State, payload: String, session: String, as principal: Principal
  ) async throws(CoachError) {
    try admit(call: nil)
    try await base.end(key, state: state, payload: payload, session: session, as: principal)
  }
  public func record(_ entry: TopicLedgerEntry, as principal: Principal) throws(CoachError) {
    try admit(call: nil)
    try base.record(entry, as: principal)
  }
  public func setFeedback(
    _ feedback: TopicLedgerEntry.Feedback?, topicKey: String, as principal: Principal
  ) throws(CoachError) -> Bool {
    try admit(call: nil)
    return try base.setFeedback(feedback, topicKey: topicKey, as: principal)
  }
  public func updateStanding(
    of topicKey: String, session: String, as principal: Principal,
    by change: (inout ArtifactStanding) throws(CoachError) -> Bool
  ) throws(CoachError) -> ArtifactStanding {
    try admit(call: nil)
    return try base.updateStanding(of: topicKey, session: session, as: principal, by: change)
  }
  public func save(_ preferences: UserPreferences, as principal: Principal) throws(CoachError) {
    try admit(call: nil)
    try base.save(preferences, as: principal)
  }
  public func save(_ document: StoredDocument, as principal: Principal) throws(CoachError) {
    try admit(call: nil)
    try base.save(document, as: principal)
  }
  public func deleteDocument(
    _ kind: StoredDocument.Kind, refID: String, as principal: Principal
  ) throws(CoachError) -> Bool {
    try admit(call: nil)
    return try base.deleteDocument(kind, refID: refID, as: principal)
  }
}
