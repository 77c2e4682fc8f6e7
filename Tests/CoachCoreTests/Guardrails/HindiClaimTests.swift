import Testing

@testable import CoachCore

/// Hindi claims no artifact may make, each beside a twin that may be said.
struct HindiClaimTests {
  private static let detector = BannedClaimDetector()

  private func found(_ text: String) -> [String] {
    Set(Self.detector.matches(in: text).map(\.claim.rawValue)).sorted()
  }

  struct Twins: Sendable, CustomTestStringConvertible {
    let claim: BannedClaim
    let banned: String
    let allowed: String
    var testDescription: String { banned }

    init(_ claim: BannedClaim, _ banned: String, _ allowed: String) {
      (self.claim, self.banned, self.allowed) = (claim, banned, allowed)
    }
  }

  private static let twins: [Twins] = [
    Twins(.assuredReturn, "रिटर्न की गारंटी है।", "रिटर्न की गारंटी नहीं है।"),
    Twins(.assuredReturn, "इस फंड में तय मुनाफ़ा मिलता है।", "इस फंड में तय मुनाफ़ा नहीं मिलता।"),
    Twins(.assuredReturn, "रिटर्न पक्का है।", "रिटर्न पक्का नहीं है।"),
    Twins(.assuredReturn, "हम 12% रिटर्न का वादा करते हैं।", "कोई भी फंड रिटर्न का वादा नहीं कर सकता।"),
    Twins(.assuredReturn, "शर्तिया कमाई", "SIP की तय रकम हर महीने कटती है।"),
    Twins(.assuredReturn, "अच्छे रिटर्न का आश्वासन", "रिटर्न का कोई आश्वासन नहीं है।"),
    Twins(.certainty, "आप लक्ष्य तक ज़रूर पहुँचेंगे।", "आप लक्ष्य तक पहुँच सकते हैं।"),
    Twins(.certainty, "आपका लक्ष्य पूरा हो जाएगा।", "आपका लक्ष्य पूरा हो सकता है।"),
    Twins(.certainty, "लक्ष्य हासिल होगा।", "मानकर चलें कि लक्ष्य हासिल होगा।"),
    Twins(.certainty, "निश्चित रूप से फ़ायदा", "यह निश्चित रूप से नहीं कहा जा सकता।"),
    Twins(.certainty, "पैसा दोगुना हो जाएगा।", "पैसा दोगुना नहीं होगा।"),
    Twins(.certainty, "अपना पैसा डबल करें।", "पैसा दोगुना होने में नौ साल लग सकते हैं।"),
    Twins(.certainty, "आप करोड़पति बनेंगे।", "रकम करोड़ों में गिनी जाती है।"),
    Twins(.certainty, "इसमें कोई शक नहीं।", "शक हो तो सलाहकार से पूछें।"),
    Twins(.certainty, "निश्चिंत रहिए।", "नियमित रहिए।"),
    Twins(.certainty, "यह योजना फेल नहीं होगी।", "किस्त फेल हो तो बैंक से पूछें।"),
    Twins(.certainty, "सौ फ़ीसदी पक्का", "यह सौ फ़ीसदी पक्का नहीं है।"),
    Twins(.noRisk, "यह जोखिम मुक्त है।", "यह जोखिम मुक्त नहीं है।"),
    Twins(.noRisk, "यह जोखिम से परे है।", "कोई निवेश जोखिम से परे नहीं है।"),
    Twins(.noRisk, "इसमें कोई जोखिम नहीं है।", "इसमें जोखिम है।"),
    Twins(.noRisk, "बिना किसी जोखिम के बढ़त", "इक्विटी में जोखिम रहता है।"),
    Twins(.noRisk, "नुकसान नहीं होगा।", "नुकसान हो सकता है।"),
    Twins(.noRisk, "आपका पैसा कभी नहीं डूबेगा।", "मूल्य घट भी सकता है।"),
    Twins(.noRisk, "आपका पैसा सुरक्षित है।", "यह नहीं कहा जा सकता कि पैसा पूरी तरह सुरक्षित नहीं है।"),
    Twins(.noRisk, "100 प्रतिशत सेफ", "यह 100 प्रतिशत सेफ नहीं है।"),
    Twins(.superlative, "यह सबसे अच्छा फंड है।", "सबसे अच्छा फंड जैसा कुछ नहीं होता।"),
    Twins(.superlative, "सबसे ज़्यादा रिटर्न", "सबसे ज़्यादा हिस्सा इक्विटी का है।"),
    Twins(.superlative, "नंबर वन फंड", "फंड का नंबर फ़ोलियो में लिखा है।"),
    Twins(.superlative, "टॉप फंड", "SIP टॉप-अप से निवेश बढ़ता है।"),
    Twins(.superlative, "सभी फंडों से बेहतर", "पहले से बेहतर"),
    Twins(.superlative, "5 स्टार फंड", "इस फंड में 5 साल हुए।"),
    Twins(.superlative, "बेजोड़ प्रदर्शन", "प्रदर्शन बेंचमार्क के करीब रहा।"),
    Twins(.stockTip, "शेयर खरीदें।", "शेयर न खरीदें।"),
    Twins(.stockTip, "रिलायंस के शेयर बेच दें।", "यह किसी शेयर की सलाह नहीं है।"),
    Twins(.stockTip, "एचडीएफसी फ्लेक्सी कैप फंड में निवेश करें।", "नई SIP डेट फंड में डालें।"),
    Twins(.stockTip, "Axis Small Cap Fund में पैसा लगाएं।", "Axis Small Cap Fund पोर्टफोलियो में है।"),
    Twins(.stockTip, "गिरावट में खरीदें।", "गिरावट में SIP चलती रही।"),
    Twins(.stockTip, "यह अगला मल्टीबैगर है।", "यह मल्टीबैगर नहीं है।"),
    Twins(.pastPerformancePromise, "पिछले रिटर्न जारी रहेंगे।", "पिछले रिटर्न जारी नहीं रहेंगे।"),
    Twins(.pastPerformancePromise, "इतिहास खुद को दोहराएगा।", "ज़रूरी नहीं कि इतिहास खुद को दोहराएगा।"),
    Twins(.pastPerformancePromise, "आगे भी ऐसा ही रिटर्न मिलेगा।", "आगे भी SIP चलती रहे।"),
    Twins(
      .pastPerformancePromise, "भविष्य में भी 15% रिटर्न देगा।", "पिछला प्रदर्शन भविष्य में बना रह भी सकता है और नहीं भी।"),
    Twins(.urgency, "जल्दी करें।", "जल्दी न करें।"),
    Twins(.urgency, "अभी निवेश करें।", "अभी निवेश करने की कोई जल्दी नहीं है।"),
    Twins(.urgency, "आज ही शुरू करें।", "चाहें तो आज ही शुरू करें।"),
    Twins(.urgency, "आखिरी मौका", "यह आखिरी मौका नहीं है।"),
    Twins(.urgency, "देर न करें।", "देर से शुरू करने पर किस्त बड़ी होती है।"),
    Twins(.urgency, "यह मौका हाथ से न जाने दें।", "सोचने का मौका दें।"),
    Twins(.urgency, "समय निकला जा रहा है।", "समय के साथ रकम बढ़ती है।"),
    Twins(.urgency, "मत चूकें।", "SIP की किस्त न चूकें।"),
    Twins(.urgency, "सिर्फ 2 दिन बचे हैं।", "लक्ष्य में 2 साल बचे हैं।"),
    Twins(.marketPrediction, "निफ्टी 30000 तक जाएगा।", "कोई नहीं जानता निफ्टी कहाँ जाएगा।"),
    Twins(.marketPrediction, "बाज़ार बढ़ेगा।", "बाज़ार बढ़ेगा और गिरेगा भी।"),
    Twins(.marketPrediction, "सोना चढ़ेगा।", "सोना चढ़ भी सकता है।"),
    Twins(.marketPrediction, "जल्द ही तेज़ी आएगी।", "अगर तेज़ी आएगी तो मूल्य बढ़ सकता है।"),
    Twins(.marketPrediction, "बाज़ार हमेशा ऊपर जाता है।", "बाज़ार ऊपर-नीचे होता रहता है।"),
  ]

  @Test(arguments: twins)
  func theClaimIsFound(_ twins: Twins) {
    #expect(found(twins.banned) == [twins.claim.rawValue], "\(twins.banned)")
  }

  @Test(arguments: twins)
  func theTwinIsSpared(_ twins: Twins) { #expect(found(twins.allowed).isEmpty, "\(twins.allowed)") }

  @Test(arguments: BannedClaim.allCases)
  func everyFamilyHasSeveralHindiRules(_ claim: BannedClaim) {
    #expect(ClaimRules.hindi.filter { $0.kind == claim }.count >= 4)
  }

  @Test func whatTheHindiPhrasebookSaysIsSpared() {
    for state in ["on_track", "close", "behind", "at_risk", "matured"] {
      for lever in ["none", "step_up", "sip", "horizon"] {
        for tone in ["plain", "encouraging", "concise"] {
          let subject = ProseSubject(
            agent: "goal_insights", state: state, lever: lever, kind: "education", ref: "g2", language: "hi",
            tone: tone)
          for phrasing in [GoalPhrasesHindi().composed(subject), GoalPhrasesHindi().template(subject)] {
            let texts = [phrasing.title] + phrasing.sentences + phrasing.optional + phrasing.closing
            for text in texts { #expect(found(text).isEmpty, "\(text)") }
          }
        }
      }
    }
  }
}
