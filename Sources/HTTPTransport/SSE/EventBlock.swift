/// The fields of one event until its blank line.
struct EventBlock: Sendable {
  /// The last event id buffer: it outlives the block.
  private(set) var idInForce: String
  private(set) var retry: Int?
  private var id: String?
  private var type: [UInt8] = []
  private var data: [UInt8] = []
  private var hasData = false

  init(idInForce: String) {
    self.idInForce = idInForce
  }

  /// Takes a line that is neither blank nor a comment.
  mutating func take(_ line: ArraySlice<UInt8>, limit: Int) throws(EventStreamError) {
    let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
    let name = line[..<colon]
    var value = line[min(colon + 1, line.endIndex)...]
    if value.first == 0x20 { value = value.dropFirst() }
    if name.elementsEqual("data".utf8) {
      try append(value, limit: limit)
    } else if name.elementsEqual("event".utf8) {
      type = Array(value)
    } else if name.elementsEqual("id".utf8) {
      if !value.contains(0) { setID(String(decoding: value, as: UTF8.self)) }
    } else if name.elementsEqual("retry".utf8) {
      retry = Self.digits(value) ?? retry
    }
  }

  /// The block's event at its blank line, nil when it had no data; then everything but the id starts anew.
  mutating func close() -> ServerSentEvent? {
    defer {
      type = []
      data = []
      hasData = false
      id = nil
      retry = nil
    }
    guard hasData else { return nil }
    return ServerSentEvent(
      type: type.isEmpty ? "message" : String(decoding: type, as: UTF8.self),
      data: String(decoding: data, as: UTF8.self), lastEventID: idInForce, id: id, retry: retry)
  }

  private mutating func append(_ value: ArraySlice<UInt8>, limit: Int) throws(EventStreamError) {
    guard data.count + value.count + 1 <= limit else {
      throw EventStreamError(
        code: .eventTooLarge, message: "The data of an event has more than \(limit) bytes.")
    }
    if hasData { data.append(0x0a) }
    hasData = true
    data.append(contentsOf: value)
  }

  private mutating func setID(_ text: String) {
    id = text
    idInForce = text
  }

  /// A number of ASCII digits only, the largest there is where it would overflow; nil for anything else.
  private static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return Int(String(decoding: bytes, as: UTF8.self)) ?? .max
  }
}
