import CoachCore
import JSONKit
import Scoring

/// What a session took, by its own events.
struct TokenUse: Hashable, Sendable {
  /// The tokens its calls sent, and those that came back, added up by the listener.
  ///
  /// Of a session that was cancelled it is the least it took: a call under way is charged, and told by nobody.
  var input = 0
  var output = 0
  /// The account that had no room; nil for a session that did not run out.
  var ranOutOf: BudgetScope.Kind?
  /// What that account held by then, and its cap.
  var spent: Int?
  var cap: Int?

  /// All tokens of its calls.
  var tokens: Int { SessionTranscript.sum(input, output) }

  /// Nothing.
  init() {}

  /// Reads it from a session's events.
  init(_ transcript: SessionTranscript) {
    let calls = transcript.usage(of: nil)
    (input, output) = (calls.inputTokens, calls.outputTokens)
    guard transcript.outcome == .budgetExhausted, let end = transcript.events.last?.data else { return }
    ranOutOf = end["scope"]?.string.flatMap(BudgetScope.Kind.init)
    spent = end["spent"]?["tokens"]?.int
    cap = end["cap"]?["tokens"]?.int
  }
}
