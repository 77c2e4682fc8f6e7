/// Finds the names of schemes and fund houses in prose: those held, and whatever reads like one.
struct SchemeNames: Sendable {
  /// The words of a held name, and which of them it is told apart by.
  private struct Name: Sendable {
    let words: [String]
    let isDistinctive: [Bool]
  }

  /// The held names and the places in them where a word stands, by the word.
  private let held: [String: [(name: Name, position: Int)]]
  private let leads: Set<String>
  /// What words in the held names begin with.
  private let heldLeads: PhraseLeads

  /// - Parameter held: scheme and fund house names as registers spell them.
  init(held: [String]) {
    var names: [Name] = []
    for name in held {
      let words = PhraseWord.words(of: NormalizedText(name)).map(\.text)
      let distinctive = words.map { !SchemeVocabulary.general.contains($0) && Int($0) == nil }
      if distinctive.contains(true) { names.append(Name(words: words, isDistinctive: distinctive)) }
    }
    var held: [String: [(name: Name, position: Int)]] = [:]
    for name in names {
      for (position, word) in name.words.enumerated() { held[word, default: []].append((name, position)) }
    }
    self.held = held
    heldLeads = PhraseLeads(of: held.keys)
    leads = Set(
      names.compactMap { name in
        guard let lead = name.words.first, name.isDistinctive[0], lead.unicodeScalars.count > 2,
          !SchemeVocabulary.ordinary.contains(lead)
        else { return nil }
        return lead
      })
  }

  /// The places of names in the folded text, in order, without overlaps.
  func mentions(in text: ProseText) -> [Range<Int>] {
    let words = text.words
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      guard let end = heldName(at: index, words) ?? house(at: index, words) ?? properName(at: index, words)
      else {
        index += 1
        continue
      }
      found.append(words[index].range.lowerBound..<words[end - 1].range.upperBound)
      index = end
    }
    return found
  }

  // MARK: Held

  /// One past two or more words in a row of a held name, one of them distinctive; or past the word it begins with.
  private func heldName(at start: Int, _ words: [PhraseWord]) -> Int? {
    guard heldLeads.contains(words[start].lead) else { return nil }
    var longest = 0
    for (name, position) in held[words[start].text] ?? [] {
      let run = sharedRun(name, from: position, words, from: start)
      let isTelling = name.isDistinctive[position..<position + run].contains(true)
      if run >= 2, isTelling { longest = max(longest, run) }
    }
    if longest > 0 { return start + longest }
    return words[start].isCapitalised && leads.contains(words[start].text) ? start + 1 : nil
  }

  private func sharedRun(_ name: Name, from position: Int, _ words: [PhraseWord], from start: Int) -> Int {
    var run = 0
    while position + run < name.words.count, start + run < words.count,
      name.words[position + run] == words[start + run].text,
      words[start + run].sentence == words[start].sentence
    {
      run += 1
    }
    return run
  }

  // MARK: Any

  /// One past a fund house's name, alone when it can be nothing else, else before a word for a fund.
  private func house(at start: Int, _ words: [PhraseWord]) -> Int? {
    guard FundHouses.leads.contains(words[start].lead) else { return nil }
    for house in FundHouses.startingWith[words[start].text] ?? [] {
      let end = start + house.words.count
      guard end <= words.count, words[start..<end].elementsEqual(house.words, by: { $0.text == $1 }) else {
        continue
      }
      let isNamed = words[start].isCapitalised || !words[start].text.utf8.allSatisfy { $0 < 0x80 }
      if isNamed, !house.isOrdinaryWord { return end }
      if isNamed || house.words.count > 1, let fund = fundWord(from: end, words, words[start]) { return fund }
    }
    return nil
  }

  /// One past `Xyz Flexi Cap Fund`: a capitalised word that is no general term, and behind it nothing but capitalised
  /// words and kinds of fund up to a word for a fund.
  private func properName(at start: Int, _ words: [PhraseWord]) -> Int? {
    let word = words[start]
    guard word.isCapitalised, !SchemeVocabulary.general.contains(word.text),
      !SchemeVocabulary.determiners.contains(word.text), word.text.utf8.allSatisfy({ $0 < 0x80 })
    else { return nil }
    let beginsSentence = start == 0 || words[start - 1].sentence != word.sentence
    guard let end = fundWord(from: start + 1, words, word) else { return nil }
    // “Steady funds help” begins with a capital only because it is a sentence.
    let inner = words[start + 1..<end].dropLast()
    return beginsSentence && !inner.contains(where: \.isCapitalised) && !words[end - 1].isCapitalised
      ? nil : end
  }

  /// One past the word for a fund that follows within five words of the same clause.
  private func fundWord(from start: Int, _ words: [PhraseWord], _ first: PhraseWord) -> Int? {
    var index = start
    while index < words.count, index - start < 5, words[index].clause == first.clause {
      let word = words[index]
      if SchemeVocabulary.funds.contains(word.text) { return index + 1 }
      guard word.isCapitalised || SchemeVocabulary.general.contains(word.text) else { return nil }
      index += 1
    }
    return nil
  }
}
