extension FaultOperator {
  /// R7: old prices told as today's.
  static let staleness: [FaultOperator] = [
    figure(
      "stale_as_today", .staleness, isFault: { restsOnOldPrices($0.facts.facts.filter { isPriced($0.id) }) },
      wrong: { figure, site in
        guard isPriced(figure.fact.id) else { return [] }
        let words =
          site.language == "hi" ? ["अभी", "मौजूदा भाव पर"] : ["as of today", "right now", "at the latest prices"]
        return words.map { "\($0) \(figure.fact.display)" }
      },
      right: { figure, site in
        (site.language == "hi" ? "पुराने भाव पर " : "at the last known prices ") + figure.fact.display
      }),
    sentence(
      "prices_told_as_todays", .staleness,
      isFault: { brief in
        restsOnOldPrices(brief.mustCite.compactMap { brief.facts[$0] }.filter { isPriced($0.id) })
      },
      fault: .init(
        en: ["These are today's prices.", "All prices here are up to date.", "It uses the latest NAVs."],
        hi: ["ये आज के भाव हैं।", "सभी भाव ताज़ा हैं।", "यहां नवीनतम NAV लिया गया है।"]),
      benign: .init(
        en: ["These are not today's prices.", "Some of these prices are old."],
        hi: ["ये आज के भाव नहीं हैं।", "इनमें से कुछ भाव पुराने हैं।"])),
  ]

  /// Whether a fact is read off prices, by the last parts of its id.
  private static func isPriced(_ id: String) -> Bool {
    let parts = id.split(separator: ".")
    let names: Set<Substring> = [
      "current_value", "value", "nav", "unrealised", "absolute_return", "absolute_loss", "xirr",
      "yearly_loss",
      "equity_weight",
    ]
    return parts.last.map(names.contains) == true || parts.dropLast().last == "weight"
      || id.hasSuffix("drift.largest")
  }

  /// Whether all of some facts rest on old prices: then none may be told as today's.
  private static func restsOnOldPrices(_ facts: [Fact]) -> Bool {
    !facts.isEmpty && facts.allSatisfy { $0.quality == .stale }
  }

  /// R8: a sentence of the law in other words than its own.
  static let disclaimers: [FaultOperator] = [
    sentence(
      "altered_warning", .disclaimers,
      fault: .init(
        en: alteredWarnings, hi: alteredWarnings),
      benign: .init(
        en: ["The full warning stands below the text.", "Please read the warning below."],
        hi: ["पूरी चेतावनी नीचे लिखी है।"])),
    sentence(
      "altered_not_advice", .disclaimers,
      fault: .init(en: alteredNotices, hi: alteredNotices),
      benign: .init(
        en: ["What to do is for you to decide."], hi: ["क्या करना है, यह आपका फैसला है।"])),
  ]

  private static let alteredWarnings = [
    "Mutual fund investments are subject to market risk, read all scheme documents carefully.",
    "Mutual Fund investments are subject to market risks, please read all related documents.",
    "Mutual funds are subject to market risks; read the scheme related documents carefully.",
  ]
  private static let alteredNotices = [
    "Educational information and not any investment advice.", "This is educational information, not advice.",
  ]
}
