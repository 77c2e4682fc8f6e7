/// What a user says about a topic.
public enum FeedbackVerdict: String, Sendable, CaseIterable {
  /// It helped.
  case liked
  /// It did not.
  case disliked
  /// The user means to do it.
  case accepted
  /// It is done.
  case done
  /// Not now; ask again after a date.
  case snoozed
  /// Never again.
  case dismissed
}
