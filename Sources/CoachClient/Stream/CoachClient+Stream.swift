import HTTPTransport

extension CoachClient {
  /// What a request for the stream led to.
  enum Opening {
    case stream(TransportBody)
    case ended(StreamResumption.Ending)
  }

  /// Asks for the events after one.
  ///
  /// - Throws: what no other try would mend: a request that cannot be written, an answer that is no stream.
  func openStream(session: String, after: Int) async throws(CoachClientError) -> Opening {
    var request = try request("GET", "/api/ai/coach/stream", query: [("sessionId", session)])
    request.limits.idle = policy.heartbeatTimeout
    request.limits.whole = nil
    do throws(TransportError) {
      try request.headers.append("Accept", "text/event-stream")
      if after > 0 { try request.headers.append("Last-Event-ID", String(after)) }
      let response = try await transport.send(request)
      return try await opening(response)
    } catch {
      return .ended(.lost(error))
    }
  }

  private func opening(_ response: TransportResponse) async throws(TransportError) -> Opening {
    if response.status == 204 { return .ended(.over) }
    if response.status == 200 {
      do throws(EventStreamError) {
        try EventStreamResponse.check(status: 200, contentType: response.headers["Content-Type"])
      } catch {
        let failure = CoachClientError(.malformedAnswer, error.message, status: 200, cause: error)
        return .ended(.refused(failure, status: 200, retryAfter: nil))
      }
      return .stream(response.body)
    }
    let error = CoachClientError.status(
      response.status, call: "GET stream", body: try await response.body.collect())
    let retryAfter = RetryAfter.duration(response.headers["Retry-After"], date: response.headers["Date"])
    return .ended(.refused(error, status: response.status, retryAfter: retryAfter))
  }
}
