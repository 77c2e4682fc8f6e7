/// Judges whether a text keeps to its language, by script and by words that betray the other.
///
/// Hindi is written in Devanagari; the Latin abbreviations of the trade (`SIP`, `NAV`, `FY`) and what stands in capitals
/// stay Latin. English holds no Devanagari, and neither language Hindi in Latin letters.
struct LanguageUse {
  private let language: ProseLanguage

  init(_ language: ProseLanguage) { self.language = language }

  func findings(in text: ProseText) -> [GuardrailVerdict.Finding] {
    let words = text.words.filter { !$0.isNumber && $0.text.unicodeScalars.contains(where: \.isLetter) }
    let foreign = words.filter { isForeign($0, in: text) }
    guard let first = foreign.first else { return [] }
    if foreign.count * 2 > words.count, words.count > 1 {
      let detail = "the prose has to be in \(name); most of it is not"
      return [text.finding("language_mismatch", at: first.range, detail: detail)]
    }
    return foreign.map {
      text.finding("mixed_language", at: $0.range, detail: "the prose has to be in \(name) throughout")
    }
  }

  private var name: String { language == .english ? "English" : "Hindi, in Devanagari" }

  private func isForeign(_ word: PhraseWord, in text: ProseText) -> Bool {
    let isLatin = word.text.utf8.allSatisfy { $0 < 0x80 }
    if isLatin, Self.romanisedHindi.contains(word.text) { return true }
    switch language {
    case .english: return !isLatin && word.text.unicodeScalars.contains { (0x900...0x97F).contains($0.value) }
    case .hindi: return isLatin && !isAbbreviation(word, in: text)
    }
  }

  /// Whether a Latin word of Hindi prose is an abbreviation, or letters with digits that name something.
  private func isAbbreviation(_ word: PhraseWord, in text: ProseText) -> Bool {
    let scalars = text.folded.scalars[word.range]
    if Self.latinOfTheTrade.contains(word.text) { return true }
    return scalars.count <= 6 && scalars.allSatisfy { !$0.isLatinLetter || $0.isLatinCapital }
  }

  private static let latinOfTheTrade: Set<String> = ["nifty", "sensex", "etfs", "sips", "l", "cr", "k", "fy"]

  /// Frequent words of Hindi in Latin letters that are no English words.
  private static let romanisedHindi: Set<String> = [
    "aap", "aapka", "aapke", "aapki", "aapko", "apka", "apke", "apki", "apne", "apna", "hai", "hain", "hoga",
    "hogi",
    "nahi", "nahin", "nhi", "karein", "karen", "kijiye", "karna", "karne", "karo", "raha", "rahi", "rahe",
    "gaya",
    "gayi", "liye", "lekin", "magar", "aur", "kya", "kyun", "kaise", "kitna", "kitne", "bahut", "thoda",
    "zyada",
    "jyada", "kam", "paisa", "paise", "nivesh", "lakshya", "bachat", "jaldi", "abhi", "agar", "yadi", "sirf",
    "mahina", "mahine", "saal", "har", "tak", "badhaye", "badhao", "milega", "milegi", "chahiye", "sakta",
    "sakte",
    "sakti", "hota", "hoti", "hote", "yeh", "woh", "isse", "usse", "ke", "ki", "ka", "ko", "mein", "se",
    "accha",
    "behtar", "peeche", "pichhe", "aage", "bilkul", "matlab", "kripya", "dhyan", "jama", "keemat",
  ]
}
