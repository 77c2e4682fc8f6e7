import CoachCore
import Scoring

/// What a session was allowed and what it took, in tokens.
struct BudgetFigures: Codable, Hashable, Sendable {
  /// The cap its request brought.
  var cap: Int
  /// The tokens of its calls, added up by the listener.
  var used: Int
  /// Whether it ran out.
  var isExhausted: Bool
  /// Whether more was taken than allowed, by its own account, by its events or by the listener's sum.
  var isOverrun: Bool

  enum CodingKeys: String, CodingKey {
    case cap, used
    case isExhausted = "exhausted"
    case isOverrun = "overrun"
  }

  /// Reads what a session's events say of its budget.
  init(cap: Int, _ use: TokenUse, transcript: SessionTranscript) {
    self.cap = cap
    used = use.tokens
    isExhausted = transcript.outcome == .budgetExhausted
    let spent = use.ranOutOf == .session ? use.spent ?? 0 : 0
    isOverrun = max(used, spent) > cap || transcript.first("budget.overrun") != nil
  }
}
