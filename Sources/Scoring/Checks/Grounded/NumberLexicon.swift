/// The words that write numbers, scales and units, in English and Hindi.
enum NumberLexicon {
  /// Cardinals below a hundred.
  static let cardinals: [String: Int] = {
    let small = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    let pairs =
      small.enumerated().map { ($1, $0) } + tens.enumerated().map { ($1, 20 + $0 * 10) } + [("dozen", 12)]
    return Dictionary(uniqueKeysWithValues: pairs)
  }()

  /// The power of ten of each scale word.
  static let scales: [String: Int] = HindiLexicon.spelled([
    "hundred": 2, "hundreds": 2, "thousand": 3, "thousands": 3, "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5,
    "million": 6, "millions": 6, "crore": 7, "crores": 7, "billion": 9, "billions": 9, "trillion": 12,
    "सौ": 2, "हज़ार": 3, "हजार": 3, "लाख": 5, "करोड़": 7, "करोड": 7, "अरब": 9, "खरब": 11,
  ])

  /// Scale letters, which count only after a numeral.
  static let scaleLetters: [String: Int] = ["k": 3, "l": 5, "cr": 7, "crs": 7, "mn": 6, "bn": 9]
  /// Scale letters that mean something else without a currency before the numeral.
  static let currencyScaleLetters: [String: Int] = ["m": 6, "b": 9]

  static let rupeeWords: Set<String> = HindiLexicon.spelled(
    Set([
      "rs", "inr", "rupee", "rupees", "रु", "रुपये", "रुपए", "रुपया", "रुपयों", "रूपये", "रूपए", "रूपया", "रूपयों",
    ]))
  static let foreignSigns: Set<String> = ["$", "€", "£", "¥", "usd", "eur", "gbp"]

  static let units: [String: NumberMention.Dimension] = HindiLexicon.spelled([
    "percent": .percent, "pct": .percent, "प्रतिशत": .percent, "फीसदी": .percent, "फीसद": .percent,
    "pp": .percentPoint, "bps": .basisPoint, "bp": .basisPoint,
    "year": .years, "years": .years, "yr": .years, "yrs": .years, "साल": .years, "सालों": .years, "वर्ष": .years,
    "वर्षों": .years, "month": .months, "months": .months, "mo": .months, "mos": .months, "महीने": .months,
    "महीना": .months, "महीनों": .months, "माह": .months, "day": .days, "days": .days, "दिन": .days, "दिनों": .days,
    "unit": .units, "units": .units, "यूनिट": .units, "यूनिटें": .units, "times": .times,
    "x": .multiple, "fold": .multiple, "गुना": .multiple, "गुनी": .multiple, "गुने": .multiple, "बरस": .years,
  ])

  /// Verbs that state a multiple; nouns and adjectives such as `half` and `double` mean other things too often.
  static let multiples: [String: ExactDecimal] = {
    let half = ExactDecimal(5) * .ten(-1)
    return [
      "halves": half, "halved": half, "halving": half,
      "doubles": ExactDecimal(2), "doubled": ExactDecimal(2), "doubling": ExactDecimal(2),
      "triples": ExactDecimal(3), "tripled": ExactDecimal(3), "tripling": ExactDecimal(3),
      "quadruples": ExactDecimal(4), "quadrupled": ExactDecimal(4),
    ]
  }()

  static let months: [String: Int] = {
    let names = [
      ["january", "jan", "जनवरी"], ["february", "feb", "फरवरी"], ["march", "mar", "मार्च"],
      ["april", "apr", "अप्रैल"], ["may", "मई"], ["june", "jun", "जून"], ["july", "jul", "जुलाई"],
      ["august", "aug", "अगस्त"], ["september", "sep", "sept", "सितंबर", "सितम्बर"],
      ["october", "oct", "अक्टूबर", "अक्तूबर"], ["november", "nov", "नवंबर", "नवम्बर"],
      ["december", "dec", "दिसंबर", "दिसम्बर"],
    ]
    let pairs = names.enumerated().flatMap { index, names in names.map { ($0, index + 1) } }
    return HindiLexicon.spelled(Dictionary(uniqueKeysWithValues: pairs))
  }()

  static let ordinalSuffixes: Set<String> = ["st", "nd", "rd", "th"]
  static let rangeWords: Set<String> = ["to", "and", "or", "से", "और", "या"]
  static let rangeSigns: Set<Character> = ["-", "–", "—", "‐", "‑", "−"]
  static let minusSigns: Set<Character> = ["-", "−", "–", "‐", "‑"]
}
