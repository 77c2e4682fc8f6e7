import Hummingbird

/// The last event a client has seen, as it says itself.
struct StreamCursor: Hashable, Sendable {
  /// 0 for a client that has seen nothing.
  let seq: Int

  /// Reads `Last-Event-ID`, which a browser sends when it comes back, or else `after`, which a program may send at once.
  ///
  /// - Throws: `Problem` with status 400 for what is no number of an event.
  init(lastEventID: String?, after: String?) throws {
    // A stream whose ids were never set sends the header empty or not at all.
    guard let text = lastEventID.flatMap({ $0.isEmpty ? nil : $0 }) ?? after else {
      seq = 0
      return
    }
    guard let seq = Int(digits: text), text == String(seq) else {
      throw Problem.badRequest("the last event's id must be a whole number", code: "invalid_cursor")
    }
    self.seq = seq
  }
}
