import Scoring

/// How a status is written and coloured.
struct StatusLabel {
  /// The word, which never leaves it to the colour alone.
  let word: String
  /// The style class: `ok`, `bad`, `err` or `mute`.
  let tone: String

  /// Labels the status of a gate.
  init(_ status: GateResult.Status) {
    switch status {
    case .passed: self.init(CheckStatus.passed)
    case .failed: self.init(CheckStatus.failed)
    case .error: self.init(CheckStatus.error)
    }
  }

  /// Labels the status of a check or a case.
  init(_ status: CheckStatus) {
    switch status {
    case .passed: (word, tone) = ("passed", "ok")
    case .failed: (word, tone) = ("failed", "bad")
    case .error: (word, tone) = ("error", "err")
    case .skipped: (word, tone) = ("skipped", "mute")
    }
  }
}
