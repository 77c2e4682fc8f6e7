extension String {
  /// Whether two texts are the same bytes; `==` takes canonically equal ones for the same.
  func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return withBytes { bytes in other.withBytes { bytes.elementsEqual($0) } }
  }

  /// The place of another text's bytes in this one's, nil when they do not stand there or are none.
  func firstRangeOfBytes(_ text: String) -> Range<Int>? {
    withBytes { bytes in
      text.withBytes { wanted in
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        return (0...bytes.count - wanted.count)
          .first { bytes[$0] == first && bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
          .map { $0..<$0 + wanted.count }
      }
    }
  }

  private func withBytes<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    utf8.withContiguousStorageIfAvailable(read) ?? Array(utf8).withUnsafeBufferPointer(read)
  }
}
