import Crypto
public import JSONKit

/// SHA-256 over content, as lower-case hex.
public enum ContentHash {
  /// The hash of a text's UTF-8 bytes.
  public static func sha256(_ text: String) -> String {
    sha256(Array(text.utf8))
  }

  /// The hash of bytes.
  public static func sha256(_ bytes: [UInt8]) -> String {
    hex(SHA256.hash(data: bytes))
  }

  /// The hash of a JSON value's canonical form (RFC 8785), so that key order and spacing do not count.
  public static func sha256(canonical value: JSONValue) throws(JSONWriteError) -> String {
    sha256(try value.canonical())
  }

  /// The hash of dated values, sixteen bytes each: the day and the bits of the value, both with the highest byte first.
  static func sha256(series: some Sequence<(Int64, UInt64)>) -> String {
    var bytes: [UInt8] = []
    for (day, value) in series {
      withUnsafeBytes(of: day.bigEndian) { bytes.append(contentsOf: $0) }
      withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }
    return sha256(bytes)
  }

  static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
