/// The patterns of the banned claims.
enum ClaimRules {
  /// All of them, English before Hindi.
  static let all: [PhraseRule<BannedClaim>] =
    assured + certain + riskless + superlatives + tips + past + hurry + markets + hindi

  private static let indices =
    "nifty|sensex|market|markets|index|equities|smallcaps|midcaps|largecaps|gold|silver"
  private static let outcomes =
    "double|triple|quadruple|multiply|grow|reach|achieve|attain|earn|gain|beat|outperform|outpace|deliver|succeed|profit"
    + "|yield|generate|hit|meet|exceed|surpass|cross"

  private static let assured: [PhraseRule<BannedClaim>] = [
    PhraseRule(.assuredReturn, "guarantee*"),
    PhraseRule(.assuredReturn, "assured|assures|assure|assuring", unless: ["sum", "life", "rest", "be"]),
    PhraseRule(.assuredReturn, "sure shot|fire"),
    PhraseRule(.assuredReturn, "assurance of ..2 return*|profit*|income|gain*"),
    PhraseRule(.assuredReturn, "sureshot|surefire"),
    PhraseRule(.assuredReturn, "foolproof ..2 return*|profit*|gain*|income|growth"),
    PhraseRule(.assuredReturn, "promise|promises|promised|promising ..4 return*|profit*|income|gain*|%"),
    PhraseRule(.assuredReturn, "fixed|confirmed|definite|pakka return|returns|profit|profits"),
  ]

  private static let certain: [PhraseRule<BannedClaim>] = [
    PhraseRule(
      .certainty, "will|shall ..2 definitely|certainly|surely|undoubtedly|inevitably", unless: marketNames),
    PhraseRule(
      .certainty,
      "definitely|certainly|surely|undoubtedly|inevitably ..3 will|\(outcomes)|make|give|get|rise",
      unless: marketNames),
    PhraseRule(
      .certainty, "will|shall always|easily|soon|then|also|comfortably|only?|just? \(outcomes)",
      unless: marketNames.union(notOutcomes)),
    PhraseRule(.certainty, "will|shall \(outcomes)", unless: marketNames.union(notOutcomes)),
    PhraseRule(.certainty, "going to \(outcomes)", unless: marketNames.union(notOutcomes)),
    PhraseRule(
      .certainty, "will|shall make|give|get|fetch|earn ..3 rich|crore*|money|profit*|return*|%|wealth*",
      unless: marketNames),
    PhraseRule(.certainty, "will|shall be|become ..2 rich|crorepati|millionaire|wealthy"),
    PhraseRule(
      .certainty, "certain|sure|bound|destined to \(outcomes)|rise", unless: marketNames.union(["make"])),
    PhraseRule(
      .certainty, "will|shall be achieved|reached|met|doubled|tripled|fulfilled", unless: notOutcomes),
    PhraseRule(.certainty, "will|shall|can never fall|drop|decline|crash", negatable: false),
    PhraseRule(
      .certainty, "double|triple|multiply your money|investment|wealth|corpus|savings", unless: possibly),
    PhraseRule(.certainty, "100 % sure|certain|confirmed"),
    PhraseRule(.certainty, "for sure|certain"),
    PhraseRule(.certainty, "always beats|outperforms|gives|delivers|grows|wins|makes", unless: marketNames),
    PhraseRule(.certainty, "without a|any? doubt", negatable: false),
    PhraseRule(.certainty, "no doubt", negatable: false),
    PhraseRule(.certainty, "rest assured", negatable: false),
    PhraseRule(.certainty, "cannot|can't|cant|won't|never fail|miss", negatable: false),
    PhraseRule(.certainty, "cannot|can't|cant go wrong", negatable: false),
    PhraseRule(.certainty, "can|will not fail", negatable: false),
    PhraseRule(.certainty, "paisa ..2 double"),
  ]

  private static let riskless: [PhraseRule<BannedClaim>] = [
    PhraseRule(.noRisk, "risk free", unless: ["rate", "rates", "benchmark", "asset", "assets"]),
    PhraseRule(.noRisk, "riskless|riskfree"),
    PhraseRule(.noRisk, "free of|from any|all? risk|risks"),
    PhraseRule(.noRisk, "no|zero|nil risk|risks", unless: notRisks),
    PhraseRule(.noRisk, "zero|no chance|possibility|risk of loss|losing"),
    PhraseRule(
      .noRisk, "zero|no loss|losses|downside", unless: ["carry", "carried", "harvest", "harvesting", "stop"]),
    PhraseRule(.noRisk, "without any|taking? risk|risks|loss", negatable: true),
    PhraseRule(
      .noRisk, "cannot|can't|cant|never|won't lose", negatable: false, unless: ["sight", "track", "hope"]),
    PhraseRule(
      .noRisk, "can|could|will|would ..1 not|never lose", negatable: false,
      unless: ["sight", "track", "hope"]),
    PhraseRule(.noRisk, "nothing to lose", negatable: false),
    PhraseRule(.noRisk, "never loses", negatable: false),
    PhraseRule(
      .noRisk, "completely|totally|absolutely|perfectly|fully|entirely|always safe|secure|protected|riskless"),
    PhraseRule(.noRisk, "100 % safe|secure|protected|risk"),
    PhraseRule(.noRisk, "100|hundred percent|per cent? safe|secure"),
    PhraseRule(.noRisk, "risk|loss proof"),
    PhraseRule(.noRisk, "safe bet"),
    PhraseRule(.noRisk, "capital|principal|money is|stays|remains|are ..1 safe|secure|protected"),
    PhraseRule(.noRisk, "koi|bina|zero risk nahi*?"),
  ]

  private static let superlatives: [PhraseRule<BannedClaim>] = [
    PhraseRule(
      .superlative, "best|finest|greatest|safest ..3 \(ranked)", unless: notBest),
    PhraseRule(.superlative, "top|leading ..2 \(ranked)", unless: ["up", "ups", "holding", "holdings"]),
    PhraseRule(.superlative, "top|highest performing|rated|ranked|performer*"),
    PhraseRule(.superlative, "fund|funds|scheme|schemes is|are the best|safest|finest"),
    PhraseRule(.superlative, "best performing|rated|ranked|performer*"),
    PhraseRule(.superlative, "no|number|# 1|1st ..2 \(ranked)|choice|performer", negatable: false),
    PhraseRule(.superlative, "number one ..2 \(ranked)|choice|performer"),
    PhraseRule(.superlative, "highest|maximum|superior possible? return*|profit*|growth|gains|performance"),
    PhraseRule(.superlative, "unbeatable|unmatched|unparalleled|unrivalled|unrivaled|matchless"),
    PhraseRule(.superlative, "tops|leads|heads ..2 category|peers|list|table|chart|ranking|rankings"),
    PhraseRule(.superlative, "ranks|ranked|rank first|number|no|#|top|highest|ahead"),
    PhraseRule(.superlative, "better than all|any|every"),
    PhraseRule(.superlative, "beats|outperforms|beating all|every|any"),
    PhraseRule(.superlative, "<n> star ..1 fund|funds|rated|scheme"),
  ]

  private static let tips: [PhraseRule<BannedClaim>] = [
    PhraseRule(.stockTip, "buy|sell|purchase|accumulate|exit ..4 stock|stocks|share|shares|scrip"),
    PhraseRule(
      .stockTip, "buying|selling|invest|investing ..4 stock|stocks|share|shares|scrip", nameWithin: 3),
    PhraseRule(
      .stockTip, "buy|sell|purchase|redeem|exit|accumulate|switch|invest|move|add ..7 fund|scheme|etf",
      nameWithin: 0),
    PhraseRule(.stockTip, "buy|sell|accumulate|buying|selling", nameWithin: 1),
    PhraseRule(.stockTip, "buy the|on? dip|dips"),
    PhraseRule(.stockTip, "target price"),
    PhraseRule(.stockTip, "multibagger*"),
    PhraseRule(.stockTip, "multi bagger*"),
    PhraseRule(.stockTip, "stock|hot|sure tip|tips|pick|picks"),
    PhraseRule(.stockTip, "strong|must buy"),
    PhraseRule(.stockTip, "hot stock|stocks"),
  ]

  private static let past: [PhraseRule<BannedClaim>] = [
    PhraseRule(
      .pastPerformancePromise,
      "past|historical|history|previous|earlier|previously|historically|always ..6 will|shall|guarantee*|ensure*|promise*"
        + "|means ..4 continue*|repeat*|persist*|sustain*|same|again|hold|deliver*|future|carry|recur*",
      unless: doubts),
    PhraseRule(
      .pastPerformancePromise,
      "last|past ..2 year|years|year's|decade ~8 will|shall ..3 continue|repeat|again|same|so|deliver|sustain",
      unless: doubts),
    PhraseRule(
      .pastPerformancePromise,
      "will|shall ..2 repeat|continue|sustain|replicate|match ..3 past|historical|previous|last|track",
      unless: doubts),
    PhraseRule(
      .pastPerformancePromise, "returns|performance|growth|record will|shall continue|repeat|persist|sustain",
      unless: doubts),
    PhraseRule(
      .pastPerformancePromise,
      "will|shall continue to ..1 deliver|give|grow|perform|outperform|return|do|earn|rise|beat",
      unless: doubts),
    PhraseRule(
      .pastPerformancePromise, "as it|they did|has|have ..4 past|before ~4 will|shall", unless: doubts),
    PhraseRule(
      .pastPerformancePromise, "will keep delivering|returning|growing|giving|outperforming", unless: doubts),
  ]

  private static let hurry: [PhraseRule<BannedClaim>] = [
    PhraseRule(.urgency, "before it is? too late", negatable: false),
    PhraseRule(.urgency, "before it's|its too late", negatable: false),
    PhraseRule(.urgency, "too late", unless: ["it's", "never", "not"]),
    PhraseRule(.urgency, "act now|today|fast|immediately|quickly|soon"),
    PhraseRule(.urgency, "hurry"),
    PhraseRule(.urgency, "last|final|only chance|opportunity"),
    PhraseRule(.urgency, "limited time|period|offer|slots|seats"),
    PhraseRule(.urgency, "don't|do|never not? miss", negatable: false, unless: notMisses),
    PhraseRule(.urgency, "miss out"),
    PhraseRule(.urgency, "today|now only", unless: ["as", "not"]),
    PhraseRule(.urgency, "only today", unless: ["from"]),
    PhraseRule(.urgency, "offer|window|nfo|chance ends|closes|expires|closing"),
    PhraseRule(.urgency, "invest|buy|switch|start|redeem immediately|instantly|urgently|asap"),
    PhraseRule(.urgency, "immediately invest|buy|switch|redeem"),
    PhraseRule(.urgency, "invest|buy|sell|switch|redeem|exit|move ..5 immediately|instantly|urgently|asap"),
    PhraseRule(.urgency, "must|should invest|buy|act now|today"),
    PhraseRule(.urgency, "only <n> day|days|hour|hours|slots|seats left|remaining|remain"),
    PhraseRule(.urgency, "once in a lifetime"),
    PhraseRule(.urgency, "urgent|urgently"),
    PhraseRule(.urgency, "now or never", negatable: false),
    PhraseRule(.urgency, "don't wait|delay", negatable: false),
    PhraseRule(.urgency, "do not wait|delay", negatable: false),
    PhraseRule(.urgency, "time is running out"),
    PhraseRule(.urgency, "running out of time"),
    PhraseRule(.urgency, "while it|stocks|stock lasts|last"),
    PhraseRule(.urgency, "rush to|into|in|now"),
    PhraseRule(.urgency, "grab|seize|lock now|this|the|your? ..2 opportunity|deal|offer|chance|now"),
    PhraseRule(.urgency, "jaldi karo|karein|kare"),
  ]

  private static let markets: [PhraseRule<BannedClaim>] = [
    PhraseRule(
      .marketPrediction, "\(indices) ..4 will|shall ..3 \(moves)", unless: marketDoubts, then: swings),
    PhraseRule(
      .marketPrediction,
      "caps|stocks|shares|rates|rupee|dollar|bitcoin|crypto ..1 will|shall ..2 \(directions)",
      unless: marketDoubts, then: swings),
    PhraseRule(
      .marketPrediction,
      "\(indices) ..3 is|are ..2 going|set|bound|sure|poised|about|certain|expected|likely|heading to ..2 \(moves)",
      unless: marketDoubts, then: swings),
    PhraseRule(
      .marketPrediction, "nav|navs ..3 will|shall ..2 \(directions)", unless: marketDoubts, then: swings),
    PhraseRule(.marketPrediction, "nifty|sensex ..2 target ..2 <n>"),
    PhraseRule(
      .marketPrediction, "\(indices) ..1 always ..1 go|goes|rise|rises|recover|recovers|return|returns"),
    PhraseRule(
      .marketPrediction,
      "predict|predicts|forecast|forecasts|expect|expects ..3 nifty|sensex|market|markets ..2 to ..1 \(moves)",
      unless: marketDoubts, then: swings),
    PhraseRule(
      .marketPrediction, "crash|rally|correction|boom is coming|imminent|near|certain|due",
      unless: marketDoubts, then: swings),
    PhraseRule(
      .marketPrediction, "crash|rally|correction|boom around the corner", unless: marketDoubts, then: swings),
  ]

  private static let directions =
    "rise|fall|crash|rally|soar|surge|jump|drop|double|triple|climb|recover|rebound|collapse|plunge|zoom|tank|appreciate"
    + "|depreciate|outperform|boom|increase"
  private static let moves =
    directions
    + "|hit|reach|cross|touch|correct|bounce|go|grow|peak|gain|decline|continue|scale|deliver|give|move|end"
  private static let ranked =
    "fund|funds|scheme|schemes|return|returns|investment|investments|stock|stocks|share|shares|amc|portfolio|etf|elss"
    + "|performance|sip|sips"

  private static let marketNames: Set<String> = [
    "nifty", "sensex", "market", "markets", "index", "nav", "caps", "stocks", "gold", "rupee", "equities",
  ]
  /// Subjects and words of doubt beside which “will grow” foretells no return.
  private static let notOutcomes: Set<String> = [
    "cost", "costs", "price", "prices", "inflation", "fee", "fees", "expense", "expenses", "tax", "taxes",
    "whether",
    "assume", "assumes", "assumed", "assuming", "illustration", "hypothetical", "projected", "estimated",
    "you're",
  ]
  private static let possibly: Set<String> = [
    "to", "can", "may", "might", "could", "would", "if", "takes", "whether", "will", "shall",
  ]
  private static let notRisks: Set<String> = [
    "free", "profile", "appetite", "tolerance", "rating", "information", "assessment", "capacity",
    "questionnaire",
    "score",
  ]
  private static let notBest: Set<String> = [
    "effort", "interest", "practice", "practices", "way", "ways", "time", "option", "options", "lever",
    "case", "year",
  ]
  private static let doubts: Set<String> = ["may", "might", "could", "whether", "not", "if"]
  private static let marketDoubts: Set<String> = ["whether", "if", "fluctuate", "may", "might", "could"]
  /// “will rise and fall” foretells nothing.
  private static let swings = "..1 and|or rise|fall|down|up|drop|falls|rises"
  private static let notMisses: Set<String> = ["instalment", "instalments", "installment", "payment", "sip"]
}
