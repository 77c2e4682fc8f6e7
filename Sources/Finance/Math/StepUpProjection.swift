/// Where a plan with rising instalments ends, in rupees.
public struct StepUpProjection: Hashable, Sendable {
  /// The value at the end of the last month.
  public let value: Double
  /// The sum of the instalments, without what was there before.
  public let invested: Double
  /// The last instalment.
  public let lastInstalment: Double
}
