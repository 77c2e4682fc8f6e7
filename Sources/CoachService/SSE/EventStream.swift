import CoachCore
import Hummingbird
import NIOCore

/// One client's stream of a session: what the log has behind its cursor, then what is told, without gap or overlap.
///
/// It follows before it reads, so that nothing falls between the two, and leaves out what it has sent. Domain rules §6.
struct EventStream: Sendable {
  /// Events read from the log at a time.
  static let page = 256

  let session: String
  let owner: Principal
  let store: any CoachStore
  let clock: RunClock

  /// Sends the stream to its end.
  ///
  /// Not inlined, nor what it calls: a stream holds its frame as long as it lives, with room for each copy of either.
  ///
  /// - Parameters:
  ///   - cursor: what the client has seen.
  ///   - subscription: follows the session since before the cursor was checked.
  ///   - writer: where the bytes go; it waits while the peer does not read.
  @inline(never)
  func send(
    after cursor: StreamCursor, _ subscription: Subscription, to writer: inout any ResponseBodyWriter
  ) async throws {
    try await writer.write(ByteBuffer(string: "retry: 2000\n: the stream of a coach session\n\n"))
    var sent = cursor.seq
    var isOver = try await replay(after: &sent, to: &writer)
    while !isOver {
      switch await subscription.next(now: clock.nanoseconds()) {
      case .frames(let frames):
        isOver = try await send(frames, after: &sent, to: &writer)
      case .look:
        isOver = try await replay(after: &sent, to: &writer)
      case .heartbeat:
        try await writer.write(ByteBuffer(string: ": hb\n\n"))
      case .ended(let ending):
        if let farewell = Self.farewell(ending) { try await writer.write(farewell) }
        return
      }
    }
  }

  /// - Returns: whether the session has ended with what was sent.
  @inline(never)
  private func replay(after sent: inout Int, to writer: inout any ResponseBodyWriter) async throws -> Bool {
    while true {
      let stored = try store.eventTexts(session: session, after: sent, limit: Self.page, as: owner)
      guard let last = stored.last else { return false }
      var bytes = ByteBuffer()
      for event in stored { bytes.writeImmutableBuffer(EventFrame(event, of: session).bytes) }
      try await writer.write(bytes)
      sent = last.seq
      if last.type.isTerminal { return true }
      if stored.count < Self.page { return false }
    }
  }

  @inline(never)
  private func send(
    _ frames: [EventFrame], after sent: inout Int, to writer: inout any ResponseBodyWriter
  ) async throws -> Bool {
    var bytes = ByteBuffer()
    var isOver = false
    for frame in frames {
      if let seq = frame.seq {
        guard seq > sent else { continue }
        guard seq == sent + 1 else {
          // Another process told what lies between: the log has all of it.
          if bytes.readableBytes > 0 { try await writer.write(bytes) }
          return try await replay(after: &sent, to: &writer)
        }
        sent = seq
        isOver = frame.isTerminal
      }
      bytes.writeImmutableBuffer(frame.bytes)
    }
    if bytes.readableBytes > 0 { try await writer.write(bytes) }
    return isOver
  }

  /// The last comment of a stream its client is to come back for.
  private static func farewell(_ ending: Subscription.Ending) -> ByteBuffer? {
    switch ending {
    case .overflow: ByteBuffer(string: ": too slow; resume from the last event\n\n")
    case .deadline: ByteBuffer(string: ": long enough; resume from the last event\n\n")
    case .shutdown: ByteBuffer(string: "retry: 1000\n: the service stops; resume from the last event\n\n")
    case .gone: nil
    }
  }
}
