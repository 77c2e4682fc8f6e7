/// The first two letters of the words that phrases of a table begin with.
///
/// Most words of a text begin like no phrase, and one look at a bit rules them out before any table is asked.
struct PhraseLeads: Sendable {
  /// Letters are told apart by their last seven bits: within a script that is all of them, and two that are mixed up
  /// only cost a look into the table.
  private static let letters = 128

  private var bits = [UInt64](repeating: 0, count: letters * letters / 64)

  /// No words.
  init() {}

  /// Some words.
  init(of words: some Sequence<String>) {
    for word in words { insert(word: word) }
  }

  /// The first two letters of a word as one number.
  static func lead(of word: String) -> Int {
    var scalars = word.unicodeScalars.makeIterator()
    let (first, second) = (scalars.next()?.value ?? 0, scalars.next()?.value ?? 0)
    return Int(first) % letters * letters + Int(second) % letters
  }

  /// Adds a word that phrases begin with.
  mutating func insert(word: String) { insert(Self.lead(of: word)) }

  /// Adds letters that first words of phrases begin with.
  mutating func insert(prefix: String) {
    let lead = Self.lead(of: prefix)
    guard prefix.unicodeScalars.count == 1 else { return insert(lead) }
    for second in 0..<Self.letters { insert(lead + second) }
  }

  /// Whether a phrase may begin with a word that has this lead.
  func contains(_ lead: Int) -> Bool { bits[lead / 64] & (1 << (lead % 64)) != 0 }

  private mutating func insert(_ lead: Int) { bits[lead / 64] |= 1 << (lead % 64) }
}
