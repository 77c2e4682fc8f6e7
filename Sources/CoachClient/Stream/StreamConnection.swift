import HTTPTransport

/// One open connection of a stream: its bytes and the parser they go through.
struct StreamConnection {
  let number: Int
  private var body: TransportBody.AsyncIterator
  private var parser: EventStreamParser

  init(number: Int, body: TransportBody) {
    self.number = number
    self.body = body.makeAsyncIterator()
    parser = EventStreamParser()
  }

  /// The last `retry` field of this connection in milliseconds.
  var retry: Int? { parser.reconnectionTime }

  /// Reads on and appends the events that are complete; false at the end of the bytes.
  mutating func read(
    into events: inout [EventStreamElement], isolation actor: isolated (any Actor)?
  ) async throws(TransportError) -> Bool {
    guard let bytes = try await body.next(isolation: actor) else { return false }
    do throws(EventStreamError) {
      try parser.consume(bytes, into: &events)
    } catch {
      throw TransportError(.tooLarge, error.message, cause: error)
    }
    return true
  }
}
