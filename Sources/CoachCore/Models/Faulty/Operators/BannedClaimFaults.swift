extension FaultOperator {
  /// R5: what no coach may say, beside the same thing denied.
  static let bannedClaims: [FaultOperator] = [
    sentence(
      "promised_return", .bannedClaims,
      fault: .init(
        en: ["This plan promises you good returns.", "It pays a fixed return every year."],
        hi: ["हमारा वादा है कि रिटर्न मिलेगा।", "हर साल पक्का रिटर्न मिलेगा।"]),
      benign: .init(
        en: ["No return is promised here.", "The plan promises no return."],
        hi: ["यहां किसी रिटर्न का वादा नहीं है।", "रिटर्न पक्का नहीं है।"])),
    sentence(
      "assured_return", .bannedClaims,
      fault: .init(
        en: [
          "These returns are guaranteed.", "The result is assured.", "It is a sure-shot way to get there.",
        ],
        hi: ["रिटर्न की गारंटी है।", "इसमें निश्चित लाभ है।"]),
      benign: .init(
        en: ["These returns are not guaranteed.", "No fund can guarantee a return."],
        hi: ["रिटर्न की कोई गारंटी नहीं है।"])),
    sentence(
      "certainty", .bannedClaims,
      fault: .init(
        en: ["You will definitely reach the target.", "The plan will reach its target.", "It cannot fail."],
        hi: ["आप लक्ष्य तक जरूर पहुंचेंगे।", "आपका पैसा दोगुना हो जाएगा।", "यह निश्चित रूप से पूरा होगा।"]),
      benign: .init(
        en: ["The plan may or may not reach its target.", "It can turn out otherwise."],
        hi: ["योजना लक्ष्य तक पहुंच भी सकती है और नहीं भी।", "नतीजा अलग भी हो सकता है।"])),
    sentence(
      "no_risk", .bannedClaims,
      fault: .init(
        en: ["It is free of risk.", "You cannot lose money here.", "This is a risk-free plan."],
        hi: ["इसमें कोई जोखिम नहीं है।", "यह निवेश पूरी तरह सुरक्षित है।", "यह जोखिम मुक्त है।"]),
      benign: .init(
        en: ["It is not free of risk.", "You can lose money here."],
        hi: ["इसमें जोखिम रहता है।", "इसमें नुकसान भी हो सकता है।"])),
    sentence(
      "superlative", .bannedClaims,
      fault: .init(
        en: [
          "It is one of the best funds there is.", "This is a top-rated scheme.",
          "It gives the highest returns.",
        ],
        hi: ["यह सबसे अच्छा फंड है।", "यह सर्वश्रेष्ठ योजना है।"]),
      benign: .init(
        en: ["It is one fund of many.", "No fund is ranked here."],
        hi: ["यह कई फंड में से है।", "यहां किसी फंड की तुलना नहीं की गई है।"])),
    sentence(
      "stock_tip", .bannedClaims,
      fault: .init(
        en: [
          "Buy the shares of a large bank with it.", "This stock is a multibagger.",
          "Sell your shares of Infosys.",
        ],
        hi: ["किसी बड़े बैंक के शेयर खरीदें।", "यह शेयर मल्टीबैगर है।"]),
      benign: .init(
        en: ["No share is named here.", "Shares can fall as well as rise."],
        hi: ["यहां किसी शेयर का नाम नहीं है।"])),
    sentence(
      "market_call", .bannedClaims,
      fault: .init(
        en: ["The market will rise soon.", "The Nifty is set to rally.", "A crash is coming."],
        hi: ["बाजार जल्द ही बढ़ेगा।", "निफ्टी इस साल गिरेगा।"]),
      benign: .init(
        en: ["Nobody knows where the market goes.", "Markets rise and fall."],
        hi: ["बाजार कहां जाएगा, कोई नहीं जानता।", "बाजार में उतार-चढ़ाव होता है।"])),
    sentence(
      "urgency", .bannedClaims,
      fault: .init(
        en: ["Act now before it is too late.", "Hurry, do not miss this chance.", "Invest immediately."],
        hi: ["तुरंत निवेश करें।", "देर न करें।", "यह आखिरी मौका है।"]),
      benign: .init(
        en: ["There is no need to act today.", "It is a matter of years, not of days."],
        hi: ["आज ही कुछ करने की जरूरत नहीं है।", "यह लंबे समय की बात है।"])),
    sentence(
      "past_performance_promise", .bannedClaims,
      fault: .init(
        en: [
          "Past returns will continue.", "As it has in the past, it will keep delivering.",
          "The returns will repeat.",
        ],
        hi: ["पिछले रिटर्न आगे भी जारी रहेंगे।", "भविष्य में भी यही रिटर्न मिलेगा।"]),
      benign: .init(
        en: ["Past returns may not continue.", "The past says little of the future."],
        hi: ["पिछले रिटर्न भविष्य के बारे में कुछ नहीं कहते।"])),
  ]
}
