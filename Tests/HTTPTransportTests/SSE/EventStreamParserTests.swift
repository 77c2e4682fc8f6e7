import HTTPTransport
import Testing

@Suite("Event stream parser")
struct EventStreamParserTests {
  private func parse(_ text: String, limits: EventStreamLimits = .init()) throws -> [EventStreamElement] {
    var parser = EventStreamParser(limits: limits, reportsComments: true)
    var elements: [EventStreamElement] = []
    try parser.consume(Array(text.utf8), into: &elements)
    return elements
  }

  @Test("comments are reported when asked for")
  func comments() throws {
    let event = ServerSentEvent(data: "1")
    #expect(try parse(": hb\n\n:\ndata: 1\n\n") == [.comment(" hb"), .comment(""), .event(event)])
  }

  @Test("every line end does: LF, CR, CRLF and all of them mixed", arguments: ["\n", "\r", "\r\n"])
  func lineEnds(_ end: String) throws {
    let text = ["id: 7", "event: a", "data: x", "data: y", "", "data: z", "", ""].joined(separator: end)
    let first = ServerSentEvent(type: "a", data: "x\ny", lastEventID: "7", id: "7")
    #expect(try parse(text) == [.event(first), .event(ServerSentEvent(data: "z", lastEventID: "7"))])
  }

  @Test("the id of a block cut off by the end is not taken for the next connection")
  func cutBlock() throws {
    var parser = EventStreamParser(lastEventID: "3")
    var elements: [EventStreamElement] = []
    try parser.consume(Array("id: 4\ndata: x\n".utf8), into: &elements)
    #expect(parser.lastEventID == "3")
    try parser.consume(Array("\n".utf8), into: &elements)
    #expect(parser.lastEventID == "4")
    #expect(elements == [.event(ServerSentEvent(data: "x", lastEventID: "4", id: "4"))])
  }

  @Test("a block of an id alone moves the id, but is no event")
  func idAlone() throws {
    var parser = EventStreamParser()
    var elements: [EventStreamElement] = []
    try parser.consume(Array("id: 9\n\n".utf8), into: &elements)
    #expect(elements.isEmpty)
    #expect(parser.lastEventID == "9")
  }

  @Test("retry takes digits only, and none is too large")
  func retry() throws {
    var parser = EventStreamParser()
    var elements: [EventStreamElement] = []
    for (line, expected) in [
      ("retry: 20", 20), ("retry: -1", 20), ("retry: 1.5", 20), ("retry: \u{663}", 20), ("retry:", 20),
      ("retry: 99999999999999999999", Int.max),
    ] {
      try parser.consume(Array("\(line)\n".utf8), into: &elements)
      #expect(parser.reconnectionTime == expected, "\(line)")
    }
  }

  @Test("bytes that are no UTF-8 become U+FFFD")
  func invalidBytes() throws {
    var parser = EventStreamParser()
    var elements: [EventStreamElement] = []
    try parser.consume(Array("data: a".utf8) + [0xff, 0xe2, 0x80] + Array("\n\n".utf8), into: &elements)
    #expect(elements == [.event(ServerSentEvent(data: "a\u{fffd}\u{fffd}"))])
  }

  @Test("too long a line or event is an error that stays, after what was complete", arguments: [1, 3, 1_000])
  func limits(_ size: Int) throws {
    for (text, code) in [
      ("data: 1\n\ndata: 123456789012345\n\n", EventStreamError.Code.lineTooLong),
      ("data: 1\n\ndata: 1234567890\ndata: 1234567890\n\n", .eventTooLarge),
    ] {
      var parser = EventStreamParser(limits: EventStreamLimits(lineBytes: 16, eventBytes: 20))
      var elements: [EventStreamElement] = []
      var failure: EventStreamError?
      let bytes = Array(text.utf8)
      for start in stride(from: 0, to: bytes.count, by: size) where failure == nil {
        do throws(EventStreamError) {
          try parser.consume(Array(bytes[start..<min(start + size, bytes.count)]), into: &elements)
        } catch {
          failure = error
        }
      }
      #expect(failure?.code == code)
      #expect(elements == [.event(ServerSentEvent(data: "1"))])
      var later: [EventStreamElement] = []
      let again = Result { () throws(EventStreamError) in try parser.consume([10], into: &later) }
      #expect(throws: EventStreamError.self) { try again.get() }
    }
  }
}
