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
  private let starts: [Int]
  private let ends: [Int]

  /// Prepares a text.
  init(_ text: String) {
    let original = Array(text.unicodeScalars)
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
    self.original = original
    (scalars, starts, ends) = (folding.scalars, folding.starts, folding.ends)
  }

  /// The scalars of the original text that a range of the folded text stands for.
  func originalRange(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let position = range.lowerBound < starts.count ? starts[range.lowerBound] : original.count
      return position..<position
    }
    return starts[range.lowerBound]..<ends[range.upperBound - 1]
  }

  /// The words of the original text that a range of the folded text stands for.
  func originalText(of range: Range<Int>) -> String {
    String(scalars: original[originalRange(of: range)])
  }

  /// A part of the folded text.
  func text(of range: Range<Int>) -> String {
    String(scalars: scalars[range])
  }

  /// The scalar at a position of the folded text, nil outside of it.
  subscript(position: Int) -> Unicode.Scalar? {
    scalars.indices.contains(position) ? scalars[position] : nil
  }

  private struct Folding {
    var scalars: [Unicode.Scalar] = []
    var starts: [Int] = []
    var ends: [Int] = []

    init(capacity: Int) {
      scalars.reserveCapacity(capacity)
      starts.reserveCapacity(capacity)
      ends.reserveCapacity(capacity)
    }

    mutating func append(_ scalar: Unicode.Scalar, from start: Int, to end: Int) {
      scalars.append(scalar)
      starts.append(start)
      ends.append(end)
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
    // Most are short words, which a String holds without an allocation when its bytes are written in place.
    self.init(unsafeUninitializedCapacity: scalars.count * 4) { buffer in
      var count = 0
      for scalar in scalars {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          buffer[count] = byte
          count += 1
        }
      }
      return count
    }
  }
}
