/// Makes any text fit to stand in an XML 1.0 document.
enum XMLText {
  /// Removes terminal escapes, then replaces every scalar XML 1.0 forbids by U+FFFD.
  ///
  /// Forbidden are the C0 controls but tab, line feed and carriage return, and U+FFFE and U+FFFF (XML 1.0 §2.2,
  /// production `Char`; lone surrogates cannot occur in a Swift string). No escape helps: `&#27;` is illegal too.
  ///
  /// ```swift
  /// XMLText.legal("\u{1B}[31mred\u{1B}[0m \u{0}")   // "red \u{FFFD}"
  /// ```
  static func legal(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isLegal($0) || $0 == "\u{9B}" }) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in TerminalText.plain(text).unicodeScalars {
      result.append(isLegal(scalar) ? scalar : "\u{FFFD}")
    }
    return String(result)
  }

  /// Cuts text to at most `bytes` bytes of UTF-8, saying how many bytes were left out.
  ///
  /// The cut falls between characters, so that no accent or vowel sign loses its base, unless a single character (a
  /// chain of conjuncts, or a mischievous pile of accents) is as long as a line.
  static func capped(_ text: String, bytes: Int) -> String {
    let length = text.utf8.count
    guard length > bytes else { return text }
    let note = "… (\(length) bytes, cut)"
    let room = bytes - note.utf8.count
    guard room > 0 else { return "" }
    var kept = prefix(of: text.indices, in: text, bytes: room)
    if room - kept.utf8.count > longestCharacter {
      kept = prefix(of: text.unicodeScalars.indices, in: text, bytes: room)
    }
    return String(kept) + note
  }

  /// More bytes than any character of a living script needs.
  private static let longestCharacter = 64

  /// The longest start of `text` of at most `bytes` bytes that ends before one of the positions.
  private static func prefix(of positions: some Sequence<String.Index>, in text: String, bytes: Int)
    -> Substring
  {
    var end = text.startIndex
    for position in positions {
      guard text.utf8.distance(from: text.startIndex, to: position) <= bytes else { break }
      end = position
    }
    return text[..<end]
  }

  private static func isLegal(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0x00...0x1F, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
