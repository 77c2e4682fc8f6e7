/// Why no answer came, or not all of it.
public struct TransportError: Error, Sendable, CustomStringConvertible {
  /// The kinds of failure: a bounded set, fit for labels of metrics.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    /// Its name in snake case.
    public let description: String

    /// The request cannot be sent as it is: URL, method or a header.
    public static let invalidRequest = Code(description: "invalid_request")
    /// No name, no route, or nobody listens: no byte of the request left.
    public static let couldNotConnect = Code(description: "could_not_connect")
    /// TLS failed: no common version, or a certificate that does not hold.
    public static let tls = Code(description: "tls")
    /// A phase lasted too long; which one is ``TransportError/phase``.
    public static let timedOut = Code(description: "timed_out")
    /// The peer closed before the answer was complete.
    public static let closed = Code(description: "closed")
    /// The answer is no HTTP/1.1.
    public static let malformed = Code(description: "malformed")
    /// The head or body is larger than allowed.
    public static let tooLarge = Code(description: "too_large")
    /// More redirects than allowed.
    public static let tooManyRedirects = Code(description: "too_many_redirects")
    /// The task was cancelled or the body given up.
    public static let cancelled = Code(description: "cancelled")
    /// The transport was shut down.
    public static let shutDown = Code(description: "shut_down")
    /// The peer's server of mail said no for now (4yz of RFC 5321).
    public static let refusedForNow = Code(description: "refused_for_now")
    /// The peer's server of mail said no for good (5yz of RFC 5321).
    public static let refused = Code(description: "refused")
    /// The peer's server of mail takes nothing from this client: it said no to the connection or the sign-in.
    public static let serverRefused = Code(description: "server_refused")
    /// Anything else: an error of this machine or of the library.
    public static let failed = Code(description: "failed")
  }

  /// The kind.
  public let code: Code

  /// What happened, where and what to do, without query strings, headers or bodies.
  public let message: String

  /// The phase that lasted too long, for ``Code/timedOut``.
  public let phase: TransportPhase?

  /// What it follows from.
  public let cause: (any Error)?

  /// Creates an error.
  public init(
    _ code: Code, _ message: String, phase: TransportPhase? = nil, cause: (any Error)? = nil
  ) {
    self.code = code
    self.message = message
    self.phase = phase
    self.cause = cause
  }

  /// The code and the message.
  public var description: String { "\(code): \(message)" }
}
