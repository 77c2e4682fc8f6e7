/// The range of assumed annual returns a projection may use.
public struct ReturnClamp: Hashable, Sendable {
  /// The lowest, a ratio.
  public let minimum: Double
  /// The highest, a ratio.
  public let maximum: Double

  /// `annualReturn` held within the range.
  public func clamped(_ annualReturn: Double) -> Double {
    min(max(annualReturn, minimum), maximum)
  }
}
