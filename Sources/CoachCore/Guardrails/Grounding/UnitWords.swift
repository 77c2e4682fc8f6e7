/// Words behind a number that scale it or say what it counts in, in English and Hindi.
enum UnitWords {
  /// The power of ten of a word such as lakh; nil for other words.
  ///
  /// Single letters count only where they cannot be another word, which the scanner decides.
  static func scale(_ word: String) -> Int? {
    switch word {
    case "hundred", "सौ": 2
    case "thousand", "हजार", "k": 3
    case "lakh", "lakhs", "lac", "lacs", "l", "लाख": 5
    case "million", "mn": 6
    case "crore", "crores", "cr", "crs", "करोड": 7
    case "billion", "bn", "अरब": 9
    case "खरब": 11
    case "trillion": 12
    default: nil
    }
  }

  /// What a word after a number counts in; nil for other words.
  static func unit(_ word: String) -> WrittenQuantity.Unit? {
    switch word {
    case "percent", "pct", "percentage", "pp", "प्रतिशत", "फीसदी", "फीसद": .percent
    case "month", "months", "mth", "mths", "mo", "mos", "महीना", "महीने", "महीनों", "माह", "मास", "माहों": .months
    case "year", "years", "yr", "yrs", "साल", "सालों", "वर्ष", "वर्षों", "बरस": .years
    case "day", "days", "दिन", "दिनों": .days
    case "unit", "units", "यूनिट", "यूनिटें": .units
    case "dollar", "dollars", "usd", "euro", "euros", "eur", "pound", "pounds", "gbp": .foreignCurrency
    case "rupee", "rupees", "rs", "inr", "रुपये", "रुपए", "रुपया", "रुपयों", "रूपये", "रूपए", "रूपया", "रूपयों", "रु":
      .rupees
    default: nil
    }
  }

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
