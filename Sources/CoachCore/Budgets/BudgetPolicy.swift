/// The caps a run is held to, and how calls are estimated (domain rules §7).
public struct BudgetPolicy: Hashable, Sendable {
  /// The cap of one session unless its request sets a lower one; nil for none.
  public var session: BudgetCap?
  /// The cap of one user and IST day; the user's own `daily_token_cap` may lower it; nil for none.
  public var userDay: BudgetCap?
  /// The cap of all users and one IST day; nil for none.
  public var globalDay: BudgetCap?
  /// Tokens one call may send at most; a prompt that may be longer is not sent, and the template writes instead.
  public var requestTokens = 64_000
  /// Tokens one call may receive at most; what is sent to the provider as `max_completion_tokens`.
  public var completionTokens = 1_200
  /// Tokens a byte of prompt is taken for; 1 is a bound no tokenizer passes, until a provider's ratio was measured.
  public var tokensPerByte = 1.0
  /// The share of a cap at which a warning is given.
  public var warningShare = 0.8
  /// `provider/model` whose price stands for a model that has none, such as the embedded one.
  public var pricedAs: String?
  /// How fast all sessions together may spend.
  public var spending = SpendLimits()

  /// No caps.
  public init() {}

  /// - Throws: `CoachError` with code `invalid_request` for a number that is none or below what makes sense.
  func check() throws(CoachError) {
    let caps = [session, userDay, globalDay, spending.perMinute, spending.perDay].compactMap(\.self)
    guard requestTokens > 0, completionTokens > 0, tokensPerByte > 0, tokensPerByte <= 1_000,
      warningShare > 0, warningShare <= 1, !caps.contains(where: \.isNegative)
    else {
      throw CoachError(
        .invalidRequest,
        "the budget policy has a cap below nothing, or a ratio or a bound outside its range; correct it")
    }
  }
}
