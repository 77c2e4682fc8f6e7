/// Where sessions, their events and their artifacts are kept.
///
/// Every call is made in the name of a principal and reaches that user's rows only: another user's session is not
/// refused, it is not there. All calls throw `CoachError` with code `store_failed` when the storage fails.
public protocol CoachStore: Sendable {
  /// Begins a session.
  ///
  /// - Throws: `CoachError` with code `conflict` when the id is taken.
  func createSession(_ session: StoredSession, as principal: Principal) throws(CoachError)
  /// Adds the session's next event.
  ///
  /// - Throws: `CoachError` with code `conflict` when `seq` is not one more than the last.
  func append(_ event: CoachEvent, as principal: Principal) throws(CoachError)
  /// Keeps an insight; a topic can be written once a session.
  func save(_ insight: Insight, session: String, as principal: Principal) throws(CoachError)
  /// Keeps a recommendation; a topic can be written once a session.
  func save(_ recommendation: Recommendation, session: String, as principal: Principal) throws(CoachError)
  /// Records how a session ended.
  func finishSession(_ id: String, ending: SessionEnding, as principal: Principal) throws(CoachError)
  /// The session with an id, nil when this user has none.
  func session(_ id: String, as principal: Principal) throws(CoachError) -> StoredSession?
  /// The session's events with `seq` above `after`, in order.
  func events(session: String, after: Int, as principal: Principal) throws(CoachError) -> [CoachEvent]
  /// The session's insights in order of writing.
  func insights(session: String, as principal: Principal) throws(CoachError) -> [Insight]
  /// The session's recommendations in order of writing.
  func recommendations(session: String, as principal: Principal) throws(CoachError) -> [Recommendation]
}
