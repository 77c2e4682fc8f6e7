import Foundation

/// Finds text that hides behind an encoding: base64, hexadecimal digits, per cent and backslash escapes, entities.
enum EncodedText {
  /// The places of encoded stretches.
  static func ranges(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < scalars.count {
      guard isBase64(scalars[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < scalars.count, isBase64(scalars[end]) { end += 1 }
      if end - start >= 16, hidesText(scalars[start..<end]) { ranges.append(start..<end) }
      start = end
    }
    return ranges + escapes(in: scalars)
  }

  private static func isBase64(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isLatinLetter || scalar == "+" || scalar == "/" || scalar == "=" || scalar == "_"
      || scalar == "-"
  }

  /// Whether a run decodes to readable text, or is as mixed and long as no word is.
  private static func hidesText(_ run: ArraySlice<Unicode.Scalar>) -> Bool {
    if run.count >= 32, run.allSatisfy({ $0.isDigit || ("a"..."f").contains($0.asciiLowercased) }),
      run.contains(where: \.isLatinLetter), run.contains(where: \.isDigit)
    {
      return true
    }
    let text = String(scalars: run).replacing("-", with: "+").replacing("_", with: "/")
    let bare = text.prefix { $0 != "=" }
    let padded = bare + String(repeating: "=", count: (4 - bare.utf8.count % 4) % 4)
    guard let data = Data(base64Encoded: String(padded)), data.count >= 12 else { return false }
    return data.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A }
  }

  /// Two or more escapes such as `%3C`, `\x69` or `&#105;` near each other.
  private static func escapes(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    let starts = scalars.indices.filter { index in
      switch scalars[index] {
      case "%": isHex(scalars, index + 1) && isHex(scalars, index + 2) && !isSpaced(scalars, index)
      case "\\": ["x", "u"].contains(scalar(scalars, index + 1)) && isHex(scalars, index + 2)
      case "&": scalar(scalars, index + 1) == "#"
      default: false
      }
    }
    guard starts.count >= 2, let first = starts.first, let last = starts.last else {
      return starts.filter { scalars[$0] != "%" }.map { $0..<$0 + 2 }
    }
    return [first..<last + 2]
  }

  /// `12%20` may be two figures; an escape follows its text without a digit before it.
  private static func isSpaced(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    index > 0 && scalars[index - 1].isDigit && !(scalar(scalars, index + 3)?.isLatinLetter ?? false)
  }

  private static func scalar(_ scalars: [Unicode.Scalar], _ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  private static func isHex(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    guard let scalar = scalar(scalars, index) else { return false }
    return scalar.isDigit || ("a"..."f").contains(scalar.asciiLowercased)
  }
}
