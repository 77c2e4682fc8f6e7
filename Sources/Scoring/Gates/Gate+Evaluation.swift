import Foundation

extension Gate {
  /// Holds the rows of a run to the limit.
  ///
  /// - Parameter results: one row a case, variant, model and trial. Skipped rows never count.
  /// - Returns: an error when no row has the figure, when a cost has no price, or when a latency was not measured
  ///   during the run (cached and replayed rows).
  public func evaluate(_ results: [CaseResult]) -> GateResult {
    let rows = results.filter { row in row.status != .skipped && conditions.allSatisfy { $0.holds(of: row) } }
    guard !rows.isEmpty else {
      return GateResult(gate: self, status: .error, actual: nil, message: "no row to judge\(sliceText)")
    }
    switch GateFigure.of(metric, limitUnit: limit.unit, rows: rows) {
    case .none(let reason):
      return GateResult(gate: self, status: .error, actual: nil, message: reason)
    case .value(let actual, let basis):
      let holds = comparison.holds(actual, bound)
      let message =
        "\(metric) is \(text(actual)) over \(basis)\(holds ? "" : ", limit \(comparison.rawValue) \(limit)")"
      return GateResult(gate: self, status: holds ? .passed : .failed, actual: actual, message: message)
    }
  }

  private var sliceText: String {
    conditions.isEmpty
      ? "" : " where " + conditions.map { "\($0.field.rawValue)=\($0.value)" }.joined(separator: " and ")
  }

  private func text(_ actual: Double) -> String {
    switch metric.subject {
    case .passRate, .check: Self.percent(actual)
    case .errors where limit.unit == .percent: Self.percent(actual)
    case .cost: Money.dollars(actual)
    case .latency, .firstArtifact: Self.oneDecimal(actual) + " ms"
    case .tokens: Self.oneDecimal(actual)
    case .errors, .goldenMismatches: String(format: "%.0f", actual)
    }
  }
}

extension Gate {
  /// Two decimals where they say something; nothing but a whole reads 100% and nothing but nothing 0%.
  static func percent(_ ratio: Double) -> String {
    let isPart = ratio > 0 && ratio < 1
    let shown = isPart ? min(max(ratio * 100, 0.01), 99.99) : ratio * 100
    var text = String(format: "%.2f", shown)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text + "%"
  }

  /// Bytes, from a thousand on in thousands or millions.
  static func bytes(_ value: Double) -> String {
    switch abs(value) {
    case ..<999.5: String(format: "%.0f B", value)
    case ..<999_950: String(format: "%.1f KB", value / 1_000)
    default: String(format: "%.1f MB", value / 1_000_000)
    }
  }

  static func oneDecimal(_ value: Double) -> String { String(format: "%.1f", value) }
}

extension Gate.Condition {
  func holds(of row: CaseResult) -> Bool {
    switch field {
    case .tag: row.tags.contains(value)
    case .suite: row.suite == value
    case .caseID: row.caseID == value
    case .kind: row.kind == value
    case .variant: row.variant == value
    case .model: row.model == value
    }
  }
}
