import Foundation

/// What one Unicode scalar becomes when text is prepared for matching.
///
/// NFKC (UAX #15) first; on top of it invisible characters vanish, decimal digits of any script become ASCII, and
/// dashes, quotes and spaces each become one ASCII character, so that no spelling of a figure or a name slips past a
/// rail. Devanagari loses its nukta and its chandrabindu becomes an anusvara, because both are written loosely.
enum ScalarFolding {
  /// The scalars that stand for `scalar`; empty when it is invisible.
  static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if let simple = foldWithoutDecomposing(scalar) { return simple }
    let compatible = String(scalar).precomposedStringWithCompatibilityMapping
    return compatible.unicodeScalars.flatMap { foldWithoutDecomposing($0) ?? [$0] }
  }

  /// NFKC of a base and the marks on it, folded.
  static func fold(_ cluster: some Collection<Unicode.Scalar>) -> [Unicode.Scalar] {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: cluster)
    return String(text).precomposedStringWithCompatibilityMapping.unicodeScalars.flatMap {
      foldWithoutDecomposing($0) ?? [$0]
    }
  }

  /// Whether a scalar is one of those that most texts consist of and that fold to themselves; of the others some do.
  static func isFixed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0B...0x0D: false
    case 0x00..<0x80, 0x20B9, 0x2014: true
    case 0x929, 0x931, 0x934, 0x93C, 0x901, 0x958...0x95F, 0x966...0x96F: false
    case 0x900...0x97F: true
    default: false
    }
  }

  /// Whether a scalar is a mark that may compose with the scalar before it.
  static func isComposingMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300 && !(0x900...0x97F).contains(scalar.value)
      && scalar.properties.canonicalCombiningClass != .notReordered
  }

  /// The folding of scalars that need no table of decompositions; nil for the others.
  private static func foldWithoutDecomposing(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar.value {
    case 0x09, 0x0B, 0x0C, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return [" "]
    case 0x0D, 0x85, 0x2028, 0x2029: return ["\n"]
    case 0x00..<0x80: return [scalar]
    case 0x966...0x96F: return digit(scalar.value - 0x966)
    case 0x900...0x97F: return foldDevanagari(scalar)
    case 0x2010...0x2013, 0x2212, 0xFE58, 0xFE63, 0xFF0D: return ["-"]
    case 0x2018...0x201B, 0x02BC, 0xFF07: return ["'"]
    case 0x201C...0x201F, 0xFF02: return ["\""]
    case 0x2014, 0x2015, 0x2022, 0x20B9: return [scalar]
    case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFF01 + 0x21).map { [$0] }
    case 0x034F, 0x115F, 0x1160, 0x3164, 0xFE00...0xFE0F, 0xE0100...0xE01EF: return []
    default: return foldByProperties(scalar)
    }
  }

  private static func foldByProperties(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    let properties = scalar.properties
    if properties.generalCategory == .format { return [] }
    if properties.numericType == .decimal, let value = properties.numericValue {
      return digit(UInt32(value))
    }
    return nil
  }

  private static func foldDevanagari(_ scalar: Unicode.Scalar) -> [Unicode.Scalar]? {
    switch scalar.value {
    case 0x901: return ["\u{902}"]
    case 0x93C: return []
    case 0x929: return ["\u{928}"]
    case 0x931: return ["\u{930}"]
    case 0x934: return ["\u{933}"]
    case 0x958: return ["\u{915}"]
    case 0x959: return ["\u{916}"]
    case 0x95A: return ["\u{917}"]
    case 0x95B: return ["\u{91C}"]
    case 0x95C: return ["\u{921}"]
    case 0x95D: return ["\u{922}"]
    case 0x95E: return ["\u{92B}"]
    case 0x95F: return ["\u{92F}"]
    default: return [scalar]
    }
  }

  private static func digit(_ value: UInt32) -> [Unicode.Scalar]? {
    Unicode.Scalar(0x30 + value).map { [$0] }
  }
}
