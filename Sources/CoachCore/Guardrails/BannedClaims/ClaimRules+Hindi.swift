extension ClaimRules {
  /// Hindi patterns; words are folded like the text, so nukta and chandrabindu do not matter.
  static let hindi: [ClaimRule] = [
    ClaimRule(.assuredReturn, "गारंटी*|गारन्टी*|गारंटेड|गारंटिड|गैरंटी*"),
    ClaimRule(.assuredReturn, "निश्चित|सुनिश्चित|पक्का|पक्के|तय|पक्की ..1 रिटर्न*|मुनाफा|लाभ|आय|कमाई|आमदनी|फायदा"),
    ClaimRule(.assuredReturn, "रिटर्न|मुनाफा|लाभ ..1 निश्चित|पक्का|तय|सुनिश्चित"),
    ClaimRule(.assuredReturn, "वादा ..3 रिटर्न|मुनाफा"),
    ClaimRule(.certainty, "निश्चित रूप से"),
    ClaimRule(
      .certainty, "जरूर|अवश्य|पक्का|यकीनन ..4 पहुंच*|मिलेगा|मिलेगी|बढेगा|होगा|बनेंगे|पूरा", unless: hindiMarkets.union(hindiReturns)),
    ClaimRule(.certainty, "दोगुना|दोगुनी|डबल|दुगना|तिगुना हो ..1 जाएगा|जायेगा|जाएगी|जाएंगे"),
    ClaimRule(.certainty, "दोगुना|दोगुनी|डबल|दुगना|तिगुना होगा|होगी|होंगे"),
    ClaimRule(.certainty, "100 % पक्का|निश्चित"),
    ClaimRule(.certainty, "करोडपति|अमीर बन*|हो"),
    ClaimRule(.noRisk, "जोखिम मुक्त|रहित"),
    ClaimRule(.noRisk, "रिस्क फ्री"),
    ClaimRule(.noRisk, "कोई ..1 जोखिम|रिस्क|नुकसान|खतरा नहीं", negatable: false),
    ClaimRule(.noRisk, "शून्य|जीरो|ज़ीरो जोखिम|रिस्क|नुकसान"),
    ClaimRule(.noRisk, "बिना किसी? जोखिम|रिस्क|नुकसान|खतरे"),
    ClaimRule(.noRisk, "जोखिम|नुकसान|घाटा नहीं होगा|है", negatable: false, unless: ["बिना"]),
    ClaimRule(.noRisk, "पूरी|पूर्ण तरह|रूप से? सुरक्षित"),
    ClaimRule(.noRisk, "100 % सुरक्षित|सेफ"),
    ClaimRule(.noRisk, "पूर्णतः|पूर्णतया|बिल्कुल|एकदम सुरक्षित"),
    ClaimRule(.superlative, "सबसे अच्छा|अच्छी|अच्छे|बेहतर|बढिया|बेहतरीन|बडा ..2 \(hindiRanked)"),
    ClaimRule(.superlative, "सर्वश्रेष्ठ|सर्वोत्तम|बेस्ट|नंबर ..2 \(hindiRanked)"),
    ClaimRule(.superlative, "\(hindiRanked) ..1 सबसे अच्छा|अच्छी|बेहतर|बढिया|बेहतरीन"),
    ClaimRule(.superlative, "सबसे ज्यादा|अधिक रिटर्न|मुनाफा"),
    ClaimRule(.stockTip, "शेयर|स्टॉक|शेयरों ..3 खरीद*|बेच*"),
    ClaimRule(.stockTip, "खरीदें|खरीदो|बेचें|बेचो ..3 शेयर|स्टॉक"),
    ClaimRule(.stockTip, "मल्टीबैगर"),
    ClaimRule(
      .pastPerformancePromise,
      "पिछला|पिछले|पिछली|अतीत|पुराना|पुराने ~5 जारी|दोहरा*|बना|कायम|मिलता|मिलेगा ..1 रहेगा|रहेंगे|रहेगी|जाएगा|होगा|मिलेगा"),
    ClaimRule(.pastPerformancePromise, "पिछला|पिछले|पिछली|अतीत ~6 दोहराएगा|दोहराएंगे|मिलेगा|मिलेंगे"),
    ClaimRule(.pastPerformancePromise, "भविष्य में भी ..5 मिलेगा|मिलेंगे|रहेगा|रहेंगे|देगा"),
    ClaimRule(.urgency, "जल्दी|तुरंत|फौरन|अभी ..1 करें|करो|कीजिए|निवेश|खरीदें"),
    ClaimRule(.urgency, "आखिरी|अंतिम मौका|अवसर"),
    ClaimRule(.urgency, "देर न|ना|मत करें|करो|कीजिए", negatable: false),
    ClaimRule(.urgency, "मौका|अवसर ..2 न|ना|मत गंवाएं|चूकें|छोडें|गवाएं", negatable: false),
    ClaimRule(.urgency, "देर हो|होने ..1 जाए|से|जाएगी"),
    ClaimRule(.urgency, "सीमित समय|अवधि"),
    ClaimRule(
      .marketPrediction,
      "सेंसेक्स|निफ्टी|बाजार|मार्केट ..7 पहुंचेगा|जाएगा|जायेगा|बढेगा|गिरेगा|छुएगा|छूएगा|चढेगा|टूटेगा|उछलेगा|लुढकेगा|आएगी|आएगा|पार",
      unless: ["अगर", "यदि", "सकता"]),
  ]

  private static let hindiRanked = "फंड|फंड्स|स्कीम|योजना|निवेश|रिटर्न|शेयर|स्टॉक|म्यूचुअल"
  private static let hindiReturns: Set<String> = ["रिटर्न", "मुनाफा", "लाभ", "आय", "कमाई", "फायदा"]
  private static let hindiMarkets: Set<String> = ["सेंसेक्स", "निफ्टी", "बाजार", "मार्केट"]
}
