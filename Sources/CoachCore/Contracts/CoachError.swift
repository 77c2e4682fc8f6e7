/// An error of the coach engine: a bounded code, a message for people, and the cause.
public struct CoachError: Error, Sendable, CustomStringConvertible {
  /// Bounded codes, safe as metric labels and report keys.
  public struct Code: Hashable, Sendable, CustomStringConvertible {
    private enum Value: String {
      case invalidRequest = "invalid_request"
      case notFound = "not_found"
      case unknownUser = "unknown_user"
      case unknownAgent = "unknown_agent"
      case unknownModel = "unknown_model"
      case unsupportedLanguage = "unsupported_language"
      case invalidPrompt = "invalid_prompt"
      case unknownVariant = "unknown_variant"
      case duplicateFact = "duplicate_fact"
      case missingFact = "missing_fact"
      case invalidFacts = "invalid_facts"
      case toolFailed = "tool_failed"
      case toolDenied = "tool_denied"
      case agentFailed = "agent_failed"
      case modelFailed = "model_failed"
      case unpricedModel = "unpriced_model"
      case providerUnavailable = "provider_unavailable"
      case personalDataInPrompt = "personal_data_in_prompt"
      case invalidPlan = "invalid_plan"
      case guardrailSelfTest = "guardrail_self_test"
      case budgetExhausted = "budget_exhausted"
      case deadline
      case replayMiss = "replay_miss"
      case storeFailed = "store_failed"
      case storeInUse = "store_in_use"
      case invalidEmbedding = "invalid_embedding"
      case conflict
      case finance
    }

    private let value: Value
    private init(_ value: Value) { self.value = value }

    /// The code a report names, nil when there is none.
    init?(_ description: String) {
      guard let value = Value(rawValue: description) else { return nil }
      self.init(value)
    }

    /// The code as it stands in reports.
    public var description: String { value.rawValue }

    /// The request contradicts itself or the contract.
    public static let invalidRequest = Code(.invalidRequest)
    /// The user has nothing of that name.
    public static let notFound = Code(.notFound)
    /// No portfolio is known for the user.
    public static let unknownUser = Code(.unknownUser)
    /// No agent has the name.
    public static let unknownAgent = Code(.unknownAgent)
    /// No model has the name.
    public static let unknownModel = Code(.unknownModel)
    /// The prose cannot be written in the language asked for.
    public static let unsupportedLanguage = Code(.unsupportedLanguage)
    /// A prompt file is missing, does not parse, or uses a name nobody supplies.
    public static let invalidPrompt = Code(.invalidPrompt)
    /// No prompt variant has the name.
    public static let unknownVariant = Code(.unknownVariant)
    /// Two facts share an id.
    public static let duplicateFact = Code(.duplicateFact)
    /// An agent lacks a fact it needs.
    public static let missingFact = Code(.missingFact)
    /// A facts file does not follow `facts/1`.
    public static let invalidFacts = Code(.invalidFacts)
    /// A tool could not compute its facts.
    public static let toolFailed = Code(.toolFailed)
    /// An agent asked for a tool it may not use.
    public static let toolDenied = Code(.toolDenied)
    /// An agent could not do its work.
    public static let agentFailed = Code(.agentFailed)
    /// The model gave no answer.
    public static let modelFailed = Code(.modelFailed)
    /// Money is capped, and nobody knows what the model costs.
    public static let unpricedModel = Code(.unpricedModel)
    /// A breaker is open: the model is not asked.
    public static let providerUnavailable = Code(.providerUnavailable)
    /// A rendered prompt still held personal data and was not sent.
    public static let personalDataInPrompt = Code(.personalDataInPrompt)
    /// A task graph has a cycle or names an unknown task.
    public static let invalidPlan = Code(.invalidPlan)
    /// A rail did not fire on its own sample at start-up.
    public static let guardrailSelfTest = Code(.guardrailSelfTest)
    /// An account has no room for another call.
    public static let budgetExhausted = Code(.budgetExhausted)
    /// The work was not done in its time.
    public static let deadline = Code(.deadline)
    /// A recorded run holds no answer to what was asked.
    public static let replayMiss = Code(.replayMiss)
    /// The store refused to read or write.
    public static let storeFailed = Code(.storeFailed)
    /// Another process owns the store's file.
    public static let storeInUse = Code(.storeInUse)
    /// Two vectors cannot be compared, or one is no direction at all.
    public static let invalidEmbedding = Code(.invalidEmbedding)
    /// The same key was used for another request.
    public static let conflict = Code(.conflict)
    /// The portfolio, its prices or its policy cannot be used.
    public static let finance = Code(.finance)
  }

  /// What kind of thing went wrong.
  public let code: Code
  /// What, where, and what to do.
  public let message: String
  /// The error underneath, if there is one.
  public let cause: (any Error)?

  /// Makes an error.
  public init(_ code: Code, _ message: String, cause: (any Error)? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  /// The code and the message.
  public var description: String { "\(code): \(message)" }
}
