/// The answer to a request: its head, and its body as it comes.
public struct TransportResponse: Sendable {
  /// The status code.
  public let status: Int

  /// The header fields as they came.
  public let headers: TransportHeaders

  /// The body; reading it is what lets more of it come.
  public let body: TransportBody

  /// The timings up to the head.
  public let timings: TransportTimings

  /// Creates an answer.
  public init(
    status: Int, headers: TransportHeaders, body: TransportBody, timings: TransportTimings = .init()
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.timings = timings
  }
}
