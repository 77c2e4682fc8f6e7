import Scoring

/// One cell of the matrix case × variant × model with all its trials, which counts as one.
struct Cell {
  /// The trials in the order of the results file; never empty.
  let trials: [CaseResult]

  /// The trial shown for the cell: the first one that did not pass, else the first.
  let shown: CaseResult

  /// The cell's status: an error outranks a failure, a failure a pass, and only a cell of skips is skipped.
  let status: CheckStatus

  private init?(_ trials: [CaseResult]) {
    let worst = CheckStatus(reducing: trials.map(\.status))
    guard let shown = trials.first(where: { $0.status == worst }) else { return nil }
    self.trials = trials
    self.shown = shown
    self.status = worst
  }

  /// Whether the cell needs a person's attention.
  var isFailing: Bool { status == .failed || status == .error }

  /// The sum of the trials' latencies in milliseconds.
  var totalMilliseconds: Double { trials.reduce(0) { $0 + $1.latencyMilliseconds } }

  /// Groups rows by suite, case, variant and model, in order of first appearance.
  static func group(_ rows: [CaseResult]) -> [Cell] {
    struct Key: Hashable { let suite, id, variant, model: String }
    var order: [Key] = []
    var trials: [Key: [CaseResult]] = [:]
    for row in rows {
      let key = Key(suite: row.suite, id: row.caseID, variant: row.variant, model: row.model)
      if trials[key] == nil { order.append(key) }
      trials[key, default: []].append(row)
    }
    return order.compactMap { Cell(trials[$0] ?? []) }
  }
}
