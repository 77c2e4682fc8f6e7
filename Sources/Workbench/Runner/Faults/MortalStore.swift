import CoachCore
import Synchronization

/// A store that dies: up to a point it works, and from then on it refuses every write, as if the process had been
/// killed there.
///
/// Nothing that is refused is kept, so what the store under it holds is what a kill would have left.
final class MortalStore: CoachStore {
  /// When it dies.
  enum Death: Sendable {
    /// After so many writes.
    case afterWrites(Int)
    /// Once the intent of so many calls of a model is written: the last of them is then in flight.
    case inCall(Int)
  }

  let base: any CoachStore
  private let death: Death
  private let state = Mutex((writes: 0, calls: 0))

  /// - Parameter base: what it writes to, and what is left of it.
  init(_ base: any CoachStore, dying death: Death) {
    self.base = base
    self.death = death
  }

  func write(_ statement: () throws(CoachError) -> Void) throws(CoachError) {
    let isDead = state.withLock { state in
      state.writes += 1
      return switch death {
      case .afterWrites(let limit): state.writes > limit
      case .inCall(let limit): state.calls >= limit
      }
    }
    if isDead { throw CoachError(.storeFailed, "the process was killed") }
    try statement()
  }

  private func noteCall(_ call: JournalEntry) {
    if call.kind == "model" { state.withLock { $0.calls += 1 } }
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
    try write { () throws(CoachError) in try base.begin(call, session: session, at: time, as: principal) }
    noteCall(call)
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
}
