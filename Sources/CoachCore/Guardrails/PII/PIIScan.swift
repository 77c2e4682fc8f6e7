/// One pass of the patterns over one folded text: what all of them need to look around themselves.
struct PIIScan {
  let text: NormalizedText
  /// The runs of letters and digits, in order.
  let words: [Range<Int>]
  /// How many digits the text holds.
  private let digits: Int
  /// Whether it holds the sign of an address.
  let hasAddressSign: Bool

  init(_ text: NormalizedText) {
    var words: [Range<Int>] = []
    var (digits, hasAddressSign) = (0, false)
    var start: Int?
    for (index, scalar) in text.scalars.enumerated() {
      if scalar.isDigit { digits += 1 }
      if scalar.isWordLike {
        start = start ?? index
        continue
      }
      if scalar == "@" { hasAddressSign = true }
      if let first = start { words.append(first..<index) }
      start = nil
    }
    if let start { words.append(start..<text.scalars.count) }
    self.text = text
    self.words = words
    self.digits = digits
    self.hasAddressSign = hasAddressSign
  }

  /// Codes and numbers; what needs more digits than the text holds is not looked for.
  func numbers() -> [PIISpan] {
    guard digits > 0 else { return [] }
    // The fewest digits: two of an account that is masked but for them, one of a branch code, ten of a phone.
    return (digits >= 2 ? labelled() : []) + codes() + (digits >= 10 ? digitSequences() : [])
  }

  /// Stretches that are never personal: tokens of an earlier scrub, and UUIDs.
  func masks() -> [Range<Int>] {
    Self.tokens(in: text) + Self.uuids(in: text)
  }

  // MARK: Neighbourhood

  /// Whether a match that starts here does not start inside a word or a number.
  func startsWord(at index: Int) -> Bool {
    guard let before = text[index - 1] else { return true }
    return !before.isWordLike && before != "_"
  }

  /// Whether a match that ends here does not end inside a word or a number.
  func endsWord(at index: Int) -> Bool {
    guard let after = text[index] else { return true }
    return !after.isWordLike && after != "_"
  }

  /// One past the spaces that start here.
  func skipSpaces(from index: Int) -> Int {
    var next = index
    while text[next] == " " { next += 1 }
    return next
  }

  /// One past the digits that start here.
  func digitsEnd(from index: Int) -> Int {
    var next = index
    while text[next]?.isDigit == true { next += 1 }
    return next
  }

  /// The word of letters that starts here, in small letters.
  func word(at index: Int) -> (text: String, end: Int) {
    let end = lettersEnd(from: index)
    return (text.lowercasedText(of: index..<end), end)
  }

  /// One past the letters that start here.
  func lettersEnd(from index: Int) -> Int {
    var next = index
    while let scalar = text[next], scalar.isLetter { next += 1 }
    return next
  }

  /// The word of letters that ends here, spaces, points and colons before it passed over.
  func wordBefore(_ index: Int) -> String {
    var end = index
    while let scalar = text[end - 1], Self.standsBeforeAmount(scalar) { end -= 1 }
    if let sign = text[end - 1], sign == "₹" { return "₹" }
    var start = end
    while let scalar = text[start - 1], scalar.isLetter { start -= 1 }
    return text.lowercasedText(of: start..<end)
  }

  private static func standsBeforeAmount(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", ".", ":", "(": true
    default: false
    }
  }

  /// Whether a number is an amount of money or of units: `₹` in front, or `paise`, `units` and the like behind.
  func isAmount(_ range: Range<Int>) -> Bool {
    if ["₹", "rs", "inr", "rupees", "रु", "रुपये"].contains(wordBefore(range.lowerBound)) { return true }
    let next = skipSpaces(from: range.upperBound)
    if text[next] == "%" || text[next] == "/" && text[next + 1] == "-" { return true }
    return Self.amountWords.contains(word(at: next).text)
  }

  private static let amountWords: Set<String> = [
    "paise", "paisa", "unit", "units", "rupee", "rupees", "rs", "inr", "lakh", "lakhs", "lac", "lacs",
    "crore",
    "crores", "cr", "share", "shares", "पैसे", "यूनिट", "रुपये", "रुपए", "लाख", "करोड",
  ]

  // MARK: Masks

  private static func tokens(in text: NormalizedText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < text.scalars.count {
      defer { start += 1 }
      guard text.scalars[start] == "[" else { continue }
      var end = start + 1
      while let scalar = text[end], scalar.isLatinCapital || scalar == "_" { end += 1 }
      guard text[end] == "]", PIIKind(rawValue: text.text(of: start + 1..<end)) != nil else { continue }
      ranges.append(start..<end + 1)
    }
    return ranges
  }

  private static func uuids(in text: NormalizedText) -> [Range<Int>] {
    guard text.scalars.count >= 36 else { return [] }
    var ranges: [Range<Int>] = []
    for start in 0...text.scalars.count - 36 where text.scalars[start + 8] == "-" && isUUID(text, at: start) {
      ranges.append(start..<start + 36)
    }
    return ranges
  }

  private static func isUUID(_ text: NormalizedText, at start: Int) -> Bool {
    (0..<36).allSatisfy { offset in
      let scalar = text.scalars[start + offset]
      if [8, 13, 18, 23].contains(offset) { return scalar == "-" }
      return scalar.isDigit || ("a"..."f").contains(scalar.asciiLowercased)
    }
  }
}
