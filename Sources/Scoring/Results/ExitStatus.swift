/// The exit status of a run: one distinct number for every way to end.
public enum ExitStatus: Int32, Hashable, Sendable, CaseIterable {
  case passed = 0
  case checkFailed = 1
  case badInput = 2
  case gateFailed = 3
  case goldenMismatch = 4
  case errorsOverBudget = 5
  case budgetStop = 6
  case inconclusive = 7
  case nothingSelected = 8
  case usage = 64
  case interrupted = 130

  /// When several hold, the first of these is the exit status.
  public static let precedence: [ExitStatus] = [
    .usage, .badInput, .interrupted, .budgetStop, .errorsOverBudget, .checkFailed, .goldenMismatch,
    .gateFailed,
    .inconclusive, .nothingSelected, .passed,
  ]

  /// The word summaries carry.
  public var reason: String {
    switch self {
    case .passed: "passed"
    case .checkFailed: "check"
    case .badInput: "bad_input"
    case .gateFailed: "gate"
    case .goldenMismatch: "golden"
    case .errorsOverBudget: "errors"
    case .budgetStop: "budget"
    case .inconclusive: "inconclusive"
    case .nothingSelected: "nothing_selected"
    case .usage: "usage"
    case .interrupted: "interrupted"
    }
  }
}
