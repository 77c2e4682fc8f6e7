/// The phrases that suggest what may not suit an investor.
enum SuitabilityRules {
  /// All of them, English before Hindi.
  static let matcher = PhraseMatcher(equity + moving + money + sales + deductions + orders + hindi)

  typealias Rule = PhraseRule<SuitabilityConcern>

  private static let shares = "equity|equities|stocks|shares"
  private static let scheme = "fund|funds|scheme|schemes|etf"

  private static let equity: [Rule] = [
    Rule(
      .moreEquity,
      "increase|increasing|raise|raising|boost|boosting|lift|lifting|expand|add|adding ..4 \(shares)",
      unless: priceWords),
    Rule(
      .moreEquity,
      "send|sending|direct|directing|redirect|redirecting|route|routing|put|putting|move|moving|shift|shifting|switch"
        + "|switching|channel|invest|investing|divert|steer ..8 to|into|in|towards|toward \(shares)|smallcap|midcap",
      unless: ["plan", "plans"], then: "to|into debt|gold|cash"),
    Rule(
      .moreEquity, "more|extra|additional|greater \(shares)",
      unless: ["holds", "hold", "held", "has", "have", "is", "than"], then: "..3 than"),
    Rule(
      .moreEquity, "\(shares) ..4 can|could|should|may|might ..1 be? raised|increased|higher|rise|grow|larger"
    ),
    Rule(
      .moreEquity,
      "higher|larger|bigger|greater equity share|allocation|exposure|weight|part ..3 would|could|can|may|suits|helps"
    ),
    Rule(.moreEquity, "tilt|tilting|lean|leaning ..3 to|towards|toward \(shares)"),
    Rule(.moreEquity, "more|increase|increased|raise|higher equity? exposure|allocation to|in \(shares)"),
    Rule(.moreEquity, "overweight|aggressive ..2 \(shares)|mix|allocation|portfolio"),
    Rule(.moreEquity, "buy|buying|accumulate ..3 equity|equities"),
  ]

  private static let moving: [Rule] = [
    Rule(.rebalance, "rebalanc*|realign*|reallocat*", unless: ["whether"]),
    Rule(.rebalance, "re balanc*"),
    Rule(
      .rebalance,
      "switch|switching|move|moving|shift|shifting|transfer|transferring ..5 from|out ..6 to|into|towards",
      unless: instalments),
    Rule(
      .rebalance, "switch|switching ..4 to|into ..4 \(scheme)|debt|equity|gold|cash|plan", unless: instalments
    ),
  ]

  private static let money: [Rule] = [
    Rule(
      .newMoney,
      "invest|investing|add|adding|put|putting|start|starting|raise|raising|increase|increasing|continue|continuing"
        + "|buy|buying|send|sending|directing ..6 this|same|the|that \(scheme)|holding",
      unless: elsewhere),
    Rule(
      .newMoney,
      "fresh|new|more|additional|further|extra ..1 money|investment|investments|sip|sips|units|purchases|instalments"
        + "|amount ..4 this|same|the|that \(scheme)|holding", unless: elsewhere),
    Rule(.newMoney, "top|topping up ..4 \(scheme)|holding|it", unless: elsewhere),
    Rule(.newMoney, "lump sum ..4 this|the|same|that \(scheme)|holding", unless: elsewhere),
    Rule(.newMoney, "buy|buying|purchase more|new|additional|further units"),
  ]

  private static let sales: [Rule] = [
    Rule(.saleWithoutCost, "sell|redeem|liquidate|offload|encash", unless: conditions),
    Rule(
      .saleWithoutCost, "selling|redeeming|liquidating|offloading|redemption|encashing", unless: conditions,
      then: "..6 cost|costs|tax|taxed|taxable|load"),
    Rule(
      .saleWithoutCost, "sale ..3 would|could|can|may|should|brings|restores|helps|of", unless: conditions,
      then: "..6 cost|costs|tax|taxed|taxable|load"),
    Rule(
      .saleWithoutCost,
      "consider|suggest|suggested|through|by|via|after a|the|partial|small ..1 sale|redemption",
      unless: conditions),
    Rule(.saleWithoutCost, "switch|switching|move|moving|shift|shifting ..2 out", unless: instalments),
    Rule(
      .saleWithoutCost, "switch|switching|move|moving|shift|shifting|transfer ..5 from ..6 to|into",
      unless: instalments),
    Rule(
      .saleWithoutCost, "switch|switching ..4 to|into ..4 \(scheme)|debt|equity|gold|cash|plan",
      unless: instalments),
    Rule(
      .saleWithoutCost, "exit|exiting|leave|leaving|quit ..2 \(scheme)|holding|holdings|position|investment",
      unless: ["load", "loads"]),
    Rule(.saleWithoutCost, "book|booking profit|profits|gains|loss|losses"),
    Rule(.saleWithoutCost, "cash|cashing|pull|pulling|take|taking ..2 out"),
    Rule(.saleWithoutCost, "withdraw|withdrawing ..4 \(scheme)|money|units|amount|investment|it|from"),
    Rule(
      .saleWithoutCost,
      "trim|trimming|pare|paring|lighten|reduce|reducing|cut ..3 holding|holdings|units|position|stake"),
  ]

  private static let deductions: [Rule] = [
    Rule(.taxDeduction, "80 c|cc|ccc|ccd|d|ccg|tta|सी"),
    Rule(.taxDeduction, "section|sec|under ..1 80|123"),
    Rule(
      .taxDeduction,
      "tax saving|savings|saver|savers|deduction|deductions|break|breaks|rebate|benefit|benefits|free"),
    Rule(
      .taxDeduction, "\(lowering) ..2 income|your tax|taxes", unless: timesOfSale),
    Rule(.taxDeduction, "\(lowering) ..3 taxable income|salary|earnings"),
    Rule(.taxDeduction, "taxable income|salary ..3 lower|smaller|reduced|falls|shrinks|drops|down"),
    Rule(.taxDeduction, "\(lowering) ..3 tax bill|outgo|liability", unless: timesOfSale),
    Rule(
      .taxDeduction, "save|saves|saving ..1 tax|taxes", unless: timesOfSale),
    Rule(
      .taxDeduction, "deduct|deduction|deductions|deductible",
      unless: [
        "sip", "bank", "auto", "stamp", "duty", "instalment", "cost", "costs", "expense", "expenses",
        "whether",
      ]),
    Rule(.taxDeduction, "elss ..6 save|saves|tax|deduction|invest|benefit|benefits|start"),
    Rule(.taxDeduction, "invest|investing|add|start|put|use ..4 elss"),
    Rule(.taxDeduction, "tax regime", unless: ["depends", "depend", "whether"]),
  ]

  private static let orders: [Rule] = [
    Rule(
      .schemeOrder, "buy|buying|purchase|accumulate ..3 this|that|these|your|the|same \(scheme)|units"),
    Rule(
      .schemeOrder, "hold|keep|retain ..2 on? ..1 this|that|these|your|the \(scheme)|units",
      unless: ["both", "two", "they", "funds", "schemes", "which", "that"],
      then: "..3 review|watch|mind|eye|view|within|below|under"),
    Rule(.schemeOrder, "keep|continue holding|investing"),
    Rule(.schemeOrder, "hold|holding on to ..2 \(scheme)|units|it"),
    Rule(.schemeOrder, "stay|remain|staying|remaining invested|put in ..2 \(scheme)|it"),
  ]

  private static let lowering =
    "save|saves|saving|lower|lowers|lowering|reduce|reduces|reducing|cut|cuts|cutting|shrink|shrinks|shrinking"
    + "|trim|trims"
  private static let timesOfSale: Set<String> = ["sale", "wait", "waiting", "later", "sold"]
  private static let priceWords: Set<String> = ["price", "prices", "value"]
  private static let elsewhere: Set<String> = ["other", "another", "different", "elsewhere", "closed"]
  private static let instalments: Set<String> = [
    "sip", "sips", "instalment", "instalments", "new", "monthly", "future", "fresh",
  ]
  private static let conditions: Set<String> = [
    "before", "if", "whether", "when", "without", "than", "instead", "rather", "avoid", "avoids", "avoiding",
  ]
}
