/// Why a provider gave no answer, as the circuit breaker has to know it.
public struct ProviderFailure: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Kind: Hashable, Sendable {
    /// The provider answered with an error of its own (5xx).
    case server
    /// No answer in time.
    case timeout
    /// No connection, or a lost one.
    case connection
    /// Too many requests (429); the provider asks to wait so long.
    case rateLimited(retryAfter: Duration?)
    /// The request was wrong (4xx): says nothing of the provider's health.
    case badRequest
    /// The provider's policy refused the content: says nothing of its health.
    case refused
  }

  /// What went wrong.
  public let kind: Kind
  /// What, and what to do.
  public let message: String

  /// Describes a failure.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
