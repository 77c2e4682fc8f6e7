/// The words of a text and what they are known by, over normalised scalars.
struct TextFeatures {
  private let scalars: [UInt32]
  private var position = 0

  init(_ text: String) {
    scalars = NormalizedText(text).scalars.map(Self.folded)
  }

  /// The next run of letters and digits.
  mutating func nextWord() -> ArraySlice<UInt32>? {
    while position < scalars.count, scalars[position] == Self.gap { position += 1 }
    let start = position
    while position < scalars.count, scalars[position] != Self.gap { position += 1 }
    return position > start ? scalars[start..<position] : nil
  }

  /// FNV-1a over scalars, finished by a mix (SplitMix64) so that all bits depend on all scalars.
  static func hash(_ word: ArraySlice<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for scalar in word { hash = (hash ^ UInt64(scalar)) &* 0x0000_0100_0000_01b3 }
    return mixed(hash)
  }

  /// The hashes of every three scalars in a row, the ends of the word marked.
  static func trigrams(of word: ArraySlice<UInt32>) -> [UInt64] {
    let marked = [gap] + word + [gap]
    return (0..<word.count).map { hash(marked[$0..<($0 + 3)]) }
  }

  private static let gap: UInt32 = 0

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    guard scalar.isWordLike else { return gap }
    if scalar.value < 0x80 { return scalar.asciiLowercased.value }
    // Devanagari has no case; scalars whose small form is more than one stay as they are.
    if (0x900...0x97F).contains(scalar.value) { return scalar.value }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first?.value ?? scalar.value : scalar.value
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
