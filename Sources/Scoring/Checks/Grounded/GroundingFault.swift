/// A number in prose that no cited fact proves.
public struct GroundingFault: Hashable, Sendable {
  /// Why it is not proved (the reasons of `QaReport`, and one of our own for titles).
  public enum Reason: String, Codable, Sendable, CaseIterable {
    /// No marker covers it.
    case uncited
    /// The marker that covers it names no fact of the run.
    case unknownFact = "unknown_fact"
    /// It is another fact's number.
    case wrongFact = "wrong_fact"
    /// The digits are right and the sign is not.
    case signError = "sign_error"
    /// The digits are right and the power of ten is not.
    case scaleError = "scale_error"
    /// It is not the cited fact's value at the precision it is written with.
    case mismatch
    /// It stands in a title.
    case inTitle = "in_title"
  }

  /// Why it is not proved.
  public let reason: Reason
  /// The number as written, for example `₹21.90 L`.
  public let text: String
  /// What the fact says instead, on one line.
  public let detail: String
}
