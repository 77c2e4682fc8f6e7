/// The bytes of a façade's stream, for scripted peers.
enum StreamText {
  static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n\r\n"

  static func event(_ seq: Int, type: String? = nil, note: String = "") -> String {
    let type = type ?? (seq == 1 ? "session.started" : "agent.finished")
    return "id: \(seq)\nevent: \(type)\ndata: {\"seq\":\(seq),\"type\":\"\(type)\"\(note)}\n\n"
  }

  /// Events `first…last`, the last one terminal, as the whole session has them.
  static func events(_ range: ClosedRange<Int>, of last: Int) -> String {
    range.map { event($0, type: $0 == last ? "session.completed" : nil) }.joined()
  }

  static func answer(_ status: String, _ fields: String = "", body: String = "") -> [UInt8] {
    Array("HTTP/1.1 \(status)\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
  }
}
