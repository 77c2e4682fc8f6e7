import CoachCore
import HTTPTypes
import Hummingbird
import JSONKit
import NIOCore

extension EngineAPI {
  /// Sends a session's events from behind the client's cursor to the terminal event.
  ///
  /// Not `async`, though it may look into the store: the room that a task once took for its frames is kept for as long
  /// as the connection lives, and a stream's connection lives long.
  func stream(_ request: Request, _ context: ServiceContext) throws -> Response {
    let query = try QueryItems(request, knowing: ["session_id", "after"])
    let cursor = try StreamCursor(lastEventID: request.headers[.lastEventID], after: query["after"])
    let user = try context.authenticated()
    let owner = Principal(user: user)
    let session = try query.required("session_id")
    guard try store.session(session, as: owner) != nil else { throw Problem.notFound }
    // It follows before it looks, so that what is told in between is not lost.
    let subscription = try hub.subscribe(to: session, as: user)
    do throws(any Error) {
      let head = try store.lastSeq(session: session, as: owner)
      guard cursor.seq <= head else {
        var problem = Problem(
          .conflict, "cursor_ahead", "the session has \(head) events; start again after one of them")
        problem.members["head"] = .number(.init(head))
        throw problem
      }
      if cursor.seq == head, try store.session(session, as: owner)?.ending != nil {
        hub.unsubscribe(subscription)
        return Response(status: .noContent)
      }
    } catch {
      hub.unsubscribe(subscription)
      throw error
    }
    let stream = EventStream(session: session, owner: owner, store: store, clock: clock)
    return Response(
      status: .ok, headers: .eventStream,
      body: ResponseBody { writer in
        defer { hub.unsubscribe(subscription) }
        try await request.body.consumeWithInboundCloseHandler { _ in
          try await stream.send(after: cursor, subscription, to: &writer)
        } onInboundClosed: {
          hub.unsubscribe(subscription)
        }
        try await writer.finish(nil)
      })
  }
}

extension HTTPField.Name {
  // swift-format-ignore: NeverForceUnwrap
  static let lastEventID = HTTPField.Name("Last-Event-ID")!
  // swift-format-ignore: NeverForceUnwrap
  static let accelBuffering = HTTPField.Name("X-Accel-Buffering")!
}

extension HTTPFields {
  /// The head of an event stream; proxies are asked to keep their hands off it (domain rules §6).
  ///
  /// Its connection is closed behind it, and a client that pools connections has to know.
  static var eventStream: HTTPFields {
    [
      .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-cache, no-transform",
      .accelBuffering: "no", .xContentTypeOptions: "nosniff", .connection: "close",
    ]
  }
}
