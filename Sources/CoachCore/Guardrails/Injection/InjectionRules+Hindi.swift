extension InjectionRules {
  /// Hindi, in Devanagari and in Latin letters.
  static let hindi: [Rule] = [
    rule(.instruction, "निर्देश*|आदेश*|नियमों|हिदायत*|प्रॉम्प्ट ..4 अनदेखा|नजरअंदाज|नज़रअंदाज|भूल*|छोड़*|मत|उपेक्षा|ना|न"),
    rule(.instruction, "अनदेखा|नजरअंदाज|नज़रअंदाज|भूल* ..4 निर्देश*|आदेश*|नियमों|हिदायत*|प्रॉम्प्ट|सब|सारे"),
    rule(.instruction, "पिछले|पिछली|पहले|ऊपर|उपरोक्त|पूर्व ..4 अनदेखा|नजरअंदाज|नज़रअंदाज|भूल*"),
    rule(.instruction, "सब|सबकुछ|सारा|सारी|सभी ..3 भूल*|अनदेखा|नजरअंदाज|नज़रअंदाज"),
    rule(.instruction, "जब|अगर|यदि ..2 एआई|ai|मॉडल|बॉट|असिस्टेंट|सहायक|मशीन ..4 पढ़*|देख*"),
    rule(.instruction, "एआई|मॉडल|बॉट|असिस्टेंट ..1 को|से ..3 कहो|कहना|बताओ|निर्देश"),
    rule(.instruction, "उपयोगकर्ता|यूजर|यूज़र|ग्राहक|निवेशक को ..5 कहो|बताओ|बोलो|कहें|सलाह"),
    rule(.instruction, "कहो|बोलो|लिखो|बताओ|कहना|लिखना कि ..8 गारंटी*|निश्चित|पक्का|सुरक्षित|खरीद*"),
    rule(.promptExtraction, "सिस्टम प्रॉम्प्ट|निर्देश|संदेश|मैसेज|system"),
    rule(.promptExtraction, "अपना|अपने|अपनी|तुम्हारे|आपके|शुरुआती ..2 निर्देश*|प्रॉम्प्ट ..3 दिखा*|बता*|लिख*|दोहरा*|छाप*"),
    rule(.persona, "अब से|तुम|आप ..1 तुम|आप|एक ..4 हो|हैं|बन", unless: ["निवेश", "लक्ष्य", "फंड", "साल"]),
    rule(.persona, "अब तुम|आप ..3 हो|बिना", unless: ["निवेश", "लक्ष्य", "फंड", "साल"]),
    rule(.outputSteering, "जवाब|उत्तर ..3 केवल|सिर्फ|शुरू|अंत ..4 दो|दें|करो|करें|लिखो|जोड़ो|जोड़ें"),
    rule(.outputSteering, "अपने|अपना|हर जवाब|उत्तर ..4 जोड़*|लिख*|शामिल|कहो"),
    rule(.outputSteering, "केवल|सिर्फ ..2 यह|ये|इतना ..1 कहो|लिखो|बोलो|छापो"),
    rule(.exfiltration, "पासवर्ड|आधार|पैन|ओटीपी ..3 बताओ|दिखाओ|भेजो|बताएं|दिखाएं|भेजें"),
    rule(.exfiltration, "दूसरे|सभी|अन्य ..1 ग्राहकों|उपयोगकर्ताओं|यूजर्स|निवेशकों ..4 दिखा*|बता*|भेज*|डेटा|जानकारी"),

    rule(
      .instruction,
      "nirdesh*|instruction|instructions|prompt|rules ..4 bhool*|bhul*|ignore|chhodo|chodo|nazarandaz"),
    rule(
      .instruction, "pichle|pichhle|pehle|purane|upar|saare|sabhi ..5 bhool*|bhul*|ignore|nazarandaz|andekha"),
    rule(
      .promptExtraction,
      "apna|apne|system prompt|instructions|nirdesh ..3 batao|dikhao|bata|dikha|likho|bataiye"),
    rule(.promptExtraction, "prompt|nirdesh dikhao|batao|dikhaiye"),
    rule(.persona, "ab tum|aap|se ..4 ho|hain|bano"),
    rule(.outputSteering, "sirf|kewal|bas ..2 likho|bolo|kaho"),
    rule(.outputSteering, "jawab|uttar ..4 likho|do|jodo|bolo"),
    rule(.instruction, "bolo|kaho|likho|batao ki ..8 guarantee*|pakka|safe|kharido"),
  ]
}
