extension SuitabilityRules {
  /// Hindi phrases; words are folded like the text, so nukta and chandrabindu do not matter.
  static let hindi: [Rule] = [
    Rule(.moreEquity, "इक्विटी|शेयरों ..4 बढ़ाएं|बढ़ाइए|बढ़ाने|बढ़ाना|बढ़ाकर|बढ़ाओ|बढ़ाई|बढ़ाया"),
    Rule(
      .moreEquity,
      "इक्विटी|शेयरों में ..5 लगाएं|लगाना|लगाने|लगाइए|डालें|डालना|डालने|भेजें|भेजना|भेजने|निवेश|जोड़ें|मोड़ें|मोड़ना|मोड़ने",
      unless: hindiHeld),
    Rule(.moreEquity, "अधिक|ज्यादा|और|ज़्यादा इक्विटी ..3 लें|रखें|करें|जोड़ें|खरीदें|रखना|लेना"),
    Rule(.moreEquity, "इक्विटी ..3 अधिक|ज्यादा|ज़्यादा ..1 करें|रखें|लें|करना|रखना"),
    Rule(.moreEquity, "बढ़ाएं|बढ़ाइए ..2 इक्विटी"),

    Rule(.rebalance, "रीबैलेंस*|रिबैलेंस*|पुनर्संतुल*|पुनःसंतुल*|पुनर्संतुलित"),
    Rule(.rebalance, "फंड से ..3 दूसरे|अन्य|किसी ..2 फंड|स्कीम", unless: hindiInstalments),
    Rule(
      .rebalance, "से ..2 निकाल*|हटा* ..4 में", unless: hindiInstalments),
    Rule(
      .rebalance, "में ..1 स्विच|शिफ्ट|ट्रांसफर|स्थानांतरित ..1 करें|करना|कर|करने|कीजिए", unless: hindiInstalments),

    Rule(
      .newMoney,
      "इस|इसी|उसी|उस|इन|यह फंड|स्कीम|योजना|होल्डिंग में ..5 निवेश|लगाएं|डालें|जोड़ें|बढ़ाएं|एसआईपी|sip|पैसा|पैसे|रकम",
      unless: hindiHeld),
    Rule(.newMoney, "नया|नई|नए|अतिरिक्त|और पैसा|पैसे|रकम|राशि|निवेश|यूनिट ..2 इस|इसी|उसी फंड|स्कीम|योजना"),

    Rule(
      .saleWithoutCost, "बेच*", unless: ["अगर", "यदि", "बजाय"], then: "..6 टैक्स|कर|लोड|खर्च|लागत|शुल्क"),
    Rule(
      .saleWithoutCost, "बिक्री ..3 करें|करना|कीजिए|उचित|बेहतर|ठीक", unless: ["अगर", "यदि", "बजाय"]),
    Rule(.saleWithoutCost, "भुना*|रिडीम|रिडीमिंग", unless: ["अगर", "यदि", "बजाय"]),
    Rule(.saleWithoutCost, "पैसा|पैसे|रकम|राशि|यूनिट ..2 निकाल*", unless: ["अगर", "यदि", "बजाय"]),
    Rule(.saleWithoutCost, "स्विच ..2 करें|करना|कीजिए|करने|कर", unless: hindiInstalments),
    Rule(.saleWithoutCost, "मुनाफा|लाभ|घाटा वसूल*|बुक"),
    Rule(.saleWithoutCost, "फंड|स्कीम|योजना से ..1 बाहर|निकल ..1 निकल*|हो|जाएं|आएं"),

    Rule(.taxDeduction, "धारा 80|123"),
    Rule(
      .taxDeduction, "टैक्स|कर|आयकर बचत|बचाएं|बचाने|बचाना|बचाओ|बचेगा|छूट|कटौती|सेविंग|लाभ|फायदा",
      unless: ["बिक्री", "बाद", "रुकने", "इंतजार"]),
    Rule(.taxDeduction, "टैक्स|कर|आयकर में ..1 छूट|कटौती|बचत|लाभ|फायदा"),
    Rule(.taxDeduction, "ईएलएसएस|elss ..5 निवेश|लगाएं|टैक्स|कर|बचत|शुरू|छूट"),
    Rule(.taxDeduction, "टैक्स|कर|आयकर योग्य आय|इनकम|आमदनी ..3 घट*|कम"),
    Rule(.taxDeduction, "करयोग्य|टैक्सेबल|taxable आय|इनकम|आमदनी|income ..3 घट*|कम"),
    Rule(.taxDeduction, "टैक्स|कर रिजीम|व्यवस्था|प्रणाली", then: "..2 निर्भर|पता|मालूम"),

    Rule(
      .schemeOrder, "इस|यह|इसी|उस|इन|वह फंड|स्कीम|योजना|यूनिट ..3 खरीद*|रखें|रखो|रखिए|होल्ड"),
    Rule(.schemeOrder, "फंड|स्कीम|यूनिट ..1 खरीदें|खरीदिए|खरीदो|होल्ड"),
    Rule(.schemeOrder, "फंड|स्कीम|योजना में ..1 बने|टिके|निवेशित रहें|रहिए|रहो"),
  ]

  private static let hindiHeld: Set<String> = ["है", "हैं", "लगा", "लगी", "था", "थी"]
  private static let hindiInstalments: Set<String> = [
    "sip", "एसआईपी", "किस्त", "किस्तें", "मासिक", "नई", "नया", "नए", "आगे",
  ]
}
