/// How far proposals to an investor may go, and how long one holds.
public struct AdviceRules: Hashable, Sendable {
  /// Days after which a proposal lapses.
  public let lifetimeDays: Int
  /// The most proposals of one run.
  public let mostProposals: Int
  /// A required yearly step-up up to this ratio is proposed; beyond it another lever is.
  public let highestStepUp: Double
  /// The most months a date is proposed to move by.
  public let longestExtension: Int
  /// The least part of a target, a ratio, that a lower one is proposed to keep.
  public let leastTarget: Double
}

extension AdviceRules {
  init(_ fields: JSONFields) throws(FinanceError) {
    try fields.allowOnly(
      "valid_from", "valid_to", "lifetime_days", "most_proposals", "highest_step_up", "longest_extension",
      "least_target")
    lifetimeDays = try fields.int("lifetime_days", in: 1...366)
    mostProposals = try fields.int("most_proposals", in: 1...3)
    highestStepUp = try fields.double("highest_step_up", in: 0...1)
    longestExtension = try fields.int("longest_extension", in: 1...600)
    leastTarget = try fields.double("least_target", in: 0...1)
  }
}
