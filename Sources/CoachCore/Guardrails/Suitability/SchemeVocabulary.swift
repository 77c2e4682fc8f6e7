/// Words of scheme names that many schemes share, and words that are no name though they begin with a capital.
enum SchemeVocabulary {
  /// Words for a fund.
  static let funds: Set<String> = [
    "fund", "funds", "scheme", "schemes", "etf", "etfs", "fof", "fofs", "amc", "फंड", "फंड्स", "स्कीम", "योजना",
  ]

  /// Categories, plans, options and benchmarks: they tell no scheme apart.
  static let general: Set<String> = funds.union([
    "mutual", "debt", "equity", "liquid", "index", "small", "mid", "large", "micro", "cap", "caps", "midcap",
    "smallcap", "largecap", "flexi", "multi", "hybrid", "gold", "silver", "elss", "tax", "saver", "growth",
    "direct", "regular", "plan", "plans", "option", "idcw", "dividend", "payout", "reinvestment", "bonus",
    "daily", "weekly", "monthly", "quarterly", "annual", "balanced", "advantage", "overnight", "arbitrage",
    "term", "short", "long", "medium", "ultra", "low", "high", "duration", "money", "market", "markets",
    "corporate",
    "bond", "bonds", "banking", "psu", "gilt", "credit", "risk", "dynamic", "floating", "rate", "savings",
    "saving",
    "income", "conservative", "aggressive", "moderate", "retirement", "children", "children's", "education",
    "house",
    "car", "travel", "wedding", "emergency", "goal", "goals", "solution", "oriented", "thematic", "sectoral",
    "sector", "global", "international", "overseas", "asset", "allocation", "nifty", "sensex", "bse", "nse",
    "next", "tri", "total", "return", "returns", "value", "focused", "contra", "yield", "opportunities",
    "and",
    "of", "the", "&", "in", "to", "series", "fixed", "maturity", "interval", "target", "life", "cycle", "sip",
    "sips", "stp", "swp", "nav", "navs", "xirr", "cagr", "ter", "sebi", "amfi", "india", "indian", "kyc",
    "pan",
    "fd", "nps", "ppf", "epf", "government", "securities", "treasury", "state", "company", "limited", "ltd",
    "formerly",
    "known", "as", "erstwhile", "segregated", "portfolio", "unclaimed", "institutional", "retail", "fund's",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december", "stock", "stocks", "share", "shares",
    "pension", "insurance", "health", "trust", "reserve", "provident", "hedge", "charity", "contingency",
    "sinking",
  ])

  /// Words that begin a sentence or a title before `fund` and are no name.
  static let determiners: Set<String> = [
    "a", "an", "i", "this", "that", "these", "those", "each", "every", "any", "all", "some", "both", "no",
    "one",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "your", "their", "its", "our",
    "my",
    "his", "her", "other", "another", "such", "same", "which", "what", "most", "many", "few", "several",
    "more",
    "less", "closed", "open", "active", "passive", "new", "old", "only", "single", "different", "similar",
    "separate",
    "domestic", "foreign", "cheaper", "costlier", "expensive", "build", "building", "review", "start", "top",
    "leading", "main", "largest", "smallest", "overlapping", "underlying", "current", "present", "held",
    "merged",
    "keep", "spread", "spreading", "holding", "holdings", "when", "if", "for", "with", "between", "across",
    "as",
    "from", "into", "by", "on", "at", "or", "but", "so", "how", "why", "where", "while", "because", "since",
    "after",
    "before", "first", "second", "third", "last", "next", "best", "better", "good", "common", "shared",
    "two-fund",
    "wound", "up", "not", "also", "even", "just", "now", "here", "there", "it", "is", "are", "was", "were",
    "old-style", "low-cost", "high-cost",
  ]

  /// Words that begin the names of schemes and are common words as well: alone they name nothing.
  static let ordinary: Set<String> = [
    "union", "old", "bank", "white", "one", "navi", "choice", "angel", "helios", "quant", "bharat",
    "bluechip",
    "capital", "invest", "principal", "reliance", "essel", "alliance", "benchmark", "escorts", "taurus",
    "escort",
    "sundaram", "trust", "unifi", "wealth", "shriram", "bandhan", "franklin", "templeton", "standard",
    "morgan",
    "new", "premier", "prudential", "pioneer", "emerging", "consumption", "infrastructure", "technology",
    "pharma",
    "select", "super", "prime", "core", "classic", "strategic", "special", "smart", "digital", "business",
    "quality",
    "momentum", "alpha", "beta", "multi-asset", "us", "world", "asia", "china", "japan", "europe",
  ]
}
