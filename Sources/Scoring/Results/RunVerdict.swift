/// How a whole run came out: its exit status, and every reason that holds.
public struct RunVerdict: Hashable, Sendable {
  /// The reasons in order of precedence; empty for a run that passed.
  public let reasons: [ExitStatus]

  /// The first of the reasons.
  public var status: ExitStatus { reasons.first ?? .passed }

  /// Orders the conditions that hold.
  public init(_ conditions: Set<ExitStatus>) {
    reasons = ExitStatus.precedence.filter { $0 != .passed && conditions.contains($0) }
  }

  /// Judges the rows and gates of a run.
  ///
  /// - Parameters:
  ///   - results: all rows; a row that failed in `golden` alone is a golden mismatch. An error does not hide a
  ///     failed check of the same row.
  ///   - gates: the results of the suite's gates; a gate in error has not held. An unsliced `errors <= x` among them
  ///     sets how many errors are tolerated; without one, none.
  ///   - conditions: what the caller knows beside the rows: bad input, an interrupt, a stop, obsolete goldens.
  public init(results: [CaseResult], gates: [GateResult], conditions: Set<ExitStatus> = []) {
    var conditions = conditions
    let tally = RunTally(results)
    // Rows that were all skipped prove as little as no rows.
    if tally.judged == 0 { conditions.insert(.nothingSelected) }
    if tally.otherFailures > 0 { conditions.insert(.checkFailed) }
    if tally.goldenFailures > 0 { conditions.insert(.goldenMismatch) }
    if tally.errors > 0, !ErrorBudget(gates.map(\.gate)).allows(tally) {
      conditions.insert(.errorsOverBudget)
    }
    if gates.contains(where: { $0.status != .passed }) { conditions.insert(.gateFailed) }
    self.init(conditions)
  }
}
