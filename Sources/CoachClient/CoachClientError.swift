/// Why a call to the coach failed, or a stream of it ended without its terminal event.
public struct CoachClientError: Error, Sendable, CustomStringConvertible {
  /// The kinds of failure: a bounded set, fit for labels.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// Its name in snake case.
    public let description: String

    /// The request was not to be understood (400, 413, 415, 422).
    public static let badRequest = Code(description: "bad_request")
    /// Nobody is signed in, or no longer (401).
    public static let unauthorized = Code(description: "unauthorized")
    /// The user may not do that (403).
    public static let forbidden = Code(description: "forbidden")
    /// There is no such session for this user (404).
    public static let notFound = Code(description: "not_found")
    /// It does not fit what the server knows, as an idempotency key with another body (409).
    public static let conflict = Code(description: "conflict")
    /// Too many calls (429).
    public static let rateLimited = Code(description: "rate_limited")
    /// The server cannot answer for now (5xx).
    public static let unavailable = Code(description: "unavailable")
    /// An answer that is none of the contract.
    public static let malformedAnswer = Code(description: "malformed_answer")
    /// The connection failed; the cause is the transport's error.
    public static let transport = Code(description: "transport")
    /// No progress over all the tries the policy allows.
    public static let retriesExhausted = Code(description: "retries_exhausted")
    /// An event is missing between two.
    public static let gap = Code(description: "gap")
    /// An event came whose place had passed.
    public static let outOfOrder = Code(description: "out_of_order")
    /// One sequence number came with two payloads.
    public static let conflictingEvent = Code(description: "conflicting_event")
    /// The task was cancelled.
    public static let cancelled = Code(description: "cancelled")
  }

  /// The kind.
  public let code: Code
  /// The status of the answer, if there was one.
  public let status: Int?
  /// What happened and what to do.
  public let message: String
  /// What it follows from.
  public let cause: (any Error)?

  /// Creates an error.
  public init(_ code: Code, _ message: String, status: Int? = nil, cause: (any Error)? = nil) {
    self.code = code
    self.status = status
    self.message = message
    self.cause = cause
  }

  /// The code and the message.
  public var description: String { "\(code): \(message)" }
}
