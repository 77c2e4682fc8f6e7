/// Whether an answer is an event stream (WHATWG HTML, "processing model" of event sources).
public enum EventStreamResponse {
  /// Accepts status 200 with the content type `text/event-stream`; parameters do not matter, the text is UTF-8.
  ///
  /// - Throws: ``EventStreamError/Code/notAnEventStream`` for anything else, after which an event source of a
  ///   browser would not try again.
  public static func check(status: Int, contentType: String?) throws(EventStreamError) {
    guard status == 200 else {
      throw EventStreamError(code: .notAnEventStream, message: "The status is \(status), not 200.")
    }
    guard isEventStream(contentType) else {
      throw EventStreamError(code: .notAnEventStream, message: "The content type is not text/event-stream.")
    }
  }

  private static func isEventStream(_ contentType: String?) -> Bool {
    guard let contentType else { return false }
    let essence = contentType.utf8.prefix { $0 != UInt8(ascii: ";") }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d }
    let name = essence.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return name.map(HeaderSyntax.lower).elementsEqual("text/event-stream".utf8)
  }
}
