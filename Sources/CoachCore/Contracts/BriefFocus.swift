/// Which of all there is to say a run tells; facts are gathered whole whatever the focus, so that what is told is as
/// well founded as in any other run.
struct BriefFocus: Hashable, Sendable {
  /// The least severity that is told.
  var leastSeverity: Insight.Severity = .info
  /// Goals and holdings to speak of, by id; nil for all.
  ///
  /// What is about the portfolio as a whole is always told.
  var subjects: Set<String>?

  /// Everything there is.
  static let everything = BriefFocus()

  init(leastSeverity: Insight.Severity = .info, subjects: Set<String>? = nil) {
    self.leastSeverity = leastSeverity
    self.subjects = subjects
  }

  /// What runs of a kind tell: a check-in nobody asked for speaks only of what deserves attention.
  init(for trigger: CoachRequest.Trigger) {
    self.init(leastSeverity: trigger == .scheduled ? .attention : .info)
  }

  /// Whether the artifact of a brief is to be written.
  func includes(_ brief: ArtifactBrief) -> Bool {
    guard brief.severity.rank >= leastSeverity.rank else { return false }
    guard let subjects, let subject = brief.scopeRef else { return true }
    return subjects.contains(subject)
  }
}
