/// The patterns of the banned claims.
enum ClaimRules {
  /// All of them, English before Hindi.
  static let all: [ClaimRule] =
    assured + certain + riskless + superlatives + tips + past + hurry + markets + hindi

  private static let indices =
    "nifty|sensex|market|markets|index|equities|smallcaps|midcaps|largecaps|gold|silver"
  private static let outcomes =
    "double|triple|quadruple|multiply|grow|reach|achieve|attain|earn|gain|beat|outperform|outpace|deliver|succeed|profit"
    + "|yield|generate|hit|meet|exceed|surpass|cross"

  private static let assured: [ClaimRule] = [
    ClaimRule(.assuredReturn, "guarantee*"),
    ClaimRule(.assuredReturn, "assured|assures|assure|assuring", unless: ["sum", "life", "rest", "be"]),
    ClaimRule(.assuredReturn, "sure shot|fire"),
    ClaimRule(.assuredReturn, "assurance of ..2 return*|profit*|income|gain*"),
    ClaimRule(.assuredReturn, "sureshot|surefire"),
    ClaimRule(.assuredReturn, "foolproof ..2 return*|profit*|gain*|income|growth"),
    ClaimRule(.assuredReturn, "promise|promises|promised|promising ..4 return*|profit*|income|gain*|%"),
    ClaimRule(.assuredReturn, "fixed|confirmed|definite|pakka return|returns|profit|profits"),
  ]

  private static let certain: [ClaimRule] = [
    ClaimRule(
      .certainty, "will|shall ..2 definitely|certainly|surely|undoubtedly|inevitably", unless: marketNames),
    ClaimRule(
      .certainty,
      "definitely|certainly|surely|undoubtedly|inevitably ..3 will|\(outcomes)|make|give|get|rise",
      unless: marketNames),
    ClaimRule(
      .certainty, "will|shall always|easily|soon|then|also|comfortably|only?|just? \(outcomes)",
      unless: marketNames.union(notOutcomes)),
    ClaimRule(.certainty, "will|shall \(outcomes)", unless: marketNames.union(notOutcomes)),
    ClaimRule(.certainty, "going to \(outcomes)", unless: marketNames.union(notOutcomes)),
    ClaimRule(
      .certainty, "will|shall make|give|get|fetch|earn ..3 rich|crore*|money|profit*|return*|%|wealth*",
      unless: marketNames),
    ClaimRule(.certainty, "will|shall be|become ..2 rich|crorepati|millionaire|wealthy"),
    ClaimRule(
      .certainty, "certain|sure|bound|destined to \(outcomes)|rise", unless: marketNames.union(["make"])),
    ClaimRule(
      .certainty, "will|shall be achieved|reached|met|doubled|tripled|fulfilled", unless: notOutcomes),
    ClaimRule(.certainty, "will|shall|can never fall|drop|decline|crash", negatable: false),
    ClaimRule(
      .certainty, "double|triple|multiply your money|investment|wealth|corpus|savings", unless: possibly),
    ClaimRule(.certainty, "100 % sure|certain|confirmed"),
    ClaimRule(.certainty, "for sure|certain"),
    ClaimRule(.certainty, "always beats|outperforms|gives|delivers|grows|wins|makes", unless: marketNames),
    ClaimRule(.certainty, "without a|any? doubt", negatable: false),
    ClaimRule(.certainty, "no doubt", negatable: false),
    ClaimRule(.certainty, "rest assured", negatable: false),
    ClaimRule(.certainty, "cannot|can't|cant|won't|never fail|miss", negatable: false),
    ClaimRule(.certainty, "cannot|can't|cant go wrong", negatable: false),
    ClaimRule(.certainty, "can|will not fail", negatable: false),
    ClaimRule(.certainty, "paisa ..2 double"),
  ]

  private static let riskless: [ClaimRule] = [
    ClaimRule(.noRisk, "risk free", unless: ["rate", "rates", "benchmark", "asset", "assets"]),
    ClaimRule(.noRisk, "riskless|riskfree"),
    ClaimRule(.noRisk, "free of|from any|all? risk|risks"),
    ClaimRule(.noRisk, "no|zero|nil risk|risks", unless: notRisks),
    ClaimRule(.noRisk, "zero|no chance|possibility|risk of loss|losing"),
    ClaimRule(
      .noRisk, "zero|no loss|losses|downside", unless: ["carry", "carried", "harvest", "harvesting", "stop"]),
    ClaimRule(.noRisk, "without any|taking? risk|risks|loss", negatable: true),
    ClaimRule(
      .noRisk, "cannot|can't|cant|never|won't lose", negatable: false, unless: ["sight", "track", "hope"]),
    ClaimRule(
      .noRisk, "can|could|will|would ..1 not|never lose", negatable: false,
      unless: ["sight", "track", "hope"]),
    ClaimRule(.noRisk, "nothing to lose", negatable: false),
    ClaimRule(.noRisk, "never loses", negatable: false),
    ClaimRule(
      .noRisk, "completely|totally|absolutely|perfectly|fully|entirely|always safe|secure|protected|riskless"),
    ClaimRule(.noRisk, "100 % safe|secure|protected|risk"),
    ClaimRule(.noRisk, "100|hundred percent|per cent? safe|secure"),
    ClaimRule(.noRisk, "risk|loss proof"),
    ClaimRule(.noRisk, "safe bet"),
    ClaimRule(.noRisk, "capital|principal|money is|stays|remains|are ..1 safe|secure|protected"),
    ClaimRule(.noRisk, "koi|bina|zero risk nahi*?"),
  ]

  private static let superlatives: [ClaimRule] = [
    ClaimRule(
      .superlative, "best|finest|greatest|safest ..3 \(ranked)", unless: notBest),
    ClaimRule(.superlative, "top|leading ..2 \(ranked)", unless: ["up", "ups", "holding", "holdings"]),
    ClaimRule(.superlative, "top|highest performing|rated|ranked|performer*"),
    ClaimRule(.superlative, "fund|funds|scheme|schemes is|are the best|safest|finest"),
    ClaimRule(.superlative, "best performing|rated|ranked|performer*"),
    ClaimRule(.superlative, "no|number|# 1|1st ..2 \(ranked)|choice|performer", negatable: false),
    ClaimRule(.superlative, "number one ..2 \(ranked)|choice|performer"),
    ClaimRule(.superlative, "highest|maximum|superior possible? return*|profit*|growth|gains|performance"),
    ClaimRule(.superlative, "unbeatable|unmatched|unparalleled|unrivalled|unrivaled|matchless"),
    ClaimRule(.superlative, "better than all|any|every"),
    ClaimRule(.superlative, "beats|outperforms|beating all|every|any"),
    ClaimRule(.superlative, "<n> star ..1 fund|funds|rated|scheme"),
  ]

  private static let tips: [ClaimRule] = [
    ClaimRule(.stockTip, "buy|sell|purchase|accumulate|exit ..4 stock|stocks|share|shares|scrip"),
    ClaimRule(
      .stockTip, "buying|selling|invest|investing ..4 stock|stocks|share|shares|scrip", nameWithin: 3),
    ClaimRule(
      .stockTip, "buy|sell|purchase|redeem|exit|accumulate|switch|invest|move|add ..7 fund|scheme|etf",
      nameWithin: 0),
    ClaimRule(.stockTip, "buy|sell|accumulate|buying|selling", nameWithin: 1),
    ClaimRule(.stockTip, "buy the|on? dip|dips"),
    ClaimRule(.stockTip, "target price"),
    ClaimRule(.stockTip, "multibagger*"),
    ClaimRule(.stockTip, "multi bagger*"),
    ClaimRule(.stockTip, "stock|hot|sure tip|tips|pick|picks"),
    ClaimRule(.stockTip, "strong|must buy"),
    ClaimRule(.stockTip, "hot stock|stocks"),
  ]

  private static let past: [ClaimRule] = [
    ClaimRule(
      .pastPerformancePromise,
      "past|historical|history|previous|earlier|previously|historically|always ..6 will|shall|guarantee*|ensure*|promise*"
        + "|means ..4 continue*|repeat*|persist*|sustain*|same|again|hold|deliver*|future|carry|recur*",
      unless: doubts),
    ClaimRule(
      .pastPerformancePromise,
      "last|past ..2 year|years|year's|decade ~8 will|shall ..3 continue|repeat|again|same|so|deliver|sustain",
      unless: doubts),
    ClaimRule(
      .pastPerformancePromise,
      "will|shall ..2 repeat|continue|sustain|replicate|match ..3 past|historical|previous|last|track",
      unless: doubts),
    ClaimRule(
      .pastPerformancePromise, "returns|performance|growth|record will|shall continue|repeat|persist|sustain",
      unless: doubts),
    ClaimRule(
      .pastPerformancePromise,
      "will|shall continue to ..1 deliver|give|grow|perform|outperform|return|do|earn|rise|beat",
      unless: doubts),
    ClaimRule(
      .pastPerformancePromise, "as it|they did|has|have ..4 past|before ~4 will|shall", unless: doubts),
    ClaimRule(
      .pastPerformancePromise, "will keep delivering|returning|growing|giving|outperforming", unless: doubts),
  ]

  private static let hurry: [ClaimRule] = [
    ClaimRule(.urgency, "before it is? too late", negatable: false),
    ClaimRule(.urgency, "before it's|its too late", negatable: false),
    ClaimRule(.urgency, "too late", unless: ["it's", "never", "not"]),
    ClaimRule(.urgency, "act now|today|fast|immediately|quickly|soon"),
    ClaimRule(.urgency, "hurry"),
    ClaimRule(.urgency, "last|final|only chance|opportunity"),
    ClaimRule(.urgency, "limited time|period|offer|slots|seats"),
    ClaimRule(.urgency, "don't|do|never not? miss", negatable: false, unless: notMisses),
    ClaimRule(.urgency, "miss out"),
    ClaimRule(.urgency, "today|now only", unless: ["as", "not"]),
    ClaimRule(.urgency, "only today", unless: ["from"]),
    ClaimRule(.urgency, "offer|window|nfo|chance ends|closes|expires|closing"),
    ClaimRule(.urgency, "invest|buy|switch|start|redeem immediately|instantly|urgently|asap"),
    ClaimRule(.urgency, "immediately invest|buy|switch|redeem"),
    ClaimRule(.urgency, "invest|buy|sell|switch|redeem|exit|move ..5 immediately|instantly|urgently|asap"),
    ClaimRule(.urgency, "must|should invest|buy|act now|today"),
    ClaimRule(.urgency, "only <n> day|days|hour|hours|slots|seats left|remaining|remain"),
    ClaimRule(.urgency, "once in a lifetime"),
    ClaimRule(.urgency, "urgent|urgently"),
    ClaimRule(.urgency, "now or never", negatable: false),
    ClaimRule(.urgency, "don't wait|delay", negatable: false),
    ClaimRule(.urgency, "do not wait|delay", negatable: false),
    ClaimRule(.urgency, "time is running out"),
    ClaimRule(.urgency, "running out of time"),
    ClaimRule(.urgency, "while it|stocks|stock lasts|last"),
    ClaimRule(.urgency, "rush to|into|in|now"),
    ClaimRule(.urgency, "grab|seize|lock now|this|the|your? ..2 opportunity|deal|offer|chance|now"),
    ClaimRule(.urgency, "jaldi karo|karein|kare"),
  ]

  private static let markets: [ClaimRule] = [
    ClaimRule(
      .marketPrediction, "\(indices) ..4 will|shall ..3 \(moves)", unless: marketDoubts, then: swings),
    ClaimRule(
      .marketPrediction,
      "caps|stocks|shares|rates|rupee|dollar|bitcoin|crypto ..1 will|shall ..2 \(directions)",
      unless: marketDoubts, then: swings),
    ClaimRule(
      .marketPrediction,
      "\(indices) ..3 is|are ..2 going|set|bound|sure|poised|about|certain|expected|likely|heading to ..2 \(moves)",
      unless: marketDoubts, then: swings),
    ClaimRule(
      .marketPrediction, "nav|navs ..3 will|shall ..2 \(directions)", unless: marketDoubts, then: swings),
    ClaimRule(.marketPrediction, "nifty|sensex ..2 target ..2 <n>"),
    ClaimRule(
      .marketPrediction, "\(indices) ..1 always ..1 go|goes|rise|rises|recover|recovers|return|returns"),
    ClaimRule(
      .marketPrediction,
      "predict|predicts|forecast|forecasts|expect|expects ..3 nifty|sensex|market|markets ..2 to ..1 \(moves)",
      unless: marketDoubts, then: swings),
    ClaimRule(
      .marketPrediction, "crash|rally|correction|boom is coming|imminent|near|certain|due",
      unless: marketDoubts, then: swings),
    ClaimRule(
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
