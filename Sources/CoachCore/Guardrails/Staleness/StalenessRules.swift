/// The words that call a figure current, and those that call a price old.
enum StalenessRules {
  private enum Age: Hashable {
    /// Calls current what it stands beside.
    case current
    /// Calls prices current by itself.
    case currentPrices
    case old
  }

  /// The sentences that call current what a stale fact is cited for, or the prices behind the text.
  ///
  /// - Parameters:
  ///   - prose: all texts of the draft; a title has no marker and is judged as a whole.
  ///   - body: the one of them that carries the markers.
  ///   - staleMarkers: the markers of stale facts.
  static func calledCurrent(
    _ prose: [ProseText], _ body: ProseText, staleMarkers: Set<String>
  ) -> [GuardrailVerdict.Finding] {
    let sentences = SentencePlaces(body)
    func places(_ markers: [TextToken]) -> Set<Int> {
      Set(markers.map { sentences.sentence(at: $0.range.lowerBound) })
    }
    let markers = body.tokens.filter { $0.kind == .marker }
    let marked = places(markers)
    let stale = places(markers.filter { staleMarkers.contains($0.text) })
    let found = matcher.matches(in: body).map { match in
      (match: match, sentence: sentences.sentence(at: match.folded.lowerBound))
    }
    let current = found.filter { $0.match.kind == .current && stale.contains($0.sentence) }.map(\.match)
    // A sentence without a figure speaks of all the prices behind the text.
    let prices = found.filter { item in
      item.match.kind == .currentPrices && (stale.contains(item.sentence) || !marked.contains(item.sentence))
        && !current.contains { $0.folded.overlaps(item.match.folded) }
    }.map(\.match)
    return (current + prices).map { match in
      body.finding(
        "stale_as_current", at: match.folded,
        detail: "“\(body.folded.originalText(of: match.folded))” calls an old price current; leave it out")
    }
  }

  /// Whether a text says somewhere that a price is not recent.
  static func saysThatPricesAreOld(_ text: ProseText) -> Bool {
    matcher.matches(in: text).contains { $0.kind == .old }
  }

  private static let matcher = PhraseMatcher(english + hindi)

  private static let english: [PhraseRule<Age>] = [
    // “in today's money” tells what a rupee buys, not when a price was struck.
    PhraseRule(.current, "today|today's", then: "..1 money|rupees|prices|terms|value"),
    PhraseRule(.current, "now|currently", unless: ["from", "until", "by"]),
    PhraseRule(.current, "current value|price|prices|nav|worth|market|level|holding|holdings|amount"),
    PhraseRule(.current, "latest|newest|fresh|live|up-to-date"),
    PhraseRule(.current, "up to date"),
    PhraseRule(.current, "right now"),
    PhraseRule(.current, "at present"),
    PhraseRule(.current, "at this|the moment"),
    PhraseRule(.current, "present value|worth|price"),
    PhraseRule(.current, "as of today"),
    PhraseRule(.current, "this morning|evening|afternoon"),
    PhraseRule(.current, "recent price|prices|nav|value"),
    PhraseRule(
      .currentPrices,
      "today's|current|latest|newest|live|fresh|present|recent|up-to-date ..1 price|prices|nav|navs|quotes|valuations",
      unless: ["in"]),
    PhraseRule(
      .currentPrices,
      "price|prices|nav|navs|quotes|valuations ..3 current|latest|live|fresh|recent|up-to-date|today|today's",
      unless: ["look", "check", "again", "review"]),
    PhraseRule(.currentPrices, "price|prices|nav|navs|quotes|valuations ..3 up to date"),
    PhraseRule(
      .old, "old|older|stale|outdated|earlier|past|last|previous ..2 price|prices|nav|navs|value|values"),
    PhraseRule(.old, "price|prices|nav|navs|value|values ..4 old|older|stale|outdated"),
    PhraseRule(.old, "price|prices|nav|navs is|are|dates|date ..2 of|from|back"),
    PhraseRule(.old, "not ..3 recent|current|latest|today's", negatable: false),
    PhraseRule(.old, "out of date"),
  ]

  private static let hindi: [PhraseRule<Age>] = [
    PhraseRule(.current, "आज", then: "..2 रुपये|रुपयों|दामों|कीमतों|मूल्यों|पैसों"),
    PhraseRule(.current, "अभी|फिलहाल|फ़िलहाल"),
    PhraseRule(.current, "अब", then: "..1 तक|से"),
    PhraseRule(.current, "वर्तमान|मौजूदा|ताजा|ताज़ा|नवीनतम|लेटेस्ट|हालिया"),
    PhraseRule(.current, "इस समय|वक्त"),
    PhraseRule(
      .currentPrices,
      "आज|अभी|मौजूदा|वर्तमान|ताजा|ताज़ा|नवीनतम|हालिया ..1 भाव|दाम|कीमत|कीमतें|मूल्य|एनएवी|nav"),
    PhraseRule(
      .currentPrices, "भाव|दाम|कीमत|कीमतें|मूल्य|एनएवी|nav ..2 आज|मौजूदा|वर्तमान|ताजा|ताज़ा|नवीनतम|हालिया"),
    PhraseRule(.old, "पुराना|पुराने|पुरानी ..2 दाम|कीमत|भाव|मूल्य|एनएवी|nav|एनएवी"),
    PhraseRule(.old, "दाम|कीमत|भाव|मूल्य|एनएवी|nav|कीमतें ..4 पुराना|पुराने|पुरानी"),
    PhraseRule(.old, "ताजा|ताज़ा|हालिया ..2 नहीं", negatable: false),
  ]
}
