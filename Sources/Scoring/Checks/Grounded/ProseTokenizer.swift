import Foundation

/// Splits a text into tokens, after NFKC and without invisible characters; digits of every script become ASCII.
struct ProseTokenizer {
  private(set) var tokens: [ProseToken] = []
  private let scalars: [Unicode.Scalar]
  private let markers: Set<String>
  private var position = 0

  /// - Parameter markers: the names of the citations; other bracketed words are text, unless they look like `[f1]`.
  init(_ text: String, markers: Set<String>) {
    self.markers = markers
    scalars = text.precomposedStringWithCompatibilityMapping.unicodeScalars.compactMap { scalar in
      if FoldedText.isInvisible(scalar) { return nil }
      guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else {
        return scalar
      }
      return Unicode.Scalar(UInt8(48 + Int(value)))
    }
    while position < scalars.count { step() }
  }

  /// The name of a marker without its brackets.
  static func markerName(_ marker: String) -> String {
    marker.hasPrefix("[") && marker.hasSuffix("]") ? String(marker.dropFirst().dropLast()) : marker
  }

  private mutating func step() {
    let scalar = scalars[position]
    if scalar == "\n" || scalar == "\r" {
      append(.lineBreak, length: 1)
    } else if scalar.properties.isWhitespace {
      position += 1
    } else if Self.isDigit(scalar) {
      numeral()
    } else if Self.isLetter(scalar) {
      word()
    } else if scalar == "[", let (names, length) = marker() {
      append(.marker(names), length: length)
    } else {
      append(.symbol(Character(scalar)), length: 1)
    }
  }

  private mutating func append(_ kind: ProseToken.Kind, length: Int) {
    let isSpaced = position == 0 || scalars[position - 1].properties.isWhitespace
    tokens.append(ProseToken(kind: kind, text: string(position..<(position + length)), isSpaced: isSpaced))
    position += length
  }

  private func string(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: scalar.properties.isAlphabetic
    }
  }

  private func run(from start: Int, while belongs: (Unicode.Scalar) -> Bool) -> Int {
    var end = start
    while end < scalars.count, belongs(scalars[end]) { end += 1 }
    return end
  }

  private mutating func word() {
    let end = run(from: position, while: Self.isLetter)
    let word = HindiLexicon.spelling(string(position..<end).lowercased())
    append(.word(word), length: end - position)
  }

  private mutating func numeral() {
    var ends = [run(from: position, while: Self.isDigit)]
    while let end = ends.last, end + 1 < scalars.count, scalars[end] == ",", Self.isDigit(scalars[end + 1]) {
      ends.append(run(from: end + 1, while: Self.isDigit))
    }
    let starts = [position] + ends.dropLast().map { $0 + 1 }
    let groups = zip(starts, ends).map { string($0..<$1) }
    let isGrouped = Self.isGrouping(groups.map(\.count))
    var end = isGrouped ? ends[ends.count - 1] : ends[0]
    var digits = isGrouped ? groups.joined() : groups[0]
    var decimals = 0
    if end + 1 < scalars.count, scalars[end] == ".", Self.isDigit(scalars[end + 1]) {
      let fraction = end + 1
      end = run(from: fraction, while: Self.isDigit)
      decimals = end - fraction
      digits += "." + string(fraction..<end)
    }
    append(.numeral(.init(digits: digits, decimals: decimals, isGrouped: isGrouped)), length: end - position)
  }

  /// Whether groups of these lengths are a number in Indian (3-2-2) or Western (3-3-3) grouping; else commas list
  /// several numbers.
  private static func isGrouping(_ lengths: [Int]) -> Bool {
    guard lengths.count > 1, lengths[lengths.count - 1] == 3 else { return false }
    let middle = lengths.dropFirst().dropLast()
    return middle.allSatisfy { $0 == 2 } && lengths[0] <= 2
      || middle.allSatisfy { $0 == 3 } && lengths[0] <= 3
  }

  /// The names within the bracket that opens here, when all of them are markers.
  private func marker() -> (names: [String], length: Int)? {
    let longest = 80
    guard let close = scalars[position...].prefix(longest).firstIndex(of: "]") else { return nil }
    let names = string((position + 1)..<close).split { ",; ".contains($0) }.map(String.init)
    guard !names.isEmpty, names.allSatisfy({ markers.contains($0) || Self.looksLikeMarker($0) }) else {
      return nil
    }
    return (names, close + 1 - position)
  }

  private static func looksLikeMarker(_ name: String) -> Bool {
    let letters = name.prefix { $0.isASCII && $0.isLetter }
    let digits = name.dropFirst(letters.count)
    return (1...3).contains(letters.count) && !digits.isEmpty
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
