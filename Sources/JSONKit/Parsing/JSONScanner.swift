/// One pass over the bytes of a text, from the first byte to the value they spell.
///
/// The cursor never moves back, and what is open is kept in a list: however deep a text nests, the thread's stack
/// does not grow. Strings and numbers are in extensions.
struct JSONScanner {
  /// The deepest nesting any options can ask for; see `JSONParser.Options.maximumDepth`.
  private static let depthCeiling = 1_024

  let bytes: UnsafeBufferPointer<UInt8>
  let options: JSONParser.Options
  /// The byte to be read next.
  var cursor = 0
  /// Bytes of a string with escapes, kept between strings to save allocations.
  var unescaped: [UInt8] = []
  private let maximumDepth: Int

  init(bytes: UnsafeBufferPointer<UInt8>, options: JSONParser.Options) {
    self.bytes = bytes
    self.options = options
    maximumDepth = min(options.maximumDepth, Self.depthCeiling)
  }

  var isAtEnd: Bool { cursor >= bytes.count }

  /// The byte at the cursor, or nil at the end.
  var next: UInt8? { cursor < bytes.count ? bytes[cursor] : nil }

  /// Scans a whole text: one value and nothing else but whitespace.
  mutating func scanDocument() throws(JSONParseError) -> JSONValue {
    if let maximum = options.maximumBytes, bytes.count > maximum {
      throw failure(
        .tooLarge, "The text is longer than \(maximum) bytes", at: min(max(0, maximum), bytes.count),
        remedy: "shorten it or raise the limit")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      throw failure(
        .byteOrderMark, "The text starts with a byte order mark", at: 0,
        remedy: "save it as UTF-8 without one")
    }
    skipWhitespace()
    let value = try scanValue()
    skipWhitespace()
    guard isAtEnd else { throw unexpected(wanted: "the end of the text", code: .trailingContent) }
    return value
  }

  mutating func skipWhitespace() {
    while cursor < bytes.count {
      switch bytes[cursor] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): cursor += 1
      default: return
      }
    }
  }

  /// Scans a value that starts at the cursor, with all it holds.
  private mutating func scanValue() throws(JSONParseError) -> JSONValue {
    var open: [OpenContainer] = []
    while true {
      var finished = try scanScalarOrOpen(&open)
      while let value = finished {
        if open.isEmpty { return value }
        finished = try add(value, to: &open)
      }
    }
  }

  /// Scans a scalar or an empty container; nil when a container was opened, whose first value is next.
  private mutating func scanScalarOrOpen(_ open: inout [OpenContainer]) throws(JSONParseError) -> JSONValue? {
    guard let byte = next else { throw unexpected(wanted: "a value") }
    switch byte {
    case UInt8(ascii: "\""): return .string(try scanString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try scanNumber())
    case UInt8(ascii: "t"): return try scanLiteral("true", .bool(true))
    case UInt8(ascii: "f"): return try scanLiteral("false", .bool(false))
    case UInt8(ascii: "n"): return try scanLiteral("null", .null)
    case UInt8(ascii: "["):
      try enterContainer(inside: open.count)
      if skip(UInt8(ascii: "]")) { return .array([]) }
      open.append(OpenContainer())
      return nil
    case UInt8(ascii: "{"):
      try enterContainer(inside: open.count)
      if skip(UInt8(ascii: "}")) { return .object(JSONObject()) }
      open.append(OpenContainer(name: try scanName(of: JSONObject())))
      return nil
    default: throw unexpected(wanted: "a value")
    }
  }

  /// Adds a value to the innermost container.
  ///
  /// - Returns: The container if it ends there; nil when its next value is next.
  private mutating func add(
    _ value: JSONValue, to open: inout [OpenContainer]
  ) throws(JSONParseError) -> JSONValue? {
    let innermost = open.count - 1
    open[innermost].add(value)
    skipWhitespace()
    if skip(UInt8(ascii: ",")) {
      skipWhitespace()
      if open[innermost].isObject { open[innermost].name = try scanName(of: open[innermost].members) }
      return nil
    }
    if skip(open[innermost].isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
      return open.removeLast().value
    }
    throw unexpected(
      wanted: open[innermost].isObject ? "“,” or “}” after a member" : "“,” or “]” after an element")
  }

  /// Scans a member's name up to its value.
  private mutating func scanName(of members: JSONObject) throws(JSONParseError) -> String {
    guard next == UInt8(ascii: "\"") else { throw unexpected(wanted: "a member name in double quotes") }
    let start = cursor
    let name = try scanString()
    if case .refuse = options.duplicateKeys, members[name] != nil {
      throw failure(
        .duplicateKey, "The object already has a member \(JSONValue.string(name).compact())", at: start,
        remedy: "keep one of them")
    }
    skipWhitespace()
    guard skip(UInt8(ascii: ":")) else { throw unexpected(wanted: "“:” after a member name") }
    skipWhitespace()
    return name
  }

  private mutating func scanLiteral(
    _ literal: StaticString, _ value: JSONValue
  ) throws(JSONParseError) -> JSONValue {
    for position in 0..<literal.utf8CodeUnitCount {
      guard next == literal.utf8Start[position] else { throw unexpected(wanted: "the literal \(literal)") }
      cursor += 1
    }
    return value
  }

  /// Steps over an opening bracket, if as many containers as there are around it let it, and the whitespace behind.
  private mutating func enterContainer(inside depth: Int) throws(JSONParseError) {
    guard depth < maximumDepth else {
      throw failure(
        .tooDeep, "Arrays and objects stand more than \(max(0, maximumDepth)) deep inside each other",
        at: cursor,
        remedy: "flatten the value or raise the limit")
    }
    cursor += 1
    skipWhitespace()
  }

  /// Steps over a byte if it is next.
  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    cursor += 1
    return true
  }
}

/// An array or object whose end has not been reached.
private struct OpenContainer {
  var elements: [JSONValue] = []
  var members = JSONObject()
  /// The name of the member whose value is being scanned; nil in an array.
  var name: String?

  var isObject: Bool { name != nil }

  var value: JSONValue { isObject ? .object(members) : .array(elements) }

  mutating func add(_ value: JSONValue) {
    if let name { members.updateValue(value, forKey: name) } else { elements.append(value) }
  }
}
