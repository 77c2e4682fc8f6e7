import Finance

extension CoachPipelines {
  /// Keeps what an investor says of an artifact: beside it, in its status, and in the topic ledger, or nowhere.
  ///
  /// - `liked` and `disliked` are opinions and change nothing else.
  /// - `accepted` and `done` are decisions about a recommendation; its topic no longer rests because of an earlier one.
  /// - `snoozed` and `dismissed` send the topic to rest until a date, or for as long as the policy says.
  ///
  /// The same again changes nothing.
  ///
  /// - Returns: where the artifact stands now.
  /// - Throws: `CoachError` with code `not_found` when this user has no such session or artifact, `invalid_request` for
  ///   feedback that contradicts itself, `conflict` for a decision that cannot follow the last, or `store_failed`.
  @discardableResult
  public func record(_ feedback: Feedback) async throws -> ArtifactStanding {
    let day = clock.indianDay
    try Self.check(feedback, on: day)
    let policy = RestPolicy(cooldowns: try configuration.engine.policy.topicCooldowns(on: day), day: day)
    let comment = feedback.comment.map { PIIScrubber().scrub($0) }
    let remark = ArtifactFeedback.Remark(
      verdict: feedback.verdict, until: feedback.until, comment: comment.flatMap { $0.isEmpty ? nil : $0 },
      at: clock.timestamp())
    return try store.updateStanding(
      of: feedback.topicKey, session: feedback.session, as: Principal(user: feedback.user)
    ) { standing throws(CoachError) in
      try standing.take(remark, restingUntil: policy)
    }
  }

  private static func check(_ feedback: Feedback, on day: CivilDate) throws(CoachError) {
    guard feedback.comment?.unicodeScalars.count ?? 0 <= Feedback.longestComment else {
      throw CoachError(
        .invalidRequest, "a comment has at most \(Feedback.longestComment) characters; shorten it")
    }
    guard let until = feedback.until else { return }
    guard feedback.verdict.restsTopic else {
      throw CoachError(
        .invalidRequest, "`until` goes with snoozed and dismissed, not with \(feedback.verdict.rawValue)")
    }
    guard until > day, until <= day.adding(days: Feedback.longestRest) else {
      throw CoachError(
        .invalidRequest, "`until` is a day after \(day) and at most \(Feedback.longestRest) days on")
    }
  }
}
