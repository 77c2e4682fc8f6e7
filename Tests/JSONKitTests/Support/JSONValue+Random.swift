import JSONKit

extension JSONValue {
  /// A value of any shape, at most a few levels deep.
  static func random(depth: Int = 4, using generator: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 4), using: &generator) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &generator))
    case 2: return .number(.random(using: &generator))
    case 3: return .string(.random(using: &generator))
    case 4:
      let count = Int.random(in: 0...5, using: &generator)
      return .array((0..<count).map { _ in .random(depth: depth - 1, using: &generator) })
    default:
      // Now and then more members than an object keeps without an index.
      let count = Int.random(in: 0...(depth == 4 ? 30 : 6), using: &generator)
      var object = JSONObject()
      for _ in 0..<count {
        object[.random(using: &generator)] = .random(depth: depth - 1, using: &generator)
      }
      return .object(object)
    }
  }
}

extension JSONNumber {
  /// A number of any form the grammar has, within the range of a double.
  static func random(using generator: inout SeededGenerator) -> JSONNumber {
    var text = Bool.random(using: &generator) ? "-" : ""
    text += String(
      UInt64.random(in: 0...(.max), using: &generator) >> UInt64.random(in: 0..<64, using: &generator))
    if Bool.random(using: &generator) {
      text += "." + String(UInt32.random(in: 0...(.max), using: &generator))
    }
    if Bool.random(using: &generator) {
      text += ["e", "E", "e+", "e-"].randomElement(using: &generator) ?? "e"
      text += String(Int.random(in: 0...250, using: &generator))
    }
    return JSONNumber(text: text) ?? JSONNumber(0)
  }
}

extension String {
  /// A string with what is hard about strings: controls, quotes, marks that combine, pairs in UTF-16.
  static func random(using generator: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0...0x22, 0x5B...0x5D, 0x80...0x2FF, 0x300...0x36F, 0x900...0x97F, 0x2028...0x2029,
      0xE000...0xFFFF, 0x10000...0x10FFFF, 0x1F600...0x1F64F,
    ]
    let count = Int.random(in: 0...12, using: &generator)
    let scalars = (0..<count).compactMap { _ in
      Unicode.Scalar(
        UInt32.random(in: ranges.randomElement(using: &generator) ?? 0...0x7F, using: &generator))
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
