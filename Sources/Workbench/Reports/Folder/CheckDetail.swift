import Scoring

/// One check with all it had to say: an element of `checks` in a line of `records.jsonl`.
///
/// A row of `results.jsonl` has room for one line a check, so the full text stands beside the record.
struct CheckDetail: Codable, Hashable, Sendable {
  /// The check's name, for example `golden`.
  var check: String
  /// How it ended.
  var status: CheckStatus
  /// One line.
  var message: String
  /// Everything that is wrong, a line each; for a golden `/pointer   expected -> actual`.
  var details: [String]

  /// Keeps a result.
  init(_ result: CheckResult) {
    self.init(check: result.check, status: result.status, message: result.message, details: result.details)
  }

  /// States what a check said.
  init(check: String, status: CheckStatus, message: String, details: [String] = []) {
    self.check = check
    self.status = status
    self.message = message
    self.details = details
  }

  /// Whether it needs a person's attention.
  var isFailing: Bool { status == .failed || status == .error }
}
