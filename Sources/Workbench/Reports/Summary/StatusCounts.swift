import Scoring

/// How many cells ended in each status.
struct StatusCounts: Codable, Hashable, Sendable {
  /// Cells all of whose trials passed.
  var passed = 0
  /// Cells with a failing check.
  var failed = 0
  /// Cells the harness could not finish.
  var errors = 0
  /// Cells that did not apply.
  var skipped = 0

  /// All cells.
  var total: Int { passed + failed + errors + skipped }

  /// The cells a verdict was reached on, which is what a pass rate is of.
  var judged: Int { passed + failed + errors }

  /// Counts the cells.
  init(_ cells: [Cell] = []) {
    for cell in cells {
      switch cell.status {
      case .passed: passed += 1
      case .failed: failed += 1
      case .error: errors += 1
      case .skipped: skipped += 1
      }
    }
  }
}
