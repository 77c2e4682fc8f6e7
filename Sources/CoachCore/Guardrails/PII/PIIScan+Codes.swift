extension PIIScan {
  /// GSTIN, PAN and IFSC: letters and digits at fixed places.
  func codes() -> [PIISpan] {
    words.lazy.map(\.lowerBound).filter { mayBeginCode(at: $0) }
      .compactMap { gstin(at: $0) ?? pan(at: $0) ?? ifsc(at: $0) }
  }

  /// Whether a digit stands near enough: the first of a PAN that is spelled letter by letter is ten places behind its
  /// start, those of the others nearer.
  private func mayBeginCode(at start: Int) -> Bool {
    text[start - 1] != "_"
      && text.scalars[start..<min(start + 11, text.scalars.count)].contains(where: \.isDigit)
  }

  /// What may stand at one place of a code.
  private enum Place {
    case digit, letter, letterOrDigit, zero
    /// The fourth of a PAN: what its holder is, `P` for a person.
    case holder
    /// The letter before the last place of a GSTIN.
    case letterZ
  }

  private static let panPlaces: [Place] =
    [.letter, .letter, .letter, .holder, .letter, .digit, .digit, .digit, .digit, .letter]
  private static let gstinPlaces: [Place] =
    [.digit, .digit] + panPlaces.map { $0 == .holder ? .letter : $0 }
    + [.letterOrDigit, .letterZ, .letterOrDigit]
  private static let ifscPlaces: [Place] =
    [.letter, .letter, .letter, .letter, .zero] + Array(repeating: .letterOrDigit, count: 6)

  private func matches(_ scalar: Unicode.Scalar, _ place: Place) -> Bool {
    switch place {
    case .digit: scalar.isDigit
    case .letter: scalar.isLatinLetter
    case .letterOrDigit: scalar.isDigit || scalar.isLatinLetter
    case .zero: scalar == "0"
    case .letterZ: scalar == "Z" || scalar == "z"
    case .holder: isHolder(scalar.asciiUppercased)
    }
  }

  private func isHolder(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "P", "C", "H", "A", "B", "G", "J", "L", "F", "T", "E": true
    default: false
    }
  }

  /// The end of a code at an index, when `isGap` allows what stands before each of its places.
  private func end(of places: [Place], at start: Int, gapBefore isGap: (Int) -> Bool = { _ in false }) -> Int?
  {
    var next = start
    for (position, place) in places.enumerated() {
      if position > 0, isGap(position) {
        guard text[next] == " " || text[next] == "-" else { return nil }
        next += 1
      }
      guard let scalar = text[next], matches(scalar, place) else { return nil }
      next += 1
    }
    return endsWord(at: next) ? next : nil
  }

  private func gstin(at start: Int) -> PIISpan? {
    guard text[start]?.isDigit == true else { return nil }
    // The state comes first: 01 to 38, 97 and 99 are given out.
    let state = (text[start]?.digitValue ?? 0) * 10 + (text[start + 1]?.digitValue ?? 0)
    guard (1...38).contains(state) || state == 97 || state == 99 else { return nil }
    return end(of: Self.gstinPlaces, at: start).map { PIISpan(kind: .gstin, range: start..<$0) }
  }

  /// A PAN in one piece, letter by letter, or in its three parts when those are capitals or the word PAN precedes.
  private func pan(at start: Int) -> PIISpan? {
    guard text[start]?.isLatinLetter == true else { return nil }
    let end: Int?
    if let whole = self.end(of: Self.panPlaces, at: start) {
      end = whole
    } else if let spelled = self.end(of: Self.panPlaces, at: start, gapBefore: { _ in true }) {
      end = spelled
    } else {
      end = self.end(of: Self.panPlaces, at: start, gapBefore: { $0 == 5 || $0 == 9 }).flatMap {
        isCapital(start..<$0) || wordBefore(start) == "pan" ? $0 : nil
      }
    }
    // Serial numbers begin at 0001.
    guard let end, text.scalars[start..<end].contains(where: { $0.isDigit && $0 != "0" }) else { return nil }
    return PIISpan(kind: .pan, range: start..<end)
  }

  private func ifsc(at start: Int) -> PIISpan? {
    guard let end = end(of: Self.ifscPlaces, at: start) else { return nil }
    // In small letters only with six digits: else it could be a hash or a word.
    guard isCapital(start..<end) || text.scalars[(start + 5)..<end].allSatisfy(\.isDigit) else { return nil }
    return PIISpan(kind: .ifsc, range: start..<end)
  }

  private func isCapital(_ range: Range<Int>) -> Bool {
    text.scalars[range].allSatisfy { !$0.isLatinLetter || $0.isLatinCapital }
  }
}
