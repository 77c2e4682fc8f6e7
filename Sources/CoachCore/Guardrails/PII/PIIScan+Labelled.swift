extension PIIScan {
  /// Folio and account numbers behind the word that says so, and NSDL's `IN` pairs.
  func labelled() -> [PIISpan] {
    var spans: [PIISpan] = []
    var position = 0
    for word in words where word.lowerBound >= position && text[word.lowerBound - 1] != "_" {
      let letters = word.lowerBound..<min(lettersEnd(from: word.lowerBound), word.upperBound)
      guard let label = label(of: letters),
        let span = span(after: label, from: letters.lowerBound, wordEnd: letters.upperBound)
      else { continue }
      spans.append(span)
      position = max(span.range.upperBound, letters.upperBound)
    }
    return spans
  }

  /// What a word says the number behind it is.
  private enum Label {
    case folio, account, participant, beneficiary
    /// `A`, when `/c` follows.
    case letterA
  }

  /// The labels by how many letters they have: a text has many words and hardly a label, and their length alone rules
  /// most of them out.
  private static let labels: [[(word: [Unicode.Scalar], label: Label)]] = {
    let words: [(words: [String], label: Label)] = [
      (["folio", "folios", "फोलियो"], .folio),
      (["account", "accounts", "acct", "acc", "खाता", "खाते"], .account),
      (["a"], .letterA), (["in"], .participant),
      (["demat", "boid", "beneficiary", "bo", "cdsl", "client", "dp"], .beneficiary),
    ]
    var labels: [[(word: [Unicode.Scalar], label: Label)]] = []
    for (word, label) in words.flatMap({ group in group.words.map { ($0, group.label) } }) {
      let letters = Array(word.unicodeScalars)
      while labels.count <= letters.count { labels.append([]) }
      labels[letters.count].append((letters, label))
    }
    return labels
  }()

  private func label(of word: Range<Int>) -> Label? {
    guard word.count < Self.labels.count else { return nil }
    return Self.labels[word.count].first { label in
      label.word.indices.allSatisfy {
        label.word[$0] == text.scalars[word.lowerBound + $0].asciiLowercased
      }
    }?.label
  }

  private func span(after label: Label, from start: Int, wordEnd: Int) -> PIISpan? {
    switch label {
    case .folio:
      return folio(at: skipLabel(from: wordEnd))
    case .account:
      return account(at: skipLabel(from: wordEnd))
    case .letterA:
      guard text[wordEnd] == "/" else { return nil }
      let next = self.word(at: wordEnd + 1)
      return next.text == "c" ? account(at: skipLabel(from: next.end)) : nil
    case .participant:
      return nsdlAccount(from: start)
    case .beneficiary:
      return beneficiary(at: skipLabel(from: wordEnd))
    }
  }

  /// Past the words and signs between a label and its number: `No.`, `number`, `is`, `:`, `#`, quotes.
  private func skipLabel(from index: Int) -> Int {
    var next = index
    for _ in 0..<12 {
      while let scalar = text[next], [" ", ".", ":", "#", "-", "\"", "'", "=", "(", "\n"].contains(scalar) {
        next += 1
      }
      let word = word(at: next)
      guard Self.fillers.contains(word.text) else { break }
      next = word.end
    }
    return next
  }

  private static let fillers: Set<String> = [
    "no", "nos", "number", "numbers", "num", "id", "is", "are", "account", "demat", "bank", "savings",
    "current",
    "संख्या", "नंबर", "नं", "है",
  ]

  /// 6 to 12 digits, with up to 3 more behind a slash.
  private func folio(at start: Int) -> PIISpan? {
    var digits = digitsEnd(from: start)
    if digits - start < 6 {
      // 910 1234 5678
      let run = DigitRun(startingAt: start, in: text, separators: .space)
      guard run.groups.allSatisfy({ $0.count >= 3 }), let runEnd = run.end else { return nil }
      digits = runEnd
    }
    guard (6...12).contains(text.scalars[start..<digits].count { $0.isDigit }) else { return nil }
    var end = digits
    let slash = skipSpaces(from: digits)
    if text[slash] == "/" {
      let suffix = skipSpaces(from: slash + 1)
      let suffixEnd = digitsEnd(from: suffix)
      if (1...3).contains(suffixEnd - suffix), endsWord(at: suffixEnd) { end = suffixEnd }
    }
    return endsWord(at: end) ? PIISpan(kind: .folio, range: start..<end) : nil
  }

  /// 9 to 18 digits, in one piece or in groups of at least three, or digits behind X or * that mask the rest.
  private func account(at start: Int) -> PIISpan? {
    if let masked = maskedAccount(at: start) { return masked }
    let run = DigitRun(startingAt: start, in: text, separators: .spaceOrHyphen)
    for count in stride(from: run.groups.count, to: 0, by: -1) {
      let groups = run.groups[..<count]
      let digits = groups.reduce(0) { $0 + $1.count }
      let areWhole = count == 1 || groups.allSatisfy { $0.count >= 3 }
      guard (9...18).contains(digits), areWhole, let end = groups.last?.upperBound, endsWord(at: end) else {
        continue
      }
      return PIISpan(kind: .bankAccount, range: start..<end)
    }
    return nil
  }

  private func maskedAccount(at start: Int) -> PIISpan? {
    var mask = start
    while let scalar = text[mask], scalar.asciiLowercased == "x" || scalar == "*" || scalar == "•" {
      mask += 1
    }
    guard mask - start >= 2 else { return nil }
    let digits = text[mask] == " " || text[mask] == "-" ? mask + 1 : mask
    let end = digitsEnd(from: digits)
    guard (2...6).contains(end - digits), endsWord(at: end) else { return nil }
    return PIISpan(kind: .bankAccount, range: start..<end)
  }

  /// `IN300394`, perhaps words such as `client id`, and eight digits.
  private func nsdlAccount(from start: Int) -> PIISpan? {
    let participant = digitsEnd(from: start + 2)
    if participant - start == 16, endsWord(at: participant) {
      return PIISpan(kind: .demat, range: start..<participant)
    }
    guard participant - start == 8 else { return nil }
    return clientID(behind: participant).map { PIISpan(kind: .demat, range: start..<$0) }
  }

  /// The end of the eight digits of a client id behind a participant's id.
  private func clientID(behind participant: Int) -> Int? {
    var next = participant
    for _ in 0..<8 {
      while let scalar = text[next], [" ", "-", "/", ":", ".", ",", "(", "#"].contains(scalar) { next += 1 }
      let word = word(at: next)
      guard ["client", "id", "cl", "no", "dp", "and", "number"].contains(word.text) else { break }
      next = word.end
    }
    let end = digitsEnd(from: next)
    return end - next == 8 && endsWord(at: end) ? end : nil
  }

  /// CDSL's sixteen digits behind a label, whatever they start with, also as `12081600 client id 12345678`.
  private func beneficiary(at start: Int) -> PIISpan? {
    if digitsEnd(from: start) - start == 8, let end = clientID(behind: start + 8) {
      return PIISpan(kind: .demat, range: start..<end)
    }
    let run = DigitRun(startingAt: start, in: text, separators: .spaceOrHyphen)
    var digits = 0
    for group in run.groups {
      digits += group.count
      if digits == 16, endsWord(at: group.upperBound) {
        return PIISpan(kind: .demat, range: start..<group.upperBound)
      }
    }
    return nil
  }
}
