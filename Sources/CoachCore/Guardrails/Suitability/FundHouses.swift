/// Fund houses by the names people use, in Latin and Devanagari.
///
/// Names that are common words as well count only before a word for a fund.
enum FundHouses {
  struct House: Sendable {
    let words: [String]
    let isOrdinaryWord: Bool
  }

  /// The houses by the first word of their name, longer names first.
  static let startingWith: [String: [House]] = {
    let houses =
      named.map { House(words: words($0), isOrdinaryWord: false) }
      + ordinary.map { House(words: words($0), isOrdinaryWord: true) }
    return Dictionary(grouping: houses.filter { !$0.words.isEmpty }, by: { $0.words[0] })
      .mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  /// What the first words of the names begin with.
  static let leads = PhraseLeads(of: startingWith.keys)

  private static func words(_ name: String) -> [String] {
    PhraseWord.words(of: NormalizedText(name)).map(\.text)
  }

  private static let named = [
    "HDFC", "ICICI Prudential", "ICICI", "SBI", "Nippon India", "Nippon", "Kotak", "Kotak Mahindra",
    "Aditya Birla Sun Life", "ABSL", "UTI", "Mirae Asset", "Mirae", "DSP", "Edelweiss", "Tata",
    "Canara Robeco",
    "PPFAS", "Parag Parikh", "Motilal Oswal", "HSBC", "Invesco", "PGIM", "Baroda BNP Paribas",
    "Mahindra Manulife",
    "LIC", "JM Financial", "WhiteOak", "IDFC", "IDBI", "Zerodha", "Groww", "Bajaj Finserv", "Samco", "Axis",
    "Franklin Templeton", "Bandhan", "Sundaram", "BNP Paribas", "Quantum", "Indiabulls", "Yes Bank",
    "एचडीएफसी", "आईसीआईसीआई", "एसबीआई", "निप्पॉन", "निप्पोन", "कोटक", "आदित्य बिड़ला", "यूटीआई", "मिराए", "मिरे एसेट",
    "डीएसपी", "एडलवाइस", "केनरा रोबेको", "पराग पारिख", "पराग पारेख", "मोतीलाल ओसवाल", "इन्वेस्को", "एलआईसी",
    "पीजीआईएम", "ज़ेरोधा", "ग्रो म्यूचुअल", "बजाज फिनसर्व", "फ्रैंकलिन", "एक्सिस", "बंधन म्यूचुअल", "सुंदरम", "एचएसबीसी",
  ]
  private static let ordinary = [
    "Quant", "Union", "Navi", "Helios", "Trust", "Shriram", "Taurus", "Old Bridge", "Angel One", "Choice",
    "Franklin",
    "NJ", "ITI", "360 ONE", "Unifi", "Abakkus", "Jio BlackRock", "Bank of India", "Capitalmind", "Reliance",
    "क्वांट", "यूनियन", "नवी", "टाटा",
  ]
}
