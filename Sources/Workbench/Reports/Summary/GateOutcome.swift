import Scoring

/// A gate of a suite and whether it held, as `summary.json` has it.
struct GateOutcome: Codable, Hashable, Sendable {
  /// The suite that sets the gate.
  var suite: String
  /// The gate in its standard spelling, for example `pass_rate >= 1.0`.
  var gate: String
  /// How it came out.
  var status: GateResult.Status
  /// The figure found, in the metric's own unit: a rate 0…1, dollars, milliseconds or a count; nil for an error.
  var actual: Double?
  /// One line.
  var message: String

  /// Names the suite of a result.
  init(suite: String, _ result: GateResult) {
    self.init(
      suite: suite, gate: result.gate.description, status: result.status, actual: result.actual,
      message: result.message)
  }

  /// States an outcome.
  init(suite: String, gate: String, status: GateResult.Status, actual: Double?, message: String) {
    self.suite = suite
    self.gate = gate
    self.status = status
    self.actual = actual
    self.message = message
  }

  /// `actual` as a person reads it: the unit follows from the metric, the first word of the gate.
  var figure: String {
    guard let actual else { return "–" }
    let metric = gate.prefix { !$0.isWhitespace }
    if metric.hasPrefix("cost") { return "$" + Figures.plain(actual, decimals: 6) }
    if metric.hasPrefix("latency") || metric.hasPrefix("first_artifact") || metric.hasPrefix("ttft") {
      return Figures.duration(milliseconds: actual)
    }
    let isRate = metric.contains("pass_rate") || (metric == "errors" && gate.contains("%"))
    return isRate ? Figures.percent(actual) : Figures.plain(actual)
  }
}
