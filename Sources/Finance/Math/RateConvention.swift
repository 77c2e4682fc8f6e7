/// How an annual rate is turned into a monthly one.
public enum RateConvention: String, Sendable, CaseIterable {
  /// (1+R)^(1/12) − 1: twelve months make exactly the annual rate.
  case effective
  /// R/12, as many public calculators do; for comparison only.
  case nominal
}
