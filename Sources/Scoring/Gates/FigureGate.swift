import JSONKit

/// A limit on one figure of a measurement, written as a line.
///
///     first_artifact.p99 < 500ms
///     stream.ok >= 100%
///     budget.overrun == 0
///
/// It is the sibling of ``Gate``, whose figures are counted from rows: which figures there are is the measurement's to
/// say. The operators are those of `Gate`; there is no `where`.
public struct FigureGate: Hashable, Sendable, CustomStringConvertible {
  /// What a figure counts, and so in which units its limit is written.
  public enum Kind: Hashable, Sendable {
    /// 0…1; a limit is a ratio or a percentage.
    case rate
    /// A number; a limit has no unit.
    case count
    /// Milliseconds; a limit is written in `s`, `ms` or `us`.
    case time
    /// Bytes, which may be fewer than before; a limit is written in `B`, `KB` (1,000), `KiB` (1,024) or `MB`.
    case bytes

    var units: [Measure.Unit] {
      switch self {
      case .rate: [.none, .percent]
      case .count: [.none]
      case .time: [.seconds, .milliseconds, .microseconds]
      case .bytes: [.bytes, .kilobytes, .kibibytes, .megabytes]
      }
    }
  }

  /// A figure that a gate may name.
  public struct Metric: Hashable, Sendable {
    /// The name in front of the comparison.
    public let name: String
    /// What it counts.
    public let kind: Kind

    /// Names a figure.
    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// What was measured of a figure.
  public struct Figure: Hashable, Sendable {
    /// The value: 0…1, a count, milliseconds or bytes.
    public let value: Double
    /// What it rests on, as `100 sessions`.
    public let basis: String

    /// States a figure.
    public init(_ value: Double, basis: String) {
      self.value = value
      self.basis = basis
    }
  }

  /// How a gate came out.
  public struct Outcome: Hashable, Sendable {
    /// An error when there was nothing to look at: never a pass.
    public let status: GateResult.Status
    /// The value found; nil when there was none.
    public let actual: Double?
    /// One line: the figure and what it rests on, or why there is none.
    public let message: String
  }

  /// The figure it limits.
  public let metric: Metric
  let comparison: Gate.Comparison
  let limit: Measure

  /// Reads a gate.
  ///
  /// - Parameter metrics: the figures there are.
  /// - Throws: `ScoringError` with code `bad_gate`, the offset of the mistake in characters, and a suggestion where a
  ///   word is nearly right.
  public init(_ text: String, metrics: [Metric]) throws(ScoringError) {
    var parser = GateParser(text)
    let name = try parser.name(among: metrics.map(\.name))
    guard let metric = metrics.first(where: { $0.name == name }) else {
      throw ScoringError(.badGate, "gate `\(text)`: no figure is named `\(name)`")
    }
    self.metric = metric
    comparison = try parser.comparison()
    limit = try parser.limit(of: name, units: metric.kind.units)
    try parser.end()
  }

  /// Holds a figure to the limit.
  ///
  /// - Parameter figure: nil when nothing was measured, which is an error.
  public func evaluate(_ figure: Figure?) -> Outcome {
    guard let figure, figure.value.isFinite else {
      return Outcome(status: .error, actual: nil, message: "there is nothing \(metric.name) could be told of")
    }
    let holds = comparison.holds(figure.value, bound)
    let tail = holds ? "" : ", limit \(comparison.rawValue) \(limit)"
    return Outcome(
      status: holds ? .passed : .failed, actual: figure.value,
      message: "\(metric.name) is \(text(figure.value)) over \(figure.basis)\(tail)")
  }

  /// The gate in its standard spelling; reading it gives an equal gate.
  public var description: String { "\(metric.name) \(comparison.rawValue) \(limit)" }

  private var bound: Double {
    switch limit.unit {
    case .percent: limit.number.double / 100
    case .seconds, .milliseconds, .microseconds: limit.milliseconds ?? limit.number.double
    case .bytes, .kilobytes, .kibibytes, .megabytes: limit.bytes ?? limit.number.double
    case .none, .dollars: limit.number.double
    }
  }

  private func text(_ value: Double) -> String {
    switch metric.kind {
    case .rate: Gate.percent(value)
    case .time: Gate.oneDecimal(value) + " ms"
    case .bytes: Gate.bytes(value)
    case .count: value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : Gate.oneDecimal(value)
    }
  }
}
