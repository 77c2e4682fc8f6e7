/// The head of an answer, line by line as libcurl hands it out.
struct ResponseHead {
  private(set) var status = 0
  private(set) var headers = TransportHeaders()
  /// Whether the blank line after the fields has come.
  private(set) var isComplete = false
  private var bytes = 0

  /// Whether it sends the client elsewhere (RFC 9110 §15.4).
  var isRedirect: Bool {
    [301, 302, 303, 307, 308].contains(status) && headers["Location"] != nil
  }

  /// Takes one line with its end; false when the head gets larger than the limit.
  ///
  /// Lines after the blank one are trailers: they count, but are not kept.
  mutating func append(_ line: UnsafeRawBufferPointer, limit: Int) -> Bool {
    bytes += line.count
    guard bytes <= limit else { return false }
    if isComplete { return true }
    if line.allSatisfy({ $0 == 0x0d || $0 == 0x0a }) {
      isComplete = true
    } else if line.starts(with: "HTTP/".utf8) {
      status = Self.status(line)
    } else if let field = HeaderSyntax.field(line) {
      headers.appendReceived(field.name, field.value)
    }
    return true
  }

  private static func status(_ line: UnsafeRawBufferPointer) -> Int {
    let digits = line.drop { $0 != 0x20 }.drop { $0 == 0x20 }.prefix { $0 &- 0x30 < 10 }.prefix(3)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
