/// A strict parser of RFC 8259 texts.
///
/// Exactly one value, no comments, no trailing commas, no byte order mark, nothing but UTF-8. A string that
/// holds half a surrogate pair is refused, since no Unicode string can hold it.
///
/// ```swift
/// let value = try JSONParser().parse(#"{"units": 12.3450}"#)
/// print(value["units"]?.number?.text ?? "")  // 12.3450
/// ```
public struct JSONParser: Sendable {
  /// What to do with an object that has one name twice.
  public enum DuplicateKeys: Sendable {
    /// The last value wins, at the place of the first.
    case acceptLast
    /// The text is refused.
    case refuse
  }

  /// Limits and choices of a parser.
  public struct Options: Sendable {
    /// What to do with an object that has one name twice; the last value wins unless told otherwise.
    public var duplicateKeys: DuplicateKeys
    /// How many arrays and objects may stand inside each other, 0 to 1,024.
    ///
    /// A larger limit counts as 1,024: walking and freeing a deeper value could exhaust a thread's stack.
    public var maximumDepth: Int
    /// How many bytes a text may have; no limit when nil.
    public var maximumBytes: Int?

    /// Makes options; those not named keep their defaults.
    public init(
      duplicateKeys: DuplicateKeys = .acceptLast, maximumDepth: Int = 512, maximumBytes: Int? = nil
    ) {
      self.duplicateKeys = duplicateKeys
      self.maximumDepth = maximumDepth
      self.maximumBytes = maximumBytes
    }
  }

  /// The limits and choices in force.
  public let options: Options

  /// Makes a parser.
  public init(options: Options = .init()) {
    self.options = options
  }

  /// Parses a text.
  ///
  /// - Throws: `JSONParseError` with the place of the first fault.
  public func parse(_ text: String) throws(JSONParseError) -> JSONValue {
    var text = text
    return try text.withUTF8 { bytes in parse(contiguous: bytes) }.get()
  }

  /// Parses bytes, which must be UTF-8.
  ///
  /// Of a sequence that is not stored contiguously no more than `maximumBytes + 1` bytes are read.
  ///
  /// - Throws: `JSONParseError` with the place of the first fault.
  public func parse(_ bytes: some Sequence<UInt8>) throws(JSONParseError) -> JSONValue {
    if let result = bytes.withContiguousStorageIfAvailable({ parse(contiguous: $0) }) {
      return try result.get()
    }
    let copy: [UInt8]
    if let maximum = options.maximumBytes, maximum < Int.max {
      copy = Array(bytes.prefix(max(0, maximum) + 1))
    } else {
      copy = Array(bytes)
    }
    return try copy.withUnsafeBufferPointer { parse(contiguous: $0) }.get()
  }

  /// Parses within the scope of a buffer, whose accessor cannot pass a typed error on.
  private func parse(contiguous bytes: UnsafeBufferPointer<UInt8>) -> Result<JSONValue, JSONParseError> {
    do throws(JSONParseError) {
      var scanner = JSONScanner(bytes: bytes, options: options)
      return .success(try scanner.scanDocument())
    } catch {
      return .failure(error)
    }
  }
}

extension JSONValue {
  /// Parses a text.
  ///
  /// - Throws: `JSONParseError` with the place of the first fault.
  public init(parsing text: String, options: JSONParser.Options = .init()) throws(JSONParseError) {
    self = try JSONParser(options: options).parse(text)
  }

  /// Parses bytes, which must be UTF-8.
  ///
  /// - Throws: `JSONParseError` with the place of the first fault.
  public init(
    parsing bytes: some Sequence<UInt8>, options: JSONParser.Options = .init()
  ) throws(JSONParseError) {
    self = try JSONParser(options: options).parse(bytes)
  }
}
