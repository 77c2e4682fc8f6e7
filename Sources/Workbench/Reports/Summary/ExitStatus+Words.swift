import Scoring

extension ExitStatus {
  /// The status whose word summaries carry, nil for a word of another version.
  init?(reason: String) {
    guard let status = Self.allCases.first(where: { $0.reason == reason }) else { return nil }
    self = status
  }

  /// Why a run ended so, for the report's verdict.
  var words: String {
    switch self {
    case .passed: "every check and every gate passed"
    case .usage: "the command line was not understood"
    case .badInput: "a suite, fixture or configuration could not be read"
    case .interrupted: "the run was interrupted; the report holds what had finished"
    case .budgetStop: "a budget or deadline stopped the run"
    case .errorsOverBudget: "more cases ended in an error than the error budget allows"
    case .checkFailed: "a check failed"
    case .goldenMismatch: "an output differs from its golden"
    case .gateFailed: "a gate did not hold"
    case .inconclusive: "the comparison is inconclusive"
    case .nothingSelected: "no case was selected"
    }
  }
}
