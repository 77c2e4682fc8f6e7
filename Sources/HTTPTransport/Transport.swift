/// What carries one HTTP request to a server and its answer back.
///
/// The answer's head is returned as soon as it is complete; its body is read from ``TransportResponse/body``.
/// Implementations: ``CurlTransport``; recording and replaying ones wrap it.
public protocol Transport: Sendable {
  /// Sends a request and returns once the head of the answer is there.
  ///
  /// Any status is an answer; only what kept an answer from coming is an error. Cancelling the task closes the
  /// connection.
  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse
}
