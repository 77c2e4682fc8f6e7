/// The full sentences of allocation in Hindi.
struct AllocationComposedHindi {
  let subject: ProseSubject

  /// What is the matter.
  var news: [String] {
    switch subject.state {
    case "drifted":
      [
        "इस लक्ष्य के पैसे का {weight.equity} इक्विटी में है, जबकि तय हिस्सा {target.equity} है।",
        "इस लक्ष्य के पैसे का {weight.debt} डेट में है, जबकि तय हिस्सा {target.debt} है।",
        "इस लक्ष्य के पैसे का {weight.gold} सोने में है, जबकि तय हिस्सा {target.gold} है।",
        "इस लक्ष्य के पैसे का {weight.cash} लिक्विड फंड में है, जबकि तय हिस्सा {target.cash} है।",
      ]
    case "above":
      [
        "इस लक्ष्य के पैसे का {equity_weight} इक्विटी में है।",
        "{ceiling.horizon} का समय बाकी रहने पर आपकी जोखिम प्रोफ़ाइल के लिए सीमा {equity_ceiling} है।",
      ]
    case "short":
      [
        "आपातकाल के लिए आपके हाथ में {emergency.value} हैं, जबकि {emergency.target} होने चाहिए।",
        "यानी {emergency.shortfall} की कमी है।",
      ]
    case "high": ["सबसे मिलती-जुलती जोड़ी के फंडों की {overlap.largest} होल्डिंग एक जैसी है।"]
    case "regular_plans":
      [
        "आपके {regular_plans.value} ऐसे रेगुलर प्लान में हैं जिनका डायरेक्ट प्लान भी मौजूद है।",
        "लक्ष्यों की तारीख तक चालू खर्च का फ़र्क अनुमान से {regular_plans.expense_drag} बैठता है।",
      ]
    default: ["अपने तय हिस्से से सबसे दूर वर्ग {drift.largest} हटा है; दायरा {drift.band} का है।"]
    }
  }

  /// The cheapest way back.
  var lever: [String] {
    switch subject.lever {
    case "redirect":
      [
        "सबसे सस्ता रास्ता नया पैसा है।",
        "महीने की SIP में से {redirect.amount} को {redirect.class} में लगाने पर, भाव स्थिर रहें तो बँटवारा {redirect.months} में "
          + "अपने दायरे में लौट सकता है।",
      ]
    case "lean":
      [
        "नए पैसे से थोड़ा फ़र्क पड़ता है।",
        "महीने की SIP में से {redirect.amount} को {redirect.class} में लगाने पर, भाव स्थिर "
          + "रहें तो {redirect.outlook} बाद भी बँटवारा लक्ष्य से {redirect.drift} दूर रह सकता है।",
      ]
    case "sale": [Self.sale]
    case "wait":
      [
        Self.sale,
        "इन्हीं भावों पर {sale.wait_until} से वही बिक्री करने पर {sale.tax.later} टैक्स और {sale.exit_load.later} "
          + "एग्ज़िट लोड बनता है।",
      ]
    case "target": ["तय अनुपात पर ही दोबारा नज़र डालना ठीक रहेगा।"]
    case "profile": ["मौजूदा जोखिम प्रोफ़ाइल दर्ज नहीं है, इसलिए यह केवल जानकारी है; कोई रास्ता नहीं सुझाया जा रहा।"]
    case "emergency": ["ऐसा सुरक्षित पैसा बाकी लक्ष्यों से पहले आता है।"]
    case "overlap": ["ऐसी जोड़ी रखने से कागज़ी काम बढ़ता है, बँटवारा खास नहीं।"]
    case "costs": ["डायरेक्ट प्लान में वितरक का कमीशन नहीं होता, और उसकी मदद भी नहीं।"]
    default: subject.state == "in_band" ? ["बँटवारा ऐसे ही रह सकता है।"] : []
    }
  }

  private static let sale =
    "{sale.amount} की बिक्री से यह तय हिस्से पर आ सकता है; उस पर अनुमान से {sale.tax} टैक्स और {sale.exit_load} एग्ज़िट "
    + "लोड बनता है।"

  /// Said while there are words left.
  var detail: [String] {
    switch subject.state {
    case "drifted":
      [
        "तय हिस्से से दूरी {drift.largest} है, और दायरा {drift.band} का है।",
        "आपकी प्रोफ़ाइल और समय के हिसाब से इक्विटी की सीमा {equity_ceiling} है।",
      ]
        + (subject.lever == "redirect"
          ? ["यही काम बिक्री से करने पर {sale.tax} टैक्स और {sale.exit_load} एग्ज़िट लोड बनता है।"] : [])
    case "above": ["इक्विटी का तय हिस्सा {target.equity} है।"]
    case "short":
      ["यह ज़रूरत {emergency.target_months} के खर्च के बराबर है।", "मौजूदा पैसे से {emergency.months} का खर्च चलता है।"]
    case "high":
      [
        "SEBI ने जहाँ सीमा रखी है, वहाँ वह {overlap.limit} है।", "आपके फंडों की इससे ऊपर की जोड़ियाँ: {overlap.count}।",
        "होल्डिंग {overlap.date} की घोषणा के अनुसार हैं।",
      ]
    case "regular_plans":
      [
        "प्लान बदलने पर अपना टैक्स और एग्ज़िट लोड लग सकता है, जो यहाँ नहीं गिना गया।",
        "आपके सभी फंडों का चालू खर्च मिलाकर सालाना {ter} है।",
      ]
    default: []
    }
  }

  var remark: [String] {
    guard subject.tone == "encouraging" else { return [] }
    return switch subject.state {
    case "in_band": ["एक ही अनुपात में नियमित बचत से यह हुआ है।"]
    case "short": ["इसमें डाली गई हर किस्त काम आती है।"]
    case "drifted", "above": ["किसी हिस्से के बढ़ने पर बँटवारा हटता ही है; उसे लौटाना आम बात है।"]
    default: ["यह छोटी बात है, पर समय के साथ मायने रखती है।"]
    }
  }

  var closing: [String] {
    switch subject.lever {
    case "sale", "wait": ["टैक्स एक अनुमान है, टैक्स सलाह नहीं।"]
    case "redirect", "lean": ["भाव बदलते हैं, इसलिए असली रास्ता अलग हो सकता है।"]
    case "costs": ["असली रिटर्न इससे कम भी हो सकता है।"]
    default: []
    }
  }
}
