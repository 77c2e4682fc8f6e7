// Documented where they are declared: the protocols of a store.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension GatedStore {
  public func session(_ id: String, as principal: Principal) throws(CoachError) -> StoredSession? {
    try base.session(id, as: principal)
  }
  public func isCancelRequested(session: String, as principal: Principal) throws(CoachError) -> Bool {
    try base.isCancelRequested(session: session, as: principal)
  }
  public func events(session: String, after: Int, as principal: Principal) throws(CoachError) -> [CoachEvent]
  {
    try base.events(session: session, after: after, as: principal)
  }
  public func eventTexts(session: String, after: Int, limit: Int, as principal: Principal)
    throws(CoachError) -> [StoredEventText]
  {
    try base.eventTexts(session: session, after: after, limit: limit, as: principal)
  }
  public func lastSeq(session: String, as principal: Principal) throws(CoachError) -> Int {
    try base.lastSeq(session: session, as: principal)
  }
  public func publishedArtifacts(
    session: String?, after: ArtifactCursor?, limit: Int, as principal: Principal
  ) throws(CoachError) -> [PublishedArtifact] {
    try base.publishedArtifacts(session: session, after: after, limit: limit, as: principal)
  }
  public func insights(session: String, as principal: Principal) throws(CoachError) -> [Insight] {
    try base.insights(session: session, as: principal)
  }
  public func recommendations(session: String, as principal: Principal) throws(CoachError)
    -> [Recommendation]
  {
    try base.recommendations(session: session, as: principal)
  }
  public func journal(session: String, as principal: Principal) throws(CoachError) -> [JournalEntry] {
    try base.journal(session: session, as: principal)
  }
  public func ledger(as principal: Principal) throws(CoachError) -> [TopicLedgerEntry] {
    try base.ledger(as: principal)
  }
  public func preferences(as principal: Principal) throws(CoachError) -> UserPreferences? {
    try base.preferences(as: principal)
  }
  public func documents(model: String, as principal: Principal) throws(CoachError) -> [StoredDocument] {
    try base.documents(model: model, as: principal)
  }
}
