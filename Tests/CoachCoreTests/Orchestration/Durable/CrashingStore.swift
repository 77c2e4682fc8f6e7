import CoachCore
import Synchronization

/// A store that works up to one write and from then on refuses them all, as if the process had died there.
///
/// Nothing that is refused is kept, so what the store holds is what a crash would have left.
final class CrashingStore: CoachStore {
  private let base: any CoachStore
  private let limit: Int
  private let fails: @Sendable (String) -> Bool
  private let state = Mutex((made: 0, isDead: false))

  /// - Parameters:
  ///   - limit: the writes that succeed.
  ///   - fails: the calls, by key, at whose intent it dies.
  init(
    _ base: any CoachStore, after limit: Int = .max,
    failing fails: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.base = base
    self.limit = limit
    self.fails = fails
  }

  /// The writes asked for.
  var writes: Int { state.withLock(\.made) }

  private func write(_ statement: () throws(CoachError) -> Void) throws(CoachError) {
    let isDead = state.withLock { state in
      state.made += 1
      state.isDead = state.isDead || state.made > limit
      return state.isDead
    }
    if isDead { throw CoachError(.storeFailed, "the process has died") }
    try statement()
  }

  func createSession(_ session: StoredSession, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.createSession(session, as: principal) }
  }
  func append(_ event: CoachEvent, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.append(event, as: principal) }
  }
  func save(_ insight: Insight, session: String, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.save(insight, session: session, as: principal) }
  }
  func save(_ recommendation: Recommendation, session: String, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.save(recommendation, session: session, as: principal) }
  }
  func publish(_ publication: Publication, session: String, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.publish(publication, session: session, as: principal) }
  }
  func publish(_ publication: Publication, with event: CoachEvent, as principal: Principal) throws(CoachError)
  {
    try write { () throws(CoachError) in try base.publish(publication, with: event, as: principal) }
  }
  func finish(with event: CoachEvent, ending: SessionEnding, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.finish(with: event, ending: ending, as: principal) }
  }
  func requestCancel(session: String, at time: String, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.requestCancel(session: session, at: time, as: principal) }
  }
  func finishSession(_ id: String, ending: SessionEnding, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.finishSession(id, ending: ending, as: principal) }
  }
  func begin(_ call: JournalEntry, session: String, at time: String, as principal: Principal)
    throws(CoachError)
  {
    if fails(call.key) { state.withLock { $0.isDead = true } }
    try write { () throws(CoachError) in try base.begin(call, session: session, at: time, as: principal) }
  }
  func end(
    _ key: String, state: JournalEntry.State, payload: String, session: String, as principal: Principal
  ) throws(CoachError) {
    try write { () throws(CoachError) in
      try base.end(key, state: state, payload: payload, session: session, as: principal)
    }
  }
  func record(_ entry: TopicLedgerEntry, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.record(entry, as: principal) }
  }
  func save(_ preferences: UserPreferences, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.save(preferences, as: principal) }
  }
  func save(_ document: StoredDocument, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.save(document, as: principal) }
  }
  func setFeedback(
    _ feedback: TopicLedgerEntry.Feedback?, topicKey: String, as principal: Principal
  ) throws(CoachError) -> Bool {
    try base.setFeedback(feedback, topicKey: topicKey, as: principal)
  }
  func deleteDocument(
    _ kind: StoredDocument.Kind, refID: String, as principal: Principal
  ) throws(CoachError) -> Bool {
    try base.deleteDocument(kind, refID: refID, as: principal)
  }

  // MARK: Accounts

  func reserve(_ reservation: BudgetReservation, until lease: String, as principal: Principal)
    throws(CoachError) -> BudgetScope?
  {
    var refusing: BudgetScope?
    try write { () throws(CoachError) in
      refusing = try base.reserve(reservation, until: lease, as: principal)
    }
    return refusing
  }
  func begin(_ id: String, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.begin(id, as: principal) }
  }
  func settle(_ id: String, cost: BudgetAmount?, as principal: Principal) throws(CoachError)
    -> BudgetSettlement
  {
    var settlement = BudgetSettlement()
    try write { () throws(CoachError) in settlement = try base.settle(id, cost: cost, as: principal) }
    return settlement
  }
  func release(_ id: String, as principal: Principal) throws(CoachError) {
    try write { () throws(CoachError) in try base.release(id, as: principal) }
  }
  func expire(at time: String, as principal: Principal) throws(CoachError) -> Int {
    var count = 0
    try write { () throws(CoachError) in count = try base.expire(at: time, as: principal) }
    return count
  }
  func standing(_ scope: BudgetScope, as principal: Principal) throws(CoachError) -> BudgetStanding {
    try base.standing(scope, as: principal)
  }

  // MARK: Reads

  func session(_ id: String, as principal: Principal) throws(CoachError) -> StoredSession? {
    try base.session(id, as: principal)
  }
  func events(session: String, after: Int, as principal: Principal) throws(CoachError) -> [CoachEvent] {
    try base.events(session: session, after: after, as: principal)
  }
  func insights(session: String, as principal: Principal) throws(CoachError) -> [Insight] {
    try base.insights(session: session, as: principal)
  }
  func recommendations(session: String, as principal: Principal) throws(CoachError) -> [Recommendation] {
    try base.recommendations(session: session, as: principal)
  }
  func journal(session: String, as principal: Principal) throws(CoachError) -> [JournalEntry] {
    try base.journal(session: session, as: principal)
  }
  func ledger(as principal: Principal) throws(CoachError) -> [TopicLedgerEntry] {
    try base.ledger(as: principal)
  }
  func preferences(as principal: Principal) throws(CoachError) -> UserPreferences? {
    try base.preferences(as: principal)
  }
  func documents(model: String, as principal: Principal) throws(CoachError) -> [StoredDocument] {
    try base.documents(model: model, as: principal)
  }
}
