import JSONKit

/// A disclaimer as it stands below an artifact; the policy may have it in another language than the prose.
struct LegalLine {
  let words, legalLang: String

  /// The disclaimers of an artifact written in a language.
  static func all(of artifact: JSONValue, within language: TextLanguage) -> [LegalLine] {
    (artifact["disclaimers"]?.array ?? []).compactMap { $0["text"]?.string }.map { text in
      LegalLine(words: text, legalLang: TextLanguage(lettersOf: text).attribute(within: language))
    }
  }
}
