/// What investors say of artifacts, for those who make the coach better.
///
/// The service's own work: it reaches the feedback of all users.
public protocol FeedbackDirectory: Sendable {
  /// What was disliked, the latest first.
  ///
  /// - Throws: `CoachError` with code `store_failed` when the storage fails.
  func dislikes(limit: Int) throws(CoachError) -> [Dislike]
}
