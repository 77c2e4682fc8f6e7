/// Number words of English, and the words of both languages that are numbers only in company.
enum NumberWords {
  /// 0 to 19 and their like; a second number word may not follow directly.
  static let small: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
  ]

  /// The tens, after which a word of 1 to 9 may follow.
  static let tens: [String: Int] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80,
    "ninety": 90,
  ]

  /// Words that are a number only before a scale or a unit: “one lakh”, but not “the one lever”; `दो` is also “give”.
  static let ambiguous: Set<String> = ["one", "a", "an", "एक", "दो"]

  /// Words that stand for a multiple or a fraction by themselves.
  static let multiples: [String: ExactDecimal] = [
    "half": ExactDecimal(coefficient: 5, exponent: -1),
    "halve": ExactDecimal(coefficient: 5, exponent: -1),
    "halves": ExactDecimal(coefficient: 5, exponent: -1),
    "halved": ExactDecimal(coefficient: 5, exponent: -1),
    "halving": ExactDecimal(coefficient: 5, exponent: -1),
    "double": ExactDecimal(coefficient: 2, exponent: 0),
    "doubles": ExactDecimal(coefficient: 2, exponent: 0),
    "doubled": ExactDecimal(coefficient: 2, exponent: 0),
    "doubling": ExactDecimal(coefficient: 2, exponent: 0),
    "twice": ExactDecimal(coefficient: 2, exponent: 0),
    "triple": ExactDecimal(coefficient: 3, exponent: 0),
    "triples": ExactDecimal(coefficient: 3, exponent: 0),
    "tripled": ExactDecimal(coefficient: 3, exponent: 0),
    "tripling": ExactDecimal(coefficient: 3, exponent: 0),
    "thrice": ExactDecimal(coefficient: 3, exponent: 0),
    "quadruple": ExactDecimal(coefficient: 4, exponent: 0),
  ]

  /// What a third or a quarter is of one, at two decimals.
  static let parts: [String: ExactDecimal] = [
    "third": ExactDecimal(coefficient: 33, exponent: -2),
    "quarter": ExactDecimal(coefficient: 25, exponent: -2),
    "fifth": ExactDecimal(coefficient: 20, exponent: -2),
    "tenth": ExactDecimal(coefficient: 10, exponent: -2),
  ]

  /// Two thirds and three quarters, by the plural and the word before it.
  static let severalParts: [String: [String: ExactDecimal]] = [
    "two": [
      "thirds": ExactDecimal(coefficient: 67, exponent: -2),
      "fifths": ExactDecimal(coefficient: 40, exponent: -2),
    ],
    "three": [
      "quarters": ExactDecimal(coefficient: 75, exponent: -2),
      "fourths": ExactDecimal(coefficient: 75, exponent: -2),
      "fifths": ExactDecimal(coefficient: 60, exponent: -2),
    ],
    "four": ["fifths": ExactDecimal(coefficient: 80, exponent: -2)],
  ]

  /// Before `half` they make it a part of a year or a rhetorical one, not a figure.
  static let noHalfAfter: Set<String> = ["first", "second", "other", "latter", "former", "better"]

  /// After `half` or `double` and a hyphen or space they make it part of another word.
  static let compoundTails: Set<String> = [
    "year", "yearly", "yearlies", "check", "checked", "checking", "count", "counts", "counted", "counting",
    "digit",
    "digits", "entry", "taxation", "edged", "hearted",
  ]
}
