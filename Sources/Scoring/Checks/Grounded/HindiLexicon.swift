import Foundation

/// What Hindi prose writes numbers with, beyond what ``NumberLexicon`` has for both languages.
enum HindiLexicon {
  /// A word without the dot below (`ज़` as `ज`) and with an anusvara for a chandrabindu, since both are written loosely.
  static func spelling(_ word: String) -> String {
    String(
      String.UnicodeScalarView(
        word.precomposedStringWithCompatibilityMapping.unicodeScalars.compactMap { scalar in
          switch scalar {
          case "\u{93C}": nil
          case "\u{901}": "\u{902}"
          default: scalar
          }
        }))
  }

  /// Keys in the spelling in which tokens arrive.
  static func spelled<Value>(_ words: [String: Value]) -> [String: Value] {
    Dictionary(words.map { (spelling($0), $1) }) { first, _ in first }
  }

  static func spelled(_ words: Set<String>) -> Set<String> { Set(words.map(spelling)) }

  /// Cardinals that are everyday words as well (`दो` is also "give"): numbers only beside a scale or a unit.
  static let everyday = spelled(["एक", "दो", "सौ"])

  /// Quarters of one: `डेढ़` is six.
  static let quarters: [String: Int] = spelled(["पौन": 3, "पौना": 3, "सवा": 5, "डेढ़": 6, "ढाई": 10])

  /// Quarters added to the cardinal behind: `साढ़े तीन` is three and two quarters.
  static let addedQuarters: [String: Int] = spelled(["पौने": -1, "सवा": 1, "साढ़े": 2])

  /// Parts of one in hundredths, alone or with a count in front: `चौथाई`, `तीन चौथाई`.
  static let parts: [String: [Int]] = spelled(["तिहाई": [33, 67], "चौथाई": [25, 50, 75]])

  /// Multiples in one word.
  static let multiples: [String: ExactDecimal] = spelled([
    "आधा": .ten(-1) * ExactDecimal(5), "आधी": .ten(-1) * ExactDecimal(5), "आधे": .ten(-1) * ExactDecimal(5),
    "दोगुना": ExactDecimal(2), "दोगुनी": ExactDecimal(2), "दोगुने": ExactDecimal(2), "दुगना": ExactDecimal(2),
    "दुगुना": ExactDecimal(2), "तिगुना": ExactDecimal(3), "तिगुनी": ExactDecimal(3), "चौगुना": ExactDecimal(4),
  ])

  /// The cardinals below a hundred, each a word of its own.
  static let cardinals: [String: Int] = spelled([
    "शून्य": 0, "एक": 1, "दो": 2, "तीन": 3, "चार": 4, "पाँच": 5, "छह": 6, "छः": 6, "छै": 6,
    "छे": 6, "सात": 7, "आठ": 8, "नौ": 9, "दस": 10, "ग्यारह": 11, "बारह": 12, "तेरह": 13,
    "चौदह": 14, "पंद्रह": 15, "पन्द्रह": 15, "सोलह": 16, "सत्रह": 17, "सतरह": 17, "अठारह": 18,
    "अट्ठारह": 18, "उन्नीस": 19, "बीस": 20, "इक्कीस": 21, "बाईस": 22, "बाइस": 22, "तेईस": 23,
    "तेइस": 23, "चौबीस": 24, "पच्चीस": 25, "छब्बीस": 26, "सत्ताईस": 27, "सत्ताइस": 27,
    "अट्ठाईस": 28, "अट्ठाइस": 28, "अठ्ठाईस": 28, "अठाईस": 28, "उनतीस": 29, "उन्तीस": 29, "तीस": 30,
    "इकतीस": 31, "इकत्तीस": 31, "बत्तीस": 32, "तैंतीस": 33, "तेंतीस": 33, "तेतीस": 33,
    "चौंतीस": 34, "चौतीस": 34, "पैंतीस": 35, "छत्तीस": 36, "सैंतीस": 37, "अड़तीस": 38,
    "उनतालीस": 39, "उन्तालीस": 39, "चालीस": 40, "इकतालीस": 41, "बयालीस": 42, "ब्यालीस": 42,
    "तैंतालीस": 43, "तेंतालीस": 43, "तेतालीस": 43, "चौवालीस": 44, "चवालीस": 44, "चौंवालीस": 44,
    "पैंतालीस": 45, "छियालीस": 46, "सैंतालीस": 47, "अड़तालीस": 48, "उनचास": 49, "उन्चास": 49,
    "पचास": 50, "इक्यावन": 51, "बावन": 52, "तिरपन": 53, "तिरेपन": 53, "चौवन": 54, "पचपन": 55,
    "छप्पन": 56, "सत्तावन": 57, "अट्ठावन": 58, "अठावन": 58, "उनसठ": 59, "साठ": 60, "इकसठ": 61,
    "बासठ": 62, "तिरसठ": 63, "तिरेसठ": 63, "चौंसठ": 64, "चौसठ": 64, "पैंसठ": 65, "छियासठ": 66,
    "सड़सठ": 67, "अड़सठ": 68, "उनहत्तर": 69, "सत्तर": 70, "इकहत्तर": 71, "बहत्तर": 72,
    "तिहत्तर": 73, "चौहत्तर": 74, "पचहत्तर": 75, "छिहत्तर": 76, "सतहत्तर": 77, "अठहत्तर": 78,
    "उनासी": 79, "उन्यासी": 79, "अस्सी": 80, "इक्यासी": 81, "बयासी": 82, "तिरासी": 83,
    "चौरासी": 84, "पचासी": 85, "छियासी": 86, "सत्तासी": 87, "सतासी": 87, "अट्ठासी": 88,
    "अठासी": 88, "नवासी": 89, "नब्बे": 90, "इक्यानवे": 91, "इक्यानबे": 91, "बानवे": 92,
    "बानबे": 92, "तिरानवे": 93, "तिरानबे": 93, "चौरानवे": 94, "चौरानबे": 94, "पचानवे": 95,
    "पंचानवे": 95, "पचानबे": 95, "छियानवे": 96, "छियानबे": 96, "सत्तानवे": 97, "सत्तानबे": 97,
    "अट्ठानवे": 98, "अट्ठानबे": 98, "निन्यानवे": 99, "निन्यानबे": 99,
  ])
}
