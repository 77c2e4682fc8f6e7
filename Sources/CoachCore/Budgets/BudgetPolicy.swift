/// The caps a run is held to, and how calls are estimated (domain rules §7).
public struct BudgetPolicy: Hashable, Sendable {
  /// The cap of one session unless its request sets a lower one; nil for none.
  public var session: BudgetAmount?
  /// The cap of one user and IST day; nil for none.
  public var userDay: BudgetAmount?
  /// The cap of all users and one IST day; nil for none.
  public var globalDay: BudgetAmount?
  /// Tokens one call may send at most.
  public var requestTokens = 32_000
  /// Tokens one call may receive at most; what is sent to the provider as `max_completion_tokens`.
  public var completionTokens = 1_200
  /// Tokens a byte of prompt is taken for; 1 is a bound no tokenizer passes, until a provider's ratio was measured.
  public var tokensPerByte = 1.0
  /// The share of a cap at which a warning is given.
  public var warningShare = 0.8
  /// `provider/model` whose price stands for a model that has none, such as the embedded one.
  public var pricedAs: String?

  /// No caps.
  public init() {}

  /// Whether anything is capped, so that calls have to be reserved.
  var isCapped: Bool { session != nil || userDay != nil || globalDay != nil }
}
