import Finance

extension CoachPipelines {
  /// Puts a notification about an ended session into the outbox, if the user wants one and has none of that job and
  /// date.
  func notify(_ user: String, of session: String, job: String, on day: CivilDate) throws(CoachError) {
    let principal = Principal(user: user)
    let insights = try store.insights(session: session, as: principal).map {
      (key: $0.topicKey, severity: $0.severity)
    }
    let proposals = try store.recommendations(session: session, as: principal).map {
      (key: $0.topicKey, severity: Insight.Severity(ofPriority: $0.priority))
    }
    guard
      let message = OutboxMessage(
        job: job, day: day, user: user, session: session, topics: insights + proposals,
        preferences: try store.preferences(as: principal))
    else { return }
    try configuration.outbox.enqueue(message, at: clock.timestamp(), as: principal)
  }
}
