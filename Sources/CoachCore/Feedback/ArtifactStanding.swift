/// Where an artifact stands with the investor, and how what they say changes that.
public struct ArtifactStanding: Hashable, Sendable {
  /// Where a recommendation stands; nil for an insight.
  public internal(set) var status: Recommendation.Status?
  /// How much it matters.
  public let severity: Insight.Severity
  /// What was said so far.
  public internal(set) var feedback: ArtifactFeedback

  /// Describes a standing.
  public init(
    status: Recommendation.Status?, severity: Insight.Severity,
    feedback: ArtifactFeedback = ArtifactFeedback()
  ) {
    self.status = status
    self.severity = severity
    self.feedback = feedback
  }

  /// What the topic ledger is to hold of the last decision; nil where it asks for no rest.
  var rest: TopicLedgerEntry.Feedback? {
    guard let decision = feedback.decision, let until = decision.until else { return nil }
    switch decision.verdict {
    case .snoozed: return .init(.snoozed, until: until)
    case .dismissed: return .init(.dismissed, until: until)
    case .liked, .disliked, .accepted, .done: return nil
    }
  }

  /// Takes in what was said.
  ///
  /// What was said last in the same words changes nothing, whenever it is said again; `until` left out asks for nothing
  /// else than what was decided before.
  ///
  /// - Parameter remark: with `until` as the caller gave it.
  /// - Parameter policy: the end of the rest where the caller gave none.
  /// - Returns: whether anything has changed.
  /// - Throws: `CoachError` with code `invalid_request` for a decision only a recommendation can have, or `conflict` for
  ///   one that cannot follow the last.
  mutating func take(
    _ remark: ArtifactFeedback.Remark, restingUntil policy: RestPolicy
  ) throws(CoachError) -> Bool {
    if remark.verdict.isOpinion {
      guard !remark.repeats(feedback.opinion) else { return false }
      feedback.opinion = remark
      return true
    }
    if let status {
      let next = remark.verdict.status ?? status
      guard next == status || status.mayBecome(next) else {
        throw CoachError(
          .conflict, "a recommendation that is \(status.rawValue) cannot become \(next.rawValue)")
      }
    } else if !remark.verdict.restsTopic {
      throw CoachError(
        .invalidRequest,
        "an insight proposes nothing that could be \(remark.verdict.rawValue); it can be snoozed or dismissed"
      )
    }
    guard !remark.repeats(feedback.decision) else { return false }
    if status != nil { status = remark.verdict.status }
    let until = remark.until ?? (remark.verdict.restsTopic ? policy.end(of: remark.verdict, severity) : nil)
    feedback.decision = .init(
      verdict: remark.verdict, until: until, comment: remark.comment, at: remark.at)
    return true
  }
}

extension ArtifactFeedback.Remark {
  /// Whether this says no more than what was said before.
  fileprivate func repeats(_ earlier: ArtifactFeedback.Remark?) -> Bool {
    guard let earlier else { return false }
    return verdict == earlier.verdict && comment == earlier.comment
      && (until == nil || until == earlier.until)
  }
}

extension Feedback.Verdict {
  /// The status of a recommendation this was decided about; nil for an opinion.
  fileprivate var status: Recommendation.Status? {
    switch self {
    case .liked, .disliked: nil
    case .accepted: .accepted
    case .done: .done
    case .snoozed: .snoozed
    case .dismissed: .dismissed
    }
  }
}

extension Recommendation.Status {
  /// Whether an investor may move a recommendation from here to there.
  ///
  /// What is done or has expired stays so; what was accepted may be given up, but no more put off; what was dismissed may
  /// still be taken up.
  func mayBecome(_ next: Recommendation.Status) -> Bool {
    switch self {
    case .proposed, .snoozed: [.accepted, .done, .snoozed, .dismissed].contains(next)
    case .accepted: next == .done || next == .dismissed
    case .dismissed: next == .accepted || next == .done
    case .done, .expired: false
    }
  }
}
