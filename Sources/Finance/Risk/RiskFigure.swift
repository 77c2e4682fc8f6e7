/// A figure of a series, or why there is none.
public enum RiskFigure: Hashable, Sendable {
  /// The figure.
  case value(Double)
  /// The series is too short for it.
  case insufficientData
  /// The figure divides by a spread that is nothing.
  case undefined

  /// The figure, when there is one.
  public var value: Double? {
    if case .value(let value) = self { value } else { nil }
  }

  /// The status as it is spelled in facts: `ok`, `insufficient_data` or `undefined`.
  public var status: String {
    switch self {
    case .value: "ok"
    case .insufficientData: "insufficient_data"
    case .undefined: "undefined"
    }
  }
}
