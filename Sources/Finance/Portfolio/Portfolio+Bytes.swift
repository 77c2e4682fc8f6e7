import JSONKit

extension Portfolio {
  /// The largest document that is read, in bytes: room for some 100,000 lines.
  public static let maximumBytes = 32 << 20
  /// The deepest nesting that is read; the format itself needs nine levels.
  public static let maximumDepth = 64

  /// Reads the bytes of a `portfolio/1` document, which may not repeat a key.
  ///
  /// - Throws: ``FinanceError`` `tooLarge` beyond the limits on size and nesting, `malformed` for bytes that are
  ///   no JSON, else as ``init(json:)`` does.
  public init(bytes: [UInt8], file: String? = nil) throws(FinanceError) {
    guard bytes.count <= Self.maximumBytes else {
      throw FinanceError(
        .tooLarge, "the document has \(bytes.count) bytes; at most \(Self.maximumBytes) are read", file: file)
    }
    let json: JSONValue
    do throws(JSONParseError) {
      json = try JSONParser(
        options: .init(
          duplicateKeys: .refuse, maximumDepth: Self.maximumDepth, maximumBytes: Self.maximumBytes)
      ).parse(bytes)
    } catch {
      let isTooDeep = error.code == .tooDeep || error.code == .tooLarge
      throw FinanceError(
        isTooDeep ? .tooLarge : .malformed, "the document cannot be read: \(error)", file: file, cause: error)
    }
    do throws(FinanceError) {
      try self.init(json: json)
    } catch {
      var named = error
      named.file = file
      throw named
    }
  }
}
