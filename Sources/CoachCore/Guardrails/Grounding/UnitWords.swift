/// Words behind a number that scale it or say what it counts in, in English and Hindi.
enum UnitWords {
  /// The power of ten of a word such as lakh; nil for other words.
  ///
  /// Single letters count only where they cannot be another word, which the scanner decides.
  static func scale(_ word: String) -> Int? { scales[word] }

  private static let scales: [String: Int] = [
    "hundred": 2, "सौ": 2, "thousand": 3, "हजार": 3, "k": 3, "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "l": 5,
    "लाख": 5, "million": 6, "mn": 6, "crore": 7, "crores": 7, "cr": 7, "crs": 7, "करोड": 7, "billion": 9,
    "bn": 9,
    "अरब": 9, "खरब": 11, "trillion": 12,
  ]

  /// What a word after a number counts in; nil for other words.
  static func unit(_ word: String) -> WrittenQuantity.Unit? { units[word] }

  private static let units: [String: WrittenQuantity.Unit] = {
    let words: [(unit: WrittenQuantity.Unit, words: [String])] = [
      (.percent, ["percent", "pct", "percentage", "pp", "प्रतिशत", "फीसदी", "फीसद"]),
      (
        .months,
        ["month", "months", "mth", "mths", "mo", "mos", "महीना", "महीने", "महीनों", "माह", "मास", "माहों"]
      ),
      (.years, ["year", "years", "yr", "yrs", "साल", "सालों", "वर्ष", "वर्षों", "बरस"]),
      (.days, ["day", "days", "दिन", "दिनों"]),
      (.units, ["unit", "units", "यूनिट", "यूनिटें"]),
      (.foreignCurrency, ["dollar", "dollars", "usd", "euro", "euros", "eur", "pound", "pounds", "gbp"]),
      (
        .rupees,
        [
          "rupee", "rupees", "rs", "inr", "रुपये", "रुपए", "रुपया", "रुपयों", "रूपये", "रूपए", "रूपया", "रूपयों",
          "रु",
        ]
      ),
    ]
    return Dictionary(
      words.flatMap { unit, words in words.map { ($0, unit) } }, uniquingKeysWith: { first, _ in first })
  }()

  /// Whether a word in front of a number makes it rupees.
  static func isCurrency(_ token: TextToken) -> Bool {
    if token.isSymbol("₹") { return true }
    return token.kind == .word && currencies.contains(token.text)
  }

  /// Words in front of a number that make it rupees.
  static let currencies: Set<String> = ["rs", "inr", "रु", "रुपये", "रुपए", "रूपये", "रूपए"]

  /// The month a word names, 1 to 12; nil for other words.
  static func month(_ word: String) -> Int? { months[word] }

  /// Every word that names a month.
  static var monthNames: some Sequence<String> { months.keys }

  private static let months: [String: Int] = {
    let names: [[String]] = [
      ["january", "jan", "जनवरी"], ["february", "feb", "फरवरी"], ["march", "mar", "मार्च"],
      ["april", "apr", "अप्रैल"], ["may", "मई"], ["june", "jun", "जून"], ["july", "jul", "जुलाई"],
      ["august", "aug", "अगस्त"], ["september", "sep", "sept", "सितंबर", "सितम्बर"],
      ["october", "oct", "अक्टूबर", "अक्तूबर"], ["november", "nov", "नवंबर", "नवम्बर"],
      ["december", "dec", "दिसंबर", "दिसम्बर"],
    ]
    var months: [String: Int] = [:]
    for (index, spellings) in names.enumerated() {
      for spelling in spellings { months[spelling] = index + 1 }
    }
    return months
  }()
}
