/// The rows of a run by how they came out.
public struct RunTally: Hashable, Sendable {
  /// Rows that passed.
  public private(set) var passed = 0
  /// Rows that failed.
  public private(set) var failed = 0
  /// Rows that could not be judged.
  public private(set) var errors = 0
  /// Rows that had nothing to judge.
  public private(set) var skipped = 0
  /// Rows, failed or in error, in which a check other than `golden` failed.
  public private(set) var otherFailures = 0
  /// Rows, failed or in error, in which of all checks only `golden` failed.
  public private(set) var goldenFailures = 0

  /// Counts rows.
  public init(_ results: [CaseResult]) {
    for row in results {
      switch row.status {
      case .passed: passed += 1
      case .failed: failed += 1
      case .error: errors += 1
      case .skipped: skipped += 1
      }
      let failures = row.checks.filter { $0.status == .failed }
      if failures.contains(where: { $0.check != "golden" }) || (failures.isEmpty && row.status == .failed) {
        otherFailures += 1
      } else if !failures.isEmpty {
        goldenFailures += 1
      }
    }
  }

  /// Rows that were run: all but the skipped.
  public var judged: Int { passed + failed + errors }
}
