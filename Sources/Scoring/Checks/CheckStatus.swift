/// How a check, or a case, came out.
///
/// `error` is a third state: never a pass, and it never hides a failure.
public enum CheckStatus: String, Codable, Sendable, CaseIterable {
  /// What was asked holds.
  case passed
  /// What was asked does not hold.
  case failed
  /// It could not be judged.
  case error
  /// There was nothing to judge.
  case skipped
}
