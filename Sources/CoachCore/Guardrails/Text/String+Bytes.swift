extension String {
  /// Whether two texts are the same bytes; `==` takes canonically equal ones for the same.
  func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    let isSame = utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { bytes.elementsEqual($0) }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }

  /// The place of another text's bytes in this one's, nil when they do not stand there or are none.
  func firstRangeOfBytes(_ text: String) -> Range<Int>? {
    let (bytes, wanted) = (Array(utf8), Array(text.utf8))
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    return (0...bytes.count - wanted.count)
      .first { bytes[$0] == first && bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { $0..<$0 + wanted.count }
  }
}
