import Foundation

/// One line of NAVAll.txt without surrounding blanks.
struct NAVAllLine {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
    var (start, end) = (start, end)
    while start < end, ASCII.isBlank(bytes[start]) { start += 1 }
    while end > start, ASCII.isBlank(bytes[end - 1]) { end -= 1 }
    self.bytes = bytes
    self.start = start
    self.end = end
  }

  var count: Int { end - start }

  var first: UInt8? { start < end ? bytes[start] : nil }

  var range: ByteRange { ByteRange(start, end) }

  func hasPrefix(_ prefix: StaticString) -> Bool {
    count >= prefix.utf8CodeUnitCount
      && prefix.withUTF8Buffer { bytes[start..<start + $0.count].elementsEqual($0) }
  }

  func contains(_ byte: UInt8) -> Bool { bytes[start..<end].contains(byte) }

  /// Whether the line is nothing but digits.
  var isNumber: Bool { bytes[start..<end].allSatisfy(ASCII.isDigit) }

  /// What stands in the brackets of a heading such as `Open Ended Schemes(Debt Scheme - Liquid Fund)`.
  ///
  /// Fund houses may have brackets too, as in `IL&FS Mutual Fund (IDF)`.
  var category: ByteRange? {
    guard hasPrefix("Open") || hasPrefix("Close") || hasPrefix("Interval"),
      bytes[end - 1] == UInt8(ascii: ")"),
      let bracket = bytes[start..<end].firstIndex(of: UInt8(ascii: "("))
    else { return nil }
    let kind = NAVAllLine(bytes, start, bracket)
    let ending: StaticString = "Scheme"
    let word = kind.end > kind.start && bytes[kind.end - 1] == UInt8(ascii: "s") ? kind.end - 1 : kind.end
    guard word - kind.start >= ending.utf8CodeUnitCount,
      NAVAllLine(bytes, word - ending.utf8CodeUnitCount, word).hasPrefix(ending)
    else { return nil }
    return NAVAllLine(bytes, bracket + 1, end - 1).range
  }
}

/// The few characters the file's grammar is made of.
enum ASCII {
  static let semicolon = UInt8(ascii: ";")

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0D || byte == 0x09 }
}
