import Synchronization

@testable import CoachCore

/// Another store, until a call is to be written down whose key is chosen: from then on nothing can be written.
final class BrokenStore: CoachStore {
  private let inner: SQLiteCoachStore
  private let isGone = Mutex(false)
  private let fails: @Sendable (String) -> Bool

  init(_ inner: SQLiteCoachStore, failing fails: @escaping @Sendable (String) -> Bool) {
    self.inner = inner
    self.fails = fails
  }

  func begin(_ call: JournalEntry, session: String, at time: String, as principal: Principal)
    throws(CoachError)
  {
    if fails(call.key) { isGone.withLock { $0 = true } }
    try check()
    try inner.begin(call, session: session, at: time, as: principal)
  }

  private func check() throws(CoachError) {
    if isGone.withLock({ $0 }) { throw CoachError(.storeFailed, "the disk is gone") }
  }

  func createSession(_ session: StoredSession, as principal: Principal) throws(CoachError) {
    try inner.createSession(session, as: principal)
  }
  func append(_ event: CoachEvent, as principal: Principal) throws(CoachError) {
    try check()
    try inner.append(event, as: principal)
  }
  func save(_ insight: Insight, session: String, as principal: Principal) throws(CoachError) {
    try inner.save(insight, session: session, as: principal)
  }
  func save(_ recommendation: Recommendation, session: String, as principal: Principal) throws(CoachError) {
    try inner.save(recommendation, session: session, as: principal)
  }
  func publish(_ publication: Publication, session: String, as principal: Principal) throws(CoachError) {
    try inner.publish(publication, session: session, as: principal)
  }
  func publish(_ publication: Publication, with event: CoachEvent, as principal: Principal) throws(CoachError)
  {
    try check()
    try inner.publish(publication, with: event, as: principal)
  }
  func finish(with event: CoachEvent, ending: SessionEnding, as principal: Principal) throws(CoachError) {
    try check()
    try inner.finish(with: event, ending: ending, as: principal)
  }
  func requestCancel(session: String, at time: String, as principal: Principal) throws(CoachError) {
    try check()
    try inner.requestCancel(session: session, at: time, as: principal)
  }
  func finishSession(_ id: String, ending: SessionEnding, as principal: Principal) throws(CoachError) {
    try inner.finishSession(id, ending: ending, as: principal)
  }
  func session(_ id: String, as principal: Principal) throws(CoachError) -> StoredSession? {
    try inner.session(id, as: principal)
  }
  func events(session: String, after: Int, as principal: Principal) throws(CoachError) -> [CoachEvent] {
    try inner.events(session: session, after: after, as: principal)
  }
  func insights(session: String, as principal: Principal) throws(CoachError) -> [Insight] {
    try inner.insights(session: session, as: principal)
  }
  func recommendations(session: String, as principal: Principal) throws(CoachError) -> [Recommendation] {
    try inner.recommendations(session: session, as: principal)
  }
  func end(
    _ key: String, state: JournalEntry.State, payload: String, session: String, as principal: Principal
  ) throws(CoachError) {
    try check()
    try inner.end(key, state: state, payload: payload, session: session, as: principal)
  }
  func journal(session: String, as principal: Principal) throws(CoachError) -> [JournalEntry] {
    try inner.journal(session: session, as: principal)
  }
  func ledger(as principal: Principal) throws(CoachError) -> [TopicLedgerEntry] {
    try inner.ledger(as: principal)
  }
  func record(_ entry: TopicLedgerEntry, as principal: Principal) throws(CoachError) {
    try inner.record(entry, as: principal)
  }
  func setFeedback(
    _ feedback: TopicLedgerEntry.Feedback?, topicKey: String, as principal: Principal
  ) throws(CoachError) -> Bool {
    try inner.setFeedback(feedback, topicKey: topicKey, as: principal)
  }
  func preferences(as principal: Principal) throws(CoachError) -> UserPreferences? {
    try inner.preferences(as: principal)
  }
  func save(_ preferences: UserPreferences, as principal: Principal) throws(CoachError) {
    try inner.save(preferences, as: principal)
  }
  func documents(model: String, as principal: Principal) throws(CoachError) -> [StoredDocument] {
    try inner.documents(model: model, as: principal)
  }
  func save(_ document: StoredDocument, as principal: Principal) throws(CoachError) {
    try inner.save(document, as: principal)
  }
  func deleteDocument(
    _ kind: StoredDocument.Kind, refID: String, as principal: Principal
  ) throws(CoachError) -> Bool {
    try inner.deleteDocument(kind, refID: refID, as: principal)
  }
}
