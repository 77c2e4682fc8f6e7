/// Text as a terminal would show it, without the escape sequences that colour it or move the cursor.
enum TerminalText {
  /// Drops ECMA-48 escape sequences: CSI (`ESC [ … m`, also as U+009B), OSC (`ESC ] … BEL`) and two-character ones.
  ///
  /// A sequence that is not finished loses only its introducer, so that no text is swallowed.
  ///
  /// ```swift
  /// TerminalText.plain("\u{1B}[1;31mfailed\u{1B}[0m")   // "failed"
  /// ```
  static func plain(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var position = 0
    while position < scalars.count {
      switch scalars[position] {
      case "\u{1B}":
        position = endOfEscape(scalars, at: position)
      case "\u{9B}":
        position = endOfControl(scalars, from: position + 1) ?? position + 1
      default:
        result.append(scalars[position])
        position += 1
      }
    }
    return String(result)
  }

  private static func endOfEscape(_ scalars: [Unicode.Scalar], at start: Int) -> Int {
    guard start + 1 < scalars.count else { return start + 1 }
    switch scalars[start + 1] {
    case "[":
      return endOfControl(scalars, from: start + 2) ?? start + 2
    case "]", "P", "X", "^", "_":
      return endOfString(scalars, from: start + 2) ?? start + 2
    case "\u{20}"..."\u{2F}" where start + 2 < scalars.count:
      return start + 3
    case "\u{30}"..."\u{7E}":
      return start + 2
    default:
      return start + 1
    }
  }

  /// Parameters 0x30–0x3F, intermediates 0x20–0x2F, one final 0x40–0x7E.
  private static func endOfControl(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var position = start
    while position < scalars.count, ("\u{20}"..."\u{3F}").contains(scalars[position]) { position += 1 }
    guard position < scalars.count, ("\u{40}"..."\u{7E}").contains(scalars[position]) else { return nil }
    return position + 1
  }

  /// A string of an operating system command ends in BEL or `ESC \`, and never spans lines.
  private static func endOfString(_ scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var position = start
    while position < scalars.count {
      switch scalars[position] {
      case "\u{07}": return position + 1
      case "\n": return nil
      case "\u{1B}":
        let isEnd = position + 1 < scalars.count && scalars[position + 1] == "\\"
        return isEnd ? position + 2 : nil
      default: position += 1
      }
    }
    return nil
  }
}
