import Testing

@testable import CoachCore

struct BannedClaimTests {
  private static let detector = BannedClaimDetector()

  private func found(_ text: String) -> [String] {
    Set(Self.detector.matches(in: text).map(\.claim.rawValue)).sorted()
  }

  @Test(arguments: [
    ("This fund guarantees 12% returns.", "assured_return"),
    ("Guaranteed returns every year", "assured_return"),
    ("We promise 15% returns.", "assured_return"), ("Sure-shot returns", "assured_return"),
    ("ASSURED INCOME", "assured_return"),
    ("G\u{200B}uaranteed growth", "assured_return"), ("ｇｕａｒａｎｔｅｅｄ", "assured_return"),
    ("g u a r a n t e e d", "assured_return"),
    ("Not only are returns guaranteed, they are high.", "assured_return"), ("गारंटीड रिटर्न", "assured_return"),
    ("निश्चित मुनाफा मिलेगा", "assured_return"), ("रिटर्न की गारंटी है", "assured_return"),
    ("Fixed returns of 12%", "assured_return"),
    ("Don't worry, returns are guaranteed", "assured_return"),
    ("Why not take guaranteed returns?", "assured_return"),
    ("You will definitely reach your goal.", "certainty"), ("Your money will double in 5 years", "certainty"),
    ("You will reach your goal.", "certainty"), ("You'll surely reach it", "certainty"),
    ("This will certainly work", "certainty"),
    ("The plan is certain to reach ₹50 lakh", "certainty"), ("Your corpus will grow to a crore", "certainty"),
    ("It cannot fail", "certainty"), ("100% sure", "certainty"), ("आपका पैसा दोगुना हो जाएगा", "certainty"),
    ("आप लक्ष्य तक ज़रूर पहुँचेंगे", "certainty"), ("Rest assured, it works", "certainty"),
    ("You are bound to succeed", "certainty"),
    ("Your investment is going to double", "certainty"), ("Equity always beats inflation", "certainty"),
    ("The fund has given 15% and will continue to do so", "past_performance_promise"),
    ("This fund is the best", "superlative"),
    ("यह फंड सबसे अच्छा है", "superlative"), ("भविष्य में भी ऐसा ही रिटर्न मिलेगा", "past_performance_promise"),
    ("The market always goes up", "market_prediction"),
    ("Nifty is expected to touch 30,000", "market_prediction"),
    ("I recommend buying Infosys", "stock_tip"), ("SIP never loses money", "no_risk"),
    ("100 percent safe", "no_risk"),
    ("Sell all your holdings immediately", "urgency"), ("The highest rated fund", "superlative"),
    ("Sure-shot way", "assured_return"), ("Double your money in 5 years", "certainty"),
    ("Your goal will be achieved", "certainty"), ("You must invest today", "urgency"),
    ("Only 2 days left", "urgency"),
    ("Risk-free growth for your child", "no_risk"), ("No risk at all", "no_risk"), ("zero risk", "no_risk"),
    ("100% safe", "no_risk"),
    ("You can't lose", "no_risk"), ("You can’t lose", "no_risk"), ("You will never lose money", "no_risk"),
    ("without any risk", "no_risk"), ("Your money is safe", "no_risk"), ("completely safe", "no_risk"),
    ("जोखिम मुक्त", "no_risk"),
    ("कोई जोखिम नहीं", "no_risk"), ("बिना किसी जोखिम के", "no_risk"), ("riskless", "no_risk"),
    ("There is no downside", "no_risk"),
    ("Best fund in India for 2026", "superlative"), ("India's No. 1 fund", "superlative"),
    ("the top mutual fund", "superlative"),
    ("top-performing scheme", "superlative"), ("highest returns", "superlative"), ("#1 fund", "superlative"),
    ("सबसे अच्छा फंड", "superlative"), ("unbeatable performance", "superlative"), ("a 5-star fund", "superlative"),
    ("Buy HDFC Bank stock now", "stock_tip"), ("Sell Reliance shares", "stock_tip"),
    ("Buy Infosys.", "stock_tip"),
    ("the next multibagger", "stock_tip"), ("Invest in Axis Small Cap Fund", "stock_tip"),
    ("शेयर खरीदें", "stock_tip"),
    ("Switch to HDFC Flexi Cap Fund", "stock_tip"), ("a hot tip", "stock_tip"),
    ("Buy shares of Reliance", "stock_tip"),
    ("Past returns will continue.", "past_performance_promise"),
    ("The fund will repeat its past performance", "past_performance_promise"),
    ("History will repeat itself", "past_performance_promise"),
    ("पिछले रिटर्न जारी रहेंगे", "past_performance_promise"),
    ("Historical returns of 15% will persist", "past_performance_promise"),
    ("Switch everything into small caps today before it is too late", "urgency"), ("Act now", "urgency"),
    ("Hurry!", "urgency"),
    ("Limited period offer", "urgency"), ("Last chance to invest", "urgency"), ("Don't miss this", "urgency"),
    ("जल्दी करें", "urgency"), ("आखिरी मौका", "urgency"), ("Do not wait", "urgency"),
    ("before it's too late", "urgency"),
    ("Invest immediately", "urgency"), ("once in a lifetime", "urgency"),
    ("Sensex will hit 1,00,000 by March", "market_prediction"),
    ("Nifty will cross 30,000", "market_prediction"),
    ("The market is going to crash", "market_prediction"),
    ("Markets will rise next year", "market_prediction"),
    ("Small caps will outperform", "market_prediction"), ("निफ्टी 30000 तक जाएगा", "market_prediction"),
    ("Gold will rise", "market_prediction"),
    ("बाज़ार बढ़ेगा", "market_prediction"), ("Nifty is set to double", "market_prediction"),
    ("A crash is coming", "market_prediction"),
  ])
  func finds(text: String, claim: String) { #expect(found(text) == [claim], "\(text)") }

  @Test(arguments: [
    "Returns are not guaranteed.", "Returns are not assured.", "There is no guarantee of returns.",
    "We cannot guarantee it.",
    "No fund can guarantee returns.", "Returns aren't guaranteed", "Returns aren’t guaranteed",
    "Nothing is guaranteed.",
    "This is neither assured nor guaranteed.", "without any guarantee", "Guaranteed returns do not exist.",
    "the sum assured",
    "Past performance may or may not be sustained in future.",
    "Past performance does not guarantee future returns.",
    "Past performance is not an indicator of future returns.", "रिटर्न की गारंटी नहीं है", "निश्चित रिटर्न नहीं मिलता",
    "Mutual Fund investments are subject to market risks, read all scheme related documents carefully.",
    "Educational information, not investment advice.", "Actual returns can be lower.",
    "No investment is risk-free.",
    "Equity is not without risk.", "not 100% safe", "There is no risk-free return.",
    "the risk-free rate of 7%",
    "No risk profile is on record.", "This carries risk.", "You may lose money.",
    "You could lose part of it.", "जोखिम मुक्त नहीं है",
    "You may reach your goal earlier.", "Your goal may be reached.", "You might double it.",
    "It would reach ₹50 lakh.",
    "Your SIP will be debited on the 5th.", "You will need a larger SIP.", "Returns will vary.",
    "Costs will grow.",
    "It will not double.", "Nobody can say you will reach it.", "There is no best fund.",
    "It is not the best fund for all.",
    "Top up your SIP.", "A top-up of the SIP fund", "the best time to start", "at best",
    "in the best interest of investors",
    "Consider consulting a SEBI-registered investment adviser.", "Redirect new SIPs to a debt fund.",
    "Move to a Liquid Fund.",
    "Do not buy shares on a tip.", "Buy a term insurance first.", "Markets can fall.", "The market may rise.",
    "Markets fluctuate.",
    "Nobody knows whether Nifty will rise.", "Markets will rise and fall.", "There is no hurry.",
    "No need to rush into it.",
    "It is never too late to start.", "Start today if you can.",
    "A SIP of ₹24,000 a month [f5] would close it.",
    "At an assumed 11.00% [f1] a year the plan reaches ₹21.98 L [f2] by 1 June 2031 [f3].",
    "That leaves a shortfall of ₹20.98 L [f4].",
    "Raising the monthly SIP of ₹10,000 [f5] by 9.00% [f6] every year would close the gap on paper.",
    "The SIP can stay as it is.",
    "A later date, or a smaller target, is the lever that is left.", "Steady instalments did this.",
    "Small, regular changes add up.",
    "A look at it every year is enough.", "Prices are assumed to rise 6.00% [f7] a year.",
    "Your goal is on track under these assumptions.",
    "Your emergency fund is nearly there", "Beat the noise.", "This fund is not the best.",
    "There is no assurance of returns.", "If past returns continue, the plan reaches it.",
    "It always carries risk.", "guaranteed nahi hai", "म्यूचुअल फंड बाज़ार जोखिम के अधीन हैं", "Your SIP will continue.",
    "This is not a recommendation to buy or sell any fund.", "It takes 9 years to double your money at 8%.",
    "You could double your money.", "Your goal may be achieved.", "The fund holds 60% in equity.",
    "What is set aside today is worth ₹5 L.",
  ])
  func spares(text: String) { #expect(found(text).isEmpty, "\(text): \(found(text))") }

  @Test func severalFamiliesInOneText() {
    #expect(found("assured returns with zero loss") == ["assured_return", "no_risk"])
    #expect(found("Hurry! The best fund guarantees 20%.") == ["assured_return", "superlative", "urgency"])
    #expect(found("निश्चित रिटर्न, कोई जोखिम नहीं, जल्दी करें") == ["assured_return", "no_risk", "urgency"])
  }

  @Test func denialsReachOnlyTheirClause() {
    #expect(found("It is not easy, but returns are guaranteed.") == ["assured_return"])
    #expect(found("Returns are not guaranteed. Profits are guaranteed.") == ["assured_return"])
  }

  @Test func spansAreScalarsOfTheOriginal() throws {
    let text = "ज़ e\u{301}: Returns are ｇｕａｒａｎｔｅｅｄ!"
    let match = try #require(Self.detector.matches(in: text).first)
    let scalars = Array(text.unicodeScalars)[match.start..<match.end]
    #expect(String(String.UnicodeScalarView(scalars)) == "ｇｕａｒａｎｔｅｅｄ")
    #expect(match.text == "ｇｕａｒａｎｔｅｅｄ")
  }
}
