/// Text measured in the columns of a terminal, where a letter may take none, one or two.
enum ColumnText {
  /// How many columns a text takes.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// The text, or its beginning and an ellipsis where it is wider than the columns there are.
  static func cut(_ text: String, to columns: Int) -> String {
    guard width(text) > columns, columns > 0 else { return columns > 0 ? text : "" }
    var result = ""
    var used = 1
    for character in text {
      let next = width(String(character))
      guard used + next <= columns else { break }
      result.append(character)
      used += next
    }
    return result + "…"
  }

  /// A line broken at spaces, each further line indented as far as what it continues.
  ///
  /// A word that is wider than the columns there are stays whole, so that it can be copied.
  static func wrapped(_ line: String, to columns: Int) -> [String] {
    guard width(line) > columns else { return [line] }
    let indent = hangingIndent(of: line, columns: columns)
    let start = String(line.prefix { $0 == " " })
    var lines: [String] = []
    var current = start
    var isEmpty = true
    for word in line.dropFirst(start.count).split(separator: " ", omittingEmptySubsequences: false) {
      if !isEmpty, width(current) + 1 + width(String(word)) > columns {
        lines.append(current)
        current = indent
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return (lines + [current]).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The column at which the last cell of a table's row begins, or two more than the line's own indentation.
  private static func hangingIndent(of line: String, columns: Int) -> String {
    let own = line.prefix { $0 == " " }.count
    let body = line.dropFirst(own)
    guard let gap = body.matches(of: /[ ]{2,}/).last?.range else {
      return String(repeating: " ", count: own + 2)
    }
    let column = own + width(String(body[..<gap.upperBound]))
    return String(repeating: " ", count: column <= columns / 2 ? column : own + 2)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: 0
    default: wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// The ranges of East Asian Width W and F that matter on a terminal (UAX #11).
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD,
  ]
}
