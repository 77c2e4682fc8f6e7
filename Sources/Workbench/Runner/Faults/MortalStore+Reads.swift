import CoachCore

/// What a dead process may still read changes nothing.
extension MortalStore {
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
