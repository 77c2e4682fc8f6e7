/// Why a number in prose is not proved by the fact it cites (domain rules §3, `QaReport`).
public enum GroundingReason: String, Codable, Sendable, CaseIterable {
  /// No marker follows the number.
  case uncited
  /// The cited fact has another value or another unit.
  case mismatch
  /// The digits are right and their place is wrong: lakh for crore, a percentage for a ratio.
  case scaleError = "scale_error"
  /// The figure is right and it is on the wrong side: a shortfall told as a surplus.
  case signError = "sign_error"
  /// The marker stands for no fact.
  case unknownFact = "unknown_fact"
  /// The number is another fact's.
  case wrongFact = "wrong_fact"
}
