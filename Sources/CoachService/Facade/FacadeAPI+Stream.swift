import HTTPTransport
import Hummingbird
import NIOCore

extension FacadeAPI {
  /// Passes a session's stream on as it comes.
  ///
  /// Who asks is proved by their session or by a ticket. A stream that was opened stays open when the proof runs out; the
  /// next opening asks for a new one.
  func stream(_ request: Request, _ context: ServiceContext) async throws -> Response {
    let query = try QueryItems(request, knowing: ["sessionId", "after", "ticket"])
    let session = try query.required("sessionId")
    let subject =
      if let ticket = query["ticket"] {
        try await tickets.redeem(ticket, session: session)
      } else {
        try await users.subject(of: request)
      }
    try rates.admit(subject, of: request, context)
    let upstream = try await gateway.stream(
      session, after: query["after"], lastEventID: request.headers[.lastEventID], as: subject)
    guard upstream.status == 200 else { return Response(status: .noContent) }
    let body = upstream.body
    let number = try streams.add { body.cancel() }
    let streams = streams
    return Response(
      status: .ok, headers: .eventStream,
      body: ResponseBody { writer in
        defer {
          body.cancel()
          streams.remove(number)
        }
        try await request.body.consumeWithInboundCloseHandler { _ in
          do {
            for try await chunk in body { try await writer.write(ByteBuffer(bytes: chunk)) }
          } catch {
            // What breaks the engine's stream breaks this one: its client knows to come back.
            guard streams.isStopping else { throw error }
            try await writer.write(Self.farewell)
          }
        } onInboundClosed: {
          body.cancel()
        }
        try await writer.finish(nil)
      })
  }

  private static let farewell = ByteBuffer(
    string: "\n\nretry: 1000\n: the service stops; resume from the last event\n\n")
}
