import CoachCore
import Synchronization

/// A model behind a provider that fails in one way; it goes by the model's own name.
///
/// To the engine it is a provider like any other, with a circuit breaker, since it is not embedded.
final class FaultyProvider: LanguageModel {
  let name: String
  let provenance = "simulated"
  private let base: any LanguageModel
  private let fault: ProviderFault
  private let calls = Mutex(0)

  /// - Parameter base: what answers where the provider does.
  init(_ base: any LanguageModel, fault: ProviderFault) {
    name = base.name
    self.base = base
    self.fault = fault
  }

  /// The base's answer, unless the provider is in its way.
  ///
  /// - Throws: `ProviderFailure`, or `CancellationError` where the provider never answers.
  func generate(_ request: ModelRequest) async throws -> ModelResponse {
    let number = calls.withLock { calls in
      calls += 1
      return calls
    }
    switch fault {
    case .down: throw ProviderFailure(.server, "the provider answers 503")
    case .flaky where number == 1: throw ProviderFailure(.connection, "the connection was lost")
    case .limited: throw ProviderFailure(.rateLimited(retryAfter: .seconds(3600)), "too many requests")
    case .silent:
      // Longer than any case may take; the caller's cancel ends it.
      try await Task.sleep(for: .seconds(86_400))
      throw CancellationError()
    case .overcharging:
      let answer = try await base.generate(request)
      return ModelResponse(
        text: answer.text,
        usage: TokenUsage(
          calls: 1, inputTokens: answer.usage.inputTokens, outputTokens: 10 * request.maxCompletionTokens,
          estimated: false), finish: answer.finish)
    case .flaky: return try await base.generate(request)
    }
  }
}
