/// A compound annual growth rate, or why it is not given.
public enum Cagr: Hashable, Sendable {
  /// The rate a year.
  case ok(Double)
  /// Less than a year lies between the two points: the absolute return, which is never annualised.
  case subYear(absolute: Double)
  /// The value at the start is not positive, or the dates are not in order.
  case undefined
}
