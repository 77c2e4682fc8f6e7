/// Text prepared for matching, with the way back to the scalars it was made of.
///
/// ```swift
/// let text = NormalizedText("ＰＡＮ ९९")
/// print(String(text), text.originalRange(of: 4..<6))  // PAN 99 4..<6
/// ```
struct NormalizedText: Sendable {
  /// The text as it came.
  let original: [Unicode.Scalar]
  /// The folded text (``ScalarFolding``).
  let scalars: [Unicode.Scalar]
  /// Where each folded scalar comes from; nil when folding changes nothing, as in most texts.
  private let sources: [Range<Int>]?

  /// Prepares a text.
  init(_ text: String) {
    let original = Self.scalars(of: text)
    self.original = original
    // No scalar that folds to itself is a mark, so that none of these composes with another either.
    guard !original.allSatisfy(ScalarFolding.isFixed) else {
      (scalars, sources) = (original, nil)
      return
    }
    var folding = Folding(capacity: original.count)
    var position = 0
    while position < original.count {
      let scalar = original[position]
      var end = position + 1
      if scalar.value < 0x80, end == original.count || original[end].value < 0x300 {
        folding.append(scalar == "\r" ? "\n" : scalar == "\t" ? " " : scalar, from: position, to: end)
      } else {
        while end < original.count, ScalarFolding.isComposingMark(original[end]) { end += 1 }
        let folded =
          end == position + 1 ? ScalarFolding.fold(scalar) : ScalarFolding.fold(original[position..<end])
        for scalar in folded { folding.append(scalar, from: position, to: end) }
      }
      position = end
    }
    (scalars, sources) = (folding.scalars, folding.sources)
  }

  private static func scalars(of text: String) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count)
    scalars.append(contentsOf: text.unicodeScalars)
    return scalars
  }

  /// The scalars of the original text that a range of the folded text stands for.
  func originalRange(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let position =
        range.lowerBound < scalars.count
        ? sources?[range.lowerBound].lowerBound ?? range.lowerBound : original.count
      return position..<position
    }
    guard let sources else { return range }
    return sources[range.lowerBound].lowerBound..<sources[range.upperBound - 1].upperBound
  }

  /// The words of the original text that a range of the folded text stands for.
  func originalText(of range: Range<Int>) -> String {
    String(scalars: original[originalRange(of: range)])
  }

  /// A part of the folded text.
  func text(of range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }

  /// A part of the folded text in small letters.
  func lowercasedText(of range: Range<Int>) -> String {
    guard scalars[range].allSatisfy(\.isASCII) else { return text(of: range).lowercased() }
    return String(unsafeUninitializedCapacity: range.count) { buffer in
      for index in range {
        buffer[index - range.lowerBound] = UInt8(truncatingIfNeeded: scalars[index].asciiLowercased.value)
      }
      return range.count
    }
  }

  /// The scalar at a position of the folded text, nil outside of it.
  subscript(position: Int) -> Unicode.Scalar? {
    scalars.indices.contains(position) ? scalars[position] : nil
  }

  private struct Folding {
    var scalars: [Unicode.Scalar] = []
    var sources: [Range<Int>] = []

    init(capacity: Int) {
      scalars.reserveCapacity(capacity)
      sources.reserveCapacity(capacity)
    }

    mutating func append(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
      scalars.append(scalar)
      sources.append(start..<end)
    }
  }
}

extension String {
  /// The folded text.
  init(_ text: NormalizedText) {
    self.init(scalars: text.scalars)
  }

  /// A text of single scalars.
  init(scalars: some Collection<Unicode.Scalar>) {
    // Most are short words, which a String holds without an allocation when no more room is asked for than they need.
    let size = scalars.reduce(0) { $0 + UTF8.width($1) }
    self.init(unsafeUninitializedCapacity: size) { buffer in
      var count = 0
      for scalar in scalars {
        if scalar.isASCII {
          buffer[count] = UInt8(truncatingIfNeeded: scalar.value)
          count += 1
          continue
        }
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
