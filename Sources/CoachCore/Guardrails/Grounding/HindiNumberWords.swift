/// Number words of Hindi, where every number below a hundred has a word of its own.
enum HindiNumberWords {
  /// 0 to 99, other spellings included.
  static let cardinals: [String: Int] = {
    var cardinals: [String: Int] = [:]
    for (value, spellings) in words.split(whereSeparator: \.isWhitespace).enumerated() {
      for spelling in spellings.split(separator: "|") { cardinals[folded(spelling)] = value }
    }
    return cardinals
  }()

  /// One and a quarter, one and a half, two and a half, three quarters.
  static let halves: [String: ExactDecimal] = [
    folded("डेढ़"): ExactDecimal(coefficient: 15, exponent: -1),
    folded("ढाई"): ExactDecimal(coefficient: 25, exponent: -1),
    folded("सवा"): ExactDecimal(coefficient: 125, exponent: -2),
    folded("पौन"): ExactDecimal(coefficient: 75, exponent: -2),
  ]

  /// What a word in front of a cardinal adds to it: `साढ़े तीन` is three and a half, `पौने दो` two less a quarter.
  static let additions: [String: ExactDecimal] = [
    folded("साढ़े"): ExactDecimal(coefficient: 5, exponent: -1),
    folded("सवा"): ExactDecimal(coefficient: 25, exponent: -2),
    folded("पौने"): ExactDecimal(coefficient: -25, exponent: -2),
  ]

  /// Words that stand for a multiple or a fraction by themselves.
  static let multiples: [String: ExactDecimal] = {
    let words = [
      ("आधा आधी आधे", ExactDecimal(coefficient: 5, exponent: -1)),
      ("दोगुना दोगुनी दोगुने दुगना दुगनी दुगने दुगुना दुगुनी दुगुने", ExactDecimal(coefficient: 2, exponent: 0)),
      ("तिगुना तिगुनी तिगुने", ExactDecimal(coefficient: 3, exponent: 0)),
      ("चौगुना चौगुनी चौगुने", ExactDecimal(coefficient: 4, exponent: 0)),
      ("तिहाई", ExactDecimal(coefficient: 33, exponent: -2)),
      ("चौथाई", ExactDecimal(coefficient: 25, exponent: -2)),
    ]
    return Dictionary(
      uniqueKeysWithValues: words.flatMap { spellings, value in
        spellings.split(separator: " ").map { (folded($0), value) }
      })
  }()

  /// Thirds and quarters by the word in front, at two decimals: `दो तिहाई`.
  static let parts: [String: [String: ExactDecimal]] = [
    folded("एक"): [
      folded("तिहाई"): ExactDecimal(coefficient: 33, exponent: -2),
      folded("चौथाई"): ExactDecimal(coefficient: 25, exponent: -2),
    ],
    folded("दो"): [folded("तिहाई"): ExactDecimal(coefficient: 67, exponent: -2)],
    folded("तीन"): [folded("चौथाई"): ExactDecimal(coefficient: 75, exponent: -2)],
  ]

  private static func folded(_ word: some StringProtocol) -> String { String(NormalizedText(String(word))) }

  private static let words = """
    शून्य एक दो तीन चार पाँच छह|छः|छै|छे सात आठ नौ
    दस ग्यारह बारह तेरह चौदह पंद्रह|पन्द्रह सोलह सत्रह|सतरह अठारह|अट्ठारह उन्नीस
    बीस इक्कीस बाईस|बाइस तेईस|तेइस चौबीस पच्चीस छब्बीस सत्ताईस|सत्ताइस अट्ठाईस|अट्ठाइस|अठ्ठाईस|अठाईस उनतीस|उन्तीस
    तीस इकतीस|इकत्तीस बत्तीस तैंतीस|तेंतीस|तेतीस चौंतीस|चौतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस|उन्तालीस
    चालीस इकतालीस बयालीस|ब्यालीस तैंतालीस|तेंतालीस|तेतालीस चौवालीस|चवालीस|चौंवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास|उन्चास
    पचास इक्यावन बावन तिरपन|तिरेपन चौवन पचपन छप्पन सत्तावन अट्ठावन|अठावन उनसठ
    साठ इकसठ बासठ तिरसठ|तिरेसठ चौंसठ|चौसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर
    सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी|उन्यासी
    अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी|सतासी अट्ठासी|अठासी नवासी
    नब्बे इक्यानवे|इक्यानबे बानवे|बानबे तिरानवे|तिरानबे चौरानवे|चौरानबे पचानवे|पंचानवे|पचानबे छियानवे|छियानबे सत्तानवे|सत्तानबे अट्ठानवे|अट्ठानबे निन्यानवे|निन्यानबे
    """
}
