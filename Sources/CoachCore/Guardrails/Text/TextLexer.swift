/// Splits folded text into words, numerals, citation markers and symbols.
struct TextLexer {
  private let text: NormalizedText
  private var position = 0

  private init(_ text: NormalizedText) { self.text = text }

  /// The tokens of a text in order.
  static func tokens(of text: NormalizedText) -> [TextToken] {
    var lexer = TextLexer(text)
    var tokens: [TextToken] = []
    var isSpaced = true
    while let scalar = text[lexer.position] {
      if scalar == " " {
        lexer.position += 1
        isSpaced = true
        continue
      }
      tokens.append(lexer.next(scalar, isSpaced: isSpaced))
      isSpaced = scalar == "\n"
    }
    return tokens
  }

  private mutating func next(_ scalar: Unicode.Scalar, isSpaced: Bool) -> TextToken {
    let start = position
    let kind: TextToken.Kind
    if scalar == "\n" {
      position += 1
      kind = .lineBreak
    } else if scalar == "[", let end = markerEnd() {
      position = end
      kind = .marker
    } else if scalar.isDigit {
      position = numeralEnd()
      kind = .numeral
    } else if scalar.isLetter {
      kind = scanWord()
    } else {
      position += 1
      kind = .symbol
    }
    let range = start..<position
    let content =
      kind == .word || kind == .identifier ? text.lowercasedText(of: range) : text.text(of: range)
    return TextToken(kind: kind, range: range, text: content, isSpaced: isSpaced)
  }

  /// The end of a marker such as `[f12]` that starts here.
  private func markerEnd() -> Int? {
    guard text[position + 1] == "f" else { return nil }
    let end = digitsEnd(from: position + 2)
    return end > position + 2 && text[end] == "]" ? end + 1 : nil
  }

  private func digitsEnd(from start: Int) -> Int {
    var end = start
    while let scalar = text[end], scalar.isDigit { end += 1 }
    return end
  }

  /// The end of a numeral: digits, groups of two or three digits after commas, and a decimal fraction.
  private func numeralEnd() -> Int {
    var end = digitsEnd(from: position)
    if end - position <= 3 { end = groupedEnd(from: end) }
    let isInDate = text[position - 1] == "." && text[position - 2]?.isDigit == true
    guard text[end] == ".", !isInDate else { return end }
    let fractionEnd = digitsEnd(from: end + 1)
    // 24.08.2026 is a date, not a number with two points.
    let continues = text[fractionEnd] == "." && text[fractionEnd + 1]?.isDigit == true
    return fractionEnd > end + 1 && !continues ? fractionEnd : end
  }

  /// The end of the comma groups after `end`, Indian (3-2-2) or Western; `end` itself when they do not add up.
  private func groupedEnd(from end: Int) -> Int {
    var last = end
    var lastGroup = 0
    while text[last] == "," {
      let groupEnd = digitsEnd(from: last + 1)
      guard (2...3).contains(groupEnd - last - 1) else { break }
      lastGroup = groupEnd - last - 1
      last = groupEnd
    }
    return lastGroup == 3 ? last : end
  }

  private mutating func scanWord() -> TextToken.Kind {
    let start = position
    while let scalar = text[position] {
      let isApostrophe = scalar == "'" && text[position + 1]?.isLetter == true
      guard scalar.isLetter || isApostrophe else { break }
      position += 1
    }
    guard let next = text[position], next.isDigit, Self.isIdentifier(text.text(of: start..<position)) else {
      return .word
    }
    while let scalar = text[position], scalar.isWordLike { position += 1 }
    return .identifier
  }

  /// Whether letters with digits right after them name something instead of quantifying it.
  private static func isIdentifier(_ letters: String) -> Bool {
    switch letters.lowercased() {
    case "rs", "inr", "fy", "cy", "रु": false
    case "nifty", "sensex": true
    default: letters.unicodeScalars.count <= 3
    }
  }
}
