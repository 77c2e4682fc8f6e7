import JSONKit

/// A limit that a whole run has to keep, written as a line.
///
///     pass_rate >= 1.0
///     pass_rate.lo95 >= 80%
///     cost.mean <= $0.02
///     latency.p95 < 2s where tag=smoke and variant=B
///     check.grounded.pass_rate == 1
///     errors <= 1%
///
/// The metrics are `pass_rate[.lo95|.hi95]`, `check.<name>.pass_rate[.lo95|.hi95]`, `cost.mean|total|max` in US
/// dollars, `tokens.mean|total|max`, `latency.p50|p90|p95|p99|max|mean`, the same of `first_artifact` (also `ttft`),
/// `errors` (a count, or with % a rate) and `golden.mismatches`; the operators `>= > <= < == !=`. `where` narrows the
/// rows by `tag suite case kind variant model`, all of which must hold.
public struct Gate: Hashable, Sendable {
  enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case equal = "=="
    case notEqual = "!="
    case above = ">"
    case below = "<"

    func holds(_ actual: Double, _ limit: Double) -> Bool {
      switch self {
      case .atLeast: actual >= limit
      case .atMost: actual <= limit
      case .equal: actual == limit
      case .notEqual: actual != limit
      case .above: actual > limit
      case .below: actual < limit
      }
    }
  }

  /// One condition of `where`.
  struct Condition: Hashable, Sendable {
    enum Field: String, Hashable, Sendable, CaseIterable {
      case tag, suite
      case caseID = "case"
      case kind, variant, model
    }

    let field: Field
    let value: String
  }

  let metric: GateMetric
  let comparison: Comparison
  let limit: Measure
  let conditions: [Condition]

  /// Reads a gate.
  ///
  /// - Throws: `ScoringError` with code `bad_gate`, the offset of the mistake in characters, and a suggestion where a
  ///   word is nearly right.
  public init(_ text: String) throws(ScoringError) {
    var parser = GateParser(text)
    metric = try parser.metric()
    comparison = try parser.comparison()
    limit = try parser.limit(of: metric)
    conditions = try parser.conditions()
  }

  /// The limit in the metric's own unit: a rate 0…1, US dollars, milliseconds or a count.
  var bound: Double {
    switch limit.unit {
    case .percent: limit.number.double / 100
    case .seconds, .milliseconds, .microseconds: limit.milliseconds ?? limit.number.double
    case .bytes, .kilobytes, .kibibytes, .megabytes: limit.bytes ?? limit.number.double
    case .none, .dollars: limit.number.double
    }
  }
}

extension Gate: CustomStringConvertible {
  /// The gate in its standard spelling; reading it gives an equal gate.
  public var description: String {
    let slice = conditions.map { condition in
      let isBare = condition.value.allSatisfy { !$0.isWhitespace && $0 != "," }
      return "\(condition.field.rawValue)=\(isBare ? condition.value : "\"\(condition.value)\"")"
    }
    let suffix = slice.isEmpty ? "" : " where " + slice.joined(separator: " and ")
    return "\(metric) \(comparison.rawValue) \(limit)\(suffix)"
  }
}
