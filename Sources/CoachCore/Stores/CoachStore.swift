/// Where sessions, their events and their artifacts are kept, and what is remembered from one session to the next.
///
/// Every call is made in the name of a principal and reaches that user's rows only: another user's session is not
/// refused, it is not there. All calls throw `CoachError` with code `store_failed` when the storage fails.
///
/// What a running session writes is written by calls that suspend, so that a store can commit the writes of many sessions
/// together. Each returns once its write is durable, and writes that one caller makes one after the other are kept in that
/// order.
///
/// A store keeps the accounts too: a cap holds only where the calls it caps are written down.
public protocol CoachStore: BudgetLedger {
  /// Begins a session, together with the journal's entry of what it begins with: both or neither.
  ///
  /// - Parameter opening: an entry that has come back; nil for a session that begins with nothing.
  /// - Throws: `CoachError` with code `conflict` when the id is taken.
  func createSession(_ session: StoredSession, opening: JournalEntry?, as principal: Principal)
    async throws(CoachError)
  /// Adds the session's next event.
  ///
  /// - Throws: `CoachError` with code `conflict` when `seq` is not one more than the last.
  func append(_ event: CoachEvent, as principal: Principal) async throws(CoachError)
  /// Keeps an insight; a topic can be written once a session.
  func save(_ insight: Insight, session: String, as principal: Principal) throws(CoachError)
  /// Keeps a recommendation; a topic can be written once a session.
  func save(_ recommendation: Recommendation, session: String, as principal: Principal) throws(CoachError)
  /// Keeps an artifact, what the ledger says of its topic, and its text: all of them or none.
  func publish(_ publication: Publication, session: String, as principal: Principal) throws(CoachError)
  /// Keeps a publication together with the session's next event, which tells of it: both or neither.
  ///
  /// - Throws: `CoachError` with code `conflict` as ``append(_:as:)`` and ``publish(_:session:as:)`` do.
  func publish(_ publication: Publication, with event: CoachEvent, as principal: Principal)
    async throws(CoachError)
  /// Adds the session's terminal event and records how it ended: both or neither.
  ///
  /// - Throws: `CoachError` with code `conflict` when the session has ended or `seq` is not one more than the last.
  func finish(with event: CoachEvent, ending: SessionEnding, as principal: Principal) async throws(CoachError)
  /// Records that a session is to be cancelled; the first time counts, and one that has ended is left as it is.
  func requestCancel(session: String, at time: String, as principal: Principal) throws(CoachError)
  /// Whether the session was asked to stop; false for one this user has not.
  func isCancelRequested(session: String, as principal: Principal) throws(CoachError) -> Bool
  /// Records how a session ended.
  func finishSession(_ id: String, ending: SessionEnding, as principal: Principal) throws(CoachError)
  /// The session with an id, nil when this user has none.
  func session(_ id: String, as principal: Principal) throws(CoachError) -> StoredSession?
  /// The session's events with `seq` above `after`, in order.
  func events(session: String, after: Int, as principal: Principal) throws(CoachError) -> [CoachEvent]
  /// The session's events with `seq` above `after`, in order, with their payloads as they were written.
  ///
  /// - Parameter limit: the most events; one below nothing asks for none.
  func eventTexts(session: String, after: Int, limit: Int, as principal: Principal) throws(CoachError)
    -> [StoredEventText]
  /// The number of the session's last event, 0 when it has none.
  func lastSeq(session: String, as principal: Principal) throws(CoachError) -> Int
  /// A page of what was published to the user, the latest first.
  ///
  /// The latest come first because that is what a reader opens; and since new ones come before the first page, walking on
  /// from a cursor brings each artifact once, whatever is published meanwhile.
  ///
  /// - Parameters:
  ///   - session: the one session to look at; nil for all.
  ///   - after: the last artifact of the page before; nil for the first page.
  ///   - limit: the most artifacts; one below nothing asks for none.
  func publishedArtifacts(session: String?, after: ArtifactCursor?, limit: Int, as principal: Principal)
    throws(CoachError) -> [PublishedArtifact]
  /// Changes where an artifact stands with the user, and what the ledger holds of its topic: both or neither.
  ///
  /// - Parameter change: says whether there is anything to write; what it throws leaves all as it is.
  /// - Returns: where it stands then.
  /// - Throws: `CoachError` with code `not_found` when this user has no such artifact, or what `change` throws.
  @discardableResult
  func updateStanding(
    of topicKey: String, session: String, as principal: Principal,
    by change: (inout ArtifactStanding) throws(CoachError) -> Bool
  ) throws(CoachError) -> ArtifactStanding
  /// The session's insights in order of writing.
  func insights(session: String, as principal: Principal) throws(CoachError) -> [Insight]
  /// The session's recommendations in order of writing.
  func recommendations(session: String, as principal: Principal) throws(CoachError) -> [Recommendation]

  // MARK: Journal

  /// Writes that a call is about to be made.
  ///
  /// - Throws: `CoachError` with code `conflict` when the call was begun before.
  func begin(_ call: JournalEntry, session: String, at time: String, as principal: Principal)
    async throws(CoachError)
  /// Writes what became of a call.
  ///
  /// - Throws: `CoachError` with code `conflict` when it was not begun or has come back before.
  func end(
    _ key: String, state: JournalEntry.State, payload: String, session: String, as principal: Principal
  ) async throws(CoachError)
  /// The calls of a session in order of their keys.
  func journal(session: String, as principal: Principal) throws(CoachError) -> [JournalEntry]

  // MARK: Topic ledger

  /// Every topic this user has been told, in order of key.
  func ledger(as principal: Principal) throws(CoachError) -> [TopicLedgerEntry]
  /// Records that a topic was told.
  ///
  /// A topic told before is seen once more: its first time stays, all else is the new entry's, and the feedback on the
  /// earlier telling is gone.
  func record(_ entry: TopicLedgerEntry, as principal: Principal) throws(CoachError)
  /// Records what the user said of a topic; nil takes it back.
  ///
  /// - Returns: whether this user has been told of the topic at all.
  @discardableResult
  func setFeedback(
    _ feedback: TopicLedgerEntry.Feedback?, topicKey: String, as principal: Principal
  ) throws(CoachError) -> Bool

  // MARK: Preferences

  /// What the user has asked of the coach, nil for a user who has said nothing.
  func preferences(as principal: Principal) throws(CoachError) -> UserPreferences?
  /// Keeps what the user asks of the coach.
  func save(_ preferences: UserPreferences, as principal: Principal) throws(CoachError)

  // MARK: Documents

  /// The user's texts embedded by a model, in order of kind and reference.
  func documents(model: String, as principal: Principal) throws(CoachError) -> [StoredDocument]
  /// Keeps a text in the place of the one of that kind and reference.
  func save(_ document: StoredDocument, as principal: Principal) throws(CoachError)
  /// Removes a text.
  ///
  /// - Returns: whether this user had it.
  @discardableResult
  func deleteDocument(
    _ kind: StoredDocument.Kind, refID: String, as principal: Principal
  ) throws(CoachError) -> Bool
}

extension CoachStore {
  /// Begins a session that begins with nothing.
  public func createSession(_ session: StoredSession, as principal: Principal) async throws(CoachError) {
    try await createSession(session, opening: nil, as: principal)
  }
}
