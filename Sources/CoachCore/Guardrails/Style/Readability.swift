/// Judges how long a text is and how hard to read.
///
/// English is held to the Flesch–Kincaid grade (Kincaid, Fishburne, Rogers and Chissom 1975),
/// 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Figures count as words of one syllable, since a reader
/// takes them in at a glance. No such formula is established for Hindi; there the mean number of words a sentence
/// stands for it.
struct Readability: Sendable {
  let maxWords: Int
  /// The highest Flesch–Kincaid grade: a newspaper's business page. [C]
  static let highestGrade = 14.0
  /// The most words a sentence of Hindi may have on average. [C]
  static let longestMean = 24.0
  /// The most words of any one sentence, in either language. [C]
  static let longestSentence = 45
  /// Texts with fewer words have no grade: one long term would decide it.
  static let fewestWords = 20

  func findings(in text: ProseText, language: ProseLanguage) -> [GuardrailVerdict.Finding] {
    let sentences = text.words.chunkedBySentence
    guard let first = text.words.first, let last = text.words.last else { return [] }
    var findings: [GuardrailVerdict.Finding] = []
    let whole = first.range.lowerBound..<last.range.upperBound
    if text.words.count > maxWords {
      findings.append(
        text.finding("too_long", at: whole, detail: "\(text.words.count) words; at most \(maxWords)"))
    }
    for words in sentences where words.count > Self.longestSentence {
      findings.append(
        text.finding(
          "sentence_too_long",
          at: words[words.startIndex].range.lowerBound..<words[words.endIndex - 1].range.upperBound,
          detail: "\(words.count) words in one sentence; at most \(Self.longestSentence)"))
    }
    guard text.words.count >= Self.fewestWords, let reason = hardness(text.words, sentences.count, language)
    else {
      return findings
    }
    return findings + [text.finding("reading_grade", at: whole, detail: reason)]
  }

  private func hardness(_ words: [PhraseWord], _ sentences: Int, _ language: ProseLanguage) -> String? {
    let mean = Double(words.count) / Double(max(1, sentences))
    switch language {
    case .hindi:
      guard mean > Self.longestMean else { return nil }
      return "\(Int(mean.rounded())) words a sentence on average; at most \(Int(Self.longestMean))"
    case .english:
      let grade = Self.grade(words, sentences: sentences)
      guard grade > Self.highestGrade else { return nil }
      return
        "reading grade \(Int(grade.rounded())); at most \(Int(Self.highestGrade)): shorter sentences, plainer words"
    }
  }

  /// The Flesch–Kincaid grade; 0 without words.
  static func grade(_ words: [PhraseWord], sentences: Int) -> Double {
    guard !words.isEmpty, sentences > 0 else { return 0 }
    let syllables = words.reduce(0) { $0 + ($1.isNumber ? 1 : self.syllables($1.text)) }
    return 0.39 * Double(words.count) / Double(sentences) + 11.8 * Double(syllables) / Double(words.count)
      - 15.59
  }

  /// Groups of vowels, a silent final e aside; at least one.
  static func syllables(_ word: String) -> Int {
    var count = 0
    var wasVowel = false
    let letters = Array(word.utf8)
    for letter in letters {
      let isVowel = vowels.contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let endsSilently =
      letters.count > 2 && letters.last == UInt8(ascii: "e") && !vowels.contains(letters[letters.count - 2])
      && letters[letters.count - 2] != UInt8(ascii: "l")
    return max(1, count - (endsSilently ? 1 : 0))
  }

  private static let vowels = Set("aeiouy".utf8)
}
