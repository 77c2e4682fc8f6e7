import Glibc

/// Reads an event stream: bytes in, in pieces cut anywhere, and events out.
///
/// To the standard (WHATWG HTML §9.2.6): CR, LF and CRLF end a line; one leading byte order mark is dropped; an
/// event not closed by a blank line is never reported. The events do not depend on where the bytes are cut.
public struct EventStreamParser: Sendable {
  /// The id a client sends as `Last-Event-ID` when it reconnects: of the last event closed by a blank line.
  public private(set) var lastEventID: String

  /// The last `retry` field in milliseconds, if there was one.
  public private(set) var reconnectionTime: Int?

  private let limits: EventStreamLimits
  private let reportsComments: Bool
  private var line: [UInt8] = []
  private var block: EventBlock
  private var isAfterCR = false
  private var markBytes = 0
  private var failure: EventStreamError?

  /// Creates a parser.
  ///
  /// - Parameters:
  ///   - lastEventID: the id carried over from the connection before.
  ///   - reportsComments: whether comments are reported, by which a client sees heartbeats.
  public init(
    limits: EventStreamLimits = .init(), lastEventID: String = "", reportsComments: Bool = false
  ) {
    self.limits = limits
    self.lastEventID = lastEventID
    self.reportsComments = reportsComments
    block = EventBlock(idInForce: lastEventID)
  }

  /// Takes the next bytes and appends what they complete to `elements`.
  ///
  /// What was complete before an error has been appended when it is thrown; the same error is thrown ever after.
  public mutating func consume(
    _ bytes: [UInt8], into elements: inout [EventStreamElement]
  ) throws(EventStreamError) {
    if let failure { throw failure }
    do throws(EventStreamError) {
      var position = skipMark(bytes)
      while position < bytes.count { position = try step(bytes, from: position, &elements) }
    } catch {
      failure = error
      throw error
    }
  }

  /// Takes up to one line's end; returns where to go on.
  private mutating func step(
    _ bytes: [UInt8], from start: Int, _ elements: inout [EventStreamElement]
  ) throws(EventStreamError) -> Int {
    var start = start
    if isAfterCR {
      isAfterCR = false
      if bytes[start] == 0x0a {
        start += 1
        if start == bytes.count { return start }
      }
    }
    let end = Self.lineEnd(bytes, from: start)
    guard line.count + (end - start) <= limits.lineBytes else {
      throw EventStreamError(
        code: .lineTooLong, message: "A line of the event stream has more than \(limits.lineBytes) bytes.")
    }
    guard end < bytes.count else {
      line.append(contentsOf: bytes[start...])
      return end
    }
    isAfterCR = bytes[end] == 0x0d
    if line.isEmpty {
      try take(bytes[start..<end], &elements)
    } else {
      line.append(contentsOf: bytes[start..<end])
      let whole = line[...]
      line = []
      try take(whole, &elements)
    }
    return end + 1
  }

  private mutating func take(
    _ line: ArraySlice<UInt8>, _ elements: inout [EventStreamElement]
  ) throws(EventStreamError) {
    guard let first = line.first else {
      if let event = block.close() { elements.append(.event(event)) }
      lastEventID = block.idInForce
      return
    }
    if first == UInt8(ascii: ":") {
      if reportsComments { elements.append(.comment(String(decoding: line.dropFirst(), as: UTF8.self))) }
      return
    }
    try block.take(line, limit: limits.eventBytes)
    if let retry = block.retry { reconnectionTime = retry }
  }

  /// The place of the next CR or LF, or the end of the bytes.
  private static func lineEnd(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBytes { raw in
      guard let base = raw.baseAddress else { return start }
      let feed = memchr(base + start, 0x0a, raw.count - start).map { base.distance(to: $0) } ?? raw.count
      // A CR counts only before that LF, so that each byte is looked at twice at most.
      return memchr(base + start, 0x0d, feed - start).map { base.distance(to: $0) } ?? feed
    }
  }

  /// Drops a byte order mark at the very beginning; returns where the text begins.
  private mutating func skipMark(_ bytes: [UInt8]) -> Int {
    let mark: [UInt8] = [0xef, 0xbb, 0xbf]
    var position = 0
    while markBytes < mark.count, position < bytes.count {
      guard bytes[position] == mark[markBytes] else {
        // No mark after all: what looked like one belongs to the first line.
        line = Array(mark[..<markBytes])
        markBytes = mark.count
        return position
      }
      markBytes += 1
      position += 1
    }
    return position
  }
}
