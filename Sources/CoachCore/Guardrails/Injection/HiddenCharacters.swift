/// Finds characters that hide text or disguise it.
enum HiddenCharacters {
  /// The classes that occur, each once.
  static func threats(in scalars: [Unicode.Scalar]) -> [FieldThreat] {
    var found: [FieldThreat] = []
    func add(_ threat: FieldThreat) { if !found.contains(threat) { found.append(threat) } }
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x20..<0x7F, 0x900...0x97F: continue
      case 0x09, 0x0A, 0x0D: continue
      case 0x00..<0x20, 0x7F...0x9F: add(.control)
      case 0x202A...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: add(.bidi)
      case 0x200B, 0x2060...0x2064, 0xFEFF, 0x00AD, 0x180E, 0xE0000...0xE007F: add(.invisible)
      // Joiners belong to Devanagari and to emoji; between Latin letters they only split words for a filter.
      case 0x200C, 0x200D:
        let before = index > 0 ? scalars[index - 1] : " "
        if before.isLatinLetter || before == " " { add(.invisible) }
      case 0x370...0x3FF, 0x400...0x52F:
        let isBeside =
          index > 0 && scalars[index - 1].isLatinLetter
          || index + 1 < scalars.count && scalars[index + 1].isLatinLetter
        if isBeside { add(.mixedScript) }
      default: continue
      }
    }
    return found
  }
}
