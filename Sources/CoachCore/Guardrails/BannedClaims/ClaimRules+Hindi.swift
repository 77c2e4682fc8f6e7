extension ClaimRules {
  /// Hindi patterns; words are folded like the text, so nukta and chandrabindu do not matter.
  ///
  /// A negation stands behind the claim in Hindi (`गारंटी नहीं है`), so rules that contain one are not negatable.
  static let hindi: [PhraseRule<BannedClaim>] =
    hindiAssured + hindiCertain + hindiRiskless + hindiSuperlatives + hindiTips + hindiPast + hindiHurry
    + hindiMarkets

  private static let returns = "रिटर्न|मुनाफा|मुनाफे|लाभ|आय|कमाई|आमदनी|फायदा"
  private static let hindiRanked = "फंड|फंड्स|फंडों|स्कीम|स्कीमें|योजना|निवेश|रिटर्न|शेयर|स्टॉक|म्यूचुअल|एसआईपी"
  private static let money = "पैसा|पैसे|निवेश|रकम|पूंजी|मूलधन|बचत"

  private static let hindiAssured: [PhraseRule<BannedClaim>] = [
    PhraseRule(.assuredReturn, "गारंटी*|गारन्टी*|गारंटेड|गारंटिड|गैरंटी*"),
    PhraseRule(
      .assuredReturn, "निश्चित|सुनिश्चित|पक्का|पक्के|पक्की|तय|तयशुदा|शर्तिया|अचूक|फिक्स|फिक्स्ड|श्योर|एश्योर्ड ..1 \(returns)"),
    PhraseRule(.assuredReturn, "\(returns) ..1 निश्चित|पक्का|पक्की|तय|सुनिश्चित|शर्तिया|फिक्स"),
    PhraseRule(.assuredReturn, "वादा|वायदा|आश्वासन|भरोसा ..3 \(returns)"),
    PhraseRule(.assuredReturn, "\(returns) ..2 वादा|वायदा|आश्वासन"),
  ]

  private static let hindiCertain: [PhraseRule<BannedClaim>] = [
    PhraseRule(.certainty, "निश्चित रूप|तौर से|पर"),
    PhraseRule(.certainty, "पक्के तौर पर"),
    PhraseRule(
      .certainty,
      "जरूर|अवश्य|पक्का|यकीनन|बेशक|निस्संदेह|निःसंदेह|शर्तिया ..4 पहुंच*|मिलेगा|मिलेगी|मिलेंगे|बढेगा|बढेगी|बढेंगे|होगा|होगी|बनेगा|बनेंगे"
        + "|पूरा|हासिल|कमाएंगे|देगा",
      unless: marketSubjects.union(returnSubjects)),
    PhraseRule(
      .certainty, "लक्ष्य ..3 पूरा|हासिल|प्राप्त ..1 होगा|जाएगा|जायेगा|करेंगे|लेंगे|करेगा", unless: assumptions),
    PhraseRule(.certainty, "लक्ष्य ..2 पहुंचेंगे|पहुंचेगा|पहुंचेगी|पहुंच ..1 जाएंगे|जाएगा|जाएगी", unless: assumptions),
    PhraseRule(.certainty, "दोगुना|दोगुनी|डबल|दुगना|दुगुना|तिगुना|चौगुना हो ..1 जाएगा|जायेगा|जाएगी|जाएंगे"),
    PhraseRule(.certainty, "दोगुना|दोगुनी|डबल|दुगना|दुगुना|तिगुना|चौगुना होगा|होगी|होंगे"),
    PhraseRule(
      .certainty, "\(money) ..1 दोगुना|दुगना|दुगुना|डबल|तिगुना करें|करो|करिए|कीजिए|करेगा|करेंगे|बनाएं", unless: assumptions),
    PhraseRule(.certainty, "100 % पक्का|निश्चित|तय"),
    PhraseRule(.certainty, "100|सौ फीसदी|प्रतिशत पक्का|निश्चित|तय"),
    PhraseRule(.certainty, "करोडपति|लखपति|अमीर|मालामाल बन*|हो"),
    PhraseRule(.certainty, "बिना किसी? शक|संदेह|शंका", negatable: false),
    PhraseRule(.certainty, "कोई ..1 शक|संदेह|शंका नहीं", negatable: false),
    PhraseRule(.certainty, "निश्चिंत|बेफिक्र रहें|रहिए|रहो", negatable: false),
    PhraseRule(.certainty, "फेल|असफल|नाकाम ..1 नहीं होगा|होगी|होंगे|हो", negatable: false),
    PhraseRule(.certainty, "हमेशा ..3 देता|देती|देते|जीतता|हराता|हराती|हराते|कमाता", unless: marketSubjects),
  ]

  private static let hindiRiskless: [PhraseRule<BannedClaim>] = [
    PhraseRule(.noRisk, "जोखिम|रिस्क|खतरे से? मुक्त|रहित|परे"),
    PhraseRule(.noRisk, "जोखिममुक्त|जोखिमरहित|रिस्कफ्री"),
    PhraseRule(.noRisk, "रिस्क फ्री"),
    PhraseRule(.noRisk, "कोई ..1 जोखिम|रिस्क|नुकसान|खतरा|घाटा नहीं", negatable: false),
    PhraseRule(.noRisk, "शून्य|जीरो जोखिम|रिस्क|नुकसान|खतरा"),
    PhraseRule(.noRisk, "बिना किसी? जोखिम|रिस्क|नुकसान|खतरे|घाटे"),
    PhraseRule(
      .noRisk, "जोखिम|रिस्क|नुकसान|घाटा|खतरा ..1 नहीं होगा|होता|होगी|रहेगा|है", negatable: false,
      unless: ["बिना", "भरपाई", "कम", "मुक्त", "रहित", "परे"]),
    PhraseRule(.noRisk, "\(money) ..1 कभी? नहीं डूब*|घटेगा|घटेगी|घटता", negatable: false),
    PhraseRule(.noRisk, "कभी नहीं डूब*|घटेगा|घटता", negatable: false),
    PhraseRule(.noRisk, "खोने ..3 कुछ ..1 नहीं", negatable: false),
    PhraseRule(.noRisk, "पूरी|पूर्ण तरह|रूप से? सुरक्षित|सेफ"),
    PhraseRule(.noRisk, "100 % सुरक्षित|सेफ"),
    PhraseRule(.noRisk, "100|सौ फीसदी|प्रतिशत सुरक्षित|सेफ"),
    PhraseRule(.noRisk, "पूर्णतः|पूर्णतया|बिल्कुल|एकदम|हमेशा सुरक्षित|सेफ"),
    PhraseRule(.noRisk, "\(money) ..1 सुरक्षित|सेफ है|हैं|रहेगा|रहेगी|रहेंगे|रहता"),
    PhraseRule(.noRisk, "सुरक्षित दांव"),
  ]

  private static let hindiSuperlatives: [PhraseRule<BannedClaim>] = [
    PhraseRule(
      .superlative, "सबसे अच्छा|अच्छी|अच्छे|बेहतर|बढिया|बेहतरीन|बडा|सुरक्षित|शानदार|तेज|मजबूत|उम्दा ..2 \(hindiRanked)",
      unless: assumptions.union(["जोखिम", "हिस्सा", "तरीका"])),
    PhraseRule(.superlative, "सर्वश्रेष्ठ|सर्वोत्तम|बेस्ट|नंबर|शीर्ष|अव्वल|टॉप ..2 \(hindiRanked)", unless: ["अप", "होल्डिंग"]),
    PhraseRule(.superlative, "\(hindiRanked) ..1 सबसे अच्छा|अच्छी|अच्छे|बेहतर|बढिया|बेहतरीन|आगे"),
    PhraseRule(.superlative, "\(hindiRanked) ..1 सर्वश्रेष्ठ|सर्वोत्तम|बेस्ट|बेजोड|बेमिसाल|लाजवाब"),
    PhraseRule(.superlative, "सबसे ज्यादा|अधिक|ऊंचा|ऊंचे रिटर्न|मुनाफा|लाभ|फायदा|कमाई"),
    PhraseRule(.superlative, "अधिकतम|सर्वाधिक|उच्चतम रिटर्न|मुनाफा|लाभ|कमाई"),
    PhraseRule(.superlative, "बेजोड|बेमिसाल|लाजवाब|अद्वितीय ..1 \(hindiRanked)|प्रदर्शन"),
    PhraseRule(.superlative, "सभी|हर|बाकी ..2 से बेहतर|अच्छा|अच्छी|बढिया|आगे"),
    PhraseRule(.superlative, "श्रेणी|सूची|रैंकिंग ..2 सबसे ऊपर|आगे|अव्वल"),
    PhraseRule(.superlative, "<n>|पांच स्टार|सितारा ..1 फंड|स्कीम|रेटिंग|रेटेड"),
  ]

  private static let hindiTips: [PhraseRule<BannedClaim>] = [
    PhraseRule(.stockTip, "शेयर|स्टॉक|शेयरों|स्टॉक्स ..3 खरीद*|बेच*"),
    PhraseRule(.stockTip, "खरीदें|खरीदो|खरीदिए|बेचें|बेचो|बेचिए ..3 शेयर|स्टॉक"),
    PhraseRule(.stockTip, "\(houses) ..6 खरीदें|खरीदो|खरीदिए|खरीद|बेचें|बेचो|बेचिए|बेच|निवेश|लगाएं|लगाओ|डालें|शिफ्ट|स्विच"),
    PhraseRule(.stockTip, "गिरावट ..1 में|पर खरीद*"),
    PhraseRule(.stockTip, "टारगेट प्राइस|भाव|कीमत"),
    PhraseRule(.stockTip, "मल्टीबैगर*"),
    PhraseRule(.stockTip, "मल्टी बैगर*"),
    PhraseRule(.stockTip, "शेयर|स्टॉक|हॉट|पक्की टिप|टिप्स|पिक|पिक्स"),
    PhraseRule(.stockTip, "दमदार|धमाकेदार|हॉट शेयर|स्टॉक"),
  ]

  private static let hindiPast: [PhraseRule<BannedClaim>] = [
    PhraseRule(
      .pastPerformancePromise,
      "पिछला|पिछले|पिछली|अतीत|पुराना|पुराने ~5 जारी|दोहरा*|बना|कायम|मिलता|मिलेगा ..1 रहेगा|रहेंगे|रहेगी|जाएगा|होगा|मिलेगा",
      unless: assumptions),
    PhraseRule(
      .pastPerformancePromise, "पिछला|पिछले|पिछली|अतीत|इतिहास ~6 दोहराएगा|दोहराएंगे|मिलेगा|मिलेंगे|देगा", unless: assumptions),
    PhraseRule(
      .pastPerformancePromise, "भविष्य में भी ..5 मिलेगा|मिलेंगे|मिलता|रहेगा|रहेंगे|देगा|देंगे|देता", unless: assumptions),
    PhraseRule(
      .pastPerformancePromise, "आगे भी ..5 मिलेगा|मिलेंगे|मिलता|देगा|देंगे|देता|जारी", unless: assumptions),
  ]

  private static let hindiHurry: [PhraseRule<BannedClaim>] = [
    PhraseRule(.urgency, "जल्दी|तुरंत|फौरन|अभी|फटाफट|झटपट ..1 करें|करो|कीजिए|निवेश|खरीदें|बेचें|बेच|शुरू"),
    PhraseRule(.urgency, "निवेश|खरीद|बेच|स्विच ..2 तुरंत|फौरन|फटाफट"),
    PhraseRule(.urgency, "आज ही ..2 निवेश|खरीद*|शुरू|करें|बेच*|लगाएं", unless: assumptions.union(["चाहें", "सकें"])),
    PhraseRule(.urgency, "आखिरी|अंतिम|सुनहरा मौका|अवसर"),
    PhraseRule(.urgency, "देर न|ना|मत करें|करो|कीजिए", negatable: false),
    PhraseRule(
      .urgency, "मौका|अवसर ..3 न|ना|मत गंवाएं|गवाएं|गंवाइए|चूकें|छोडें|छोडिए|जाने|खोएं", negatable: false),
    PhraseRule(.urgency, "न|ना|मत चूकें|चूकिए|चूको", negatable: false, unless: ["किस्त", "किस्तें", "किश्त", "sip", "भुगतान"]),
    PhraseRule(.urgency, "देर हो|होने ..1 जाए|से|जाएगी"),
    PhraseRule(.urgency, "सीमित समय|अवधि|ऑफर"),
    PhraseRule(.urgency, "समय|वक्त ..1 निकल*|खत्म|हाथ ..3 रहा|जाएगा|जाए"),
    PhraseRule(.urgency, "सिर्फ|केवल|बस <n> दिन|घंटे ..1 बचे|बाकी|शेष"),
    PhraseRule(.urgency, "सिर्फ|केवल|बस ..1 दिन|घंटे ..1 बचे|बाकी|शेष"),
    PhraseRule(.urgency, "ऑफर|मौका|एनएफओ ..2 खत्म|समाप्त|बंद"),
    PhraseRule(.urgency, "अब नहीं तो कभी नहीं", negatable: false),
  ]

  private static let hindiMarkets: [PhraseRule<BannedClaim>] = [
    PhraseRule(
      .marketPrediction,
      "सेंसेक्स|निफ्टी|बाजार|मार्केट ..7 पहुंचेगा|जाएगा|जायेगा|बढेगा|गिरेगा|छुएगा|छूएगा|चढेगा|टूटेगा|उछलेगा|लुढकेगा|आएगी|आएगा|पार",
      unless: hindiDoubts, then: hindiSwings),
    PhraseRule(
      .marketPrediction,
      "सोना|सोने|चांदी|रुपया|डॉलर|इक्विटी|एनएवी|शेयर|शेयरों|स्मॉलकैप|मिडकैप|कैप ..4 बढेगा|बढेगी|बढेंगे|गिरेगा|गिरेगी|गिरेंगे|चढेगा|चढेंगे"
        + "|टूटेगा|टूटेंगे|उछलेगा|उछलेंगे|चमकेगा",
      unless: hindiDoubts, then: hindiSwings),
    PhraseRule(
      .marketPrediction, "तेजी|मंदी|गिरावट|उछाल|रैली|क्रैश ..1 आएगी|आएगा|आने|तय|पक्की|निश्चित", unless: hindiDoubts),
    PhraseRule(.marketPrediction, "बाजार|मार्केट|निफ्टी|सेंसेक्स ..1 हमेशा ..2 बढता|चढता|लौटता|ऊपर"),
    PhraseRule(.marketPrediction, "निफ्टी|सेंसेक्स ..2 टारगेट ..2 <n>"),
  ]

  /// Fund houses and companies by name, in either script: capitals, which mark names in English, do not exist here.
  private static let houses =
    "एचडीएफसी|एसबीआई|आईसीआईसीआई|एक्सिस|निप्पॉन|कोटक|रिलायंस|इन्फोसिस|इंफोसिस|टीसीएस|टाटा|अडानी|अदाणी|मिराए|पराग|क्वांट|यूटीआई|डीएसपी|विप्रो|बजाज"
    + "|hdfc|sbi|icici|axis|nippon|kotak|reliance|infosys|tcs|tata|adani|mirae|parag|quant|uti|dsp|wipro|bajaj"

  private static let returnSubjects: Set<String> = ["रिटर्न", "मुनाफा", "लाभ", "आय", "कमाई", "फायदा"]
  private static let marketSubjects: Set<String> = ["सेंसेक्स", "निफ्टी", "बाजार", "मार्केट"]
  /// Words beside which a future is supposed, not foretold.
  private static let assumptions: Set<String> = [
    "अगर", "यदि", "शायद", "सकता", "सकते", "सकती", "जरूरी", "मानें", "मानकर", "मान", "अनुमान", "अनुमानित", "संभव",
  ]
  private static let hindiDoubts: Set<String> = [
    "अगर", "यदि", "शायद", "सकता", "सकते", "सकती", "जरूरी", "जानता", "पता", "तो", "कहां", "किधर",
  ]
  /// “बढ़ेगा और गिरेगा” foretells nothing.
  private static let hindiSwings = "..1 और|या|भी ..2 बढेगा|गिरेगा|चढेगा|घटेगा"
}
