/// The languages the coach writes, as the `lang` attribute names them.
enum TextLanguage: String {
  case english = "en"
  case hindi = "hi"

  /// The language a record declares, or the one the letters of a text are of.
  init(declared: String?, text: String) {
    self = declared.flatMap(Self.init(rawValue:)) ?? Self(lettersOf: text)
  }

  /// Hindi where Devanagari letters outnumber the others, which leaves room for `SIP` and `₹`.
  init(lettersOf text: String) {
    var devanagari = 0
    var others = 0
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      if (0x0900...0x097F).contains(scalar.value) { devanagari += 1 } else { others += 1 }
    }
    self = devanagari > others ? .hindi : .english
  }

  /// What the attribute says, empty where it would repeat the language around it.
  func attribute(within outer: TextLanguage = .english) -> String { self == outer ? "" : rawValue }
}
