import Finance

extension FaultOperator {
  /// R4: the words around figures, and figures that cite nothing.
  static let wordings: [FaultOperator] = [
    draft(
      "sign_flipped", .numbers, places: { signs(in: $0).count },
      fault: { edit, site, place, _ in
        let signs = signs(in: site)
        guard signs.indices.contains(place) else { return false }
        edit.replace(signs[place].range, with: signs[place].opposite)
        return true
      },
      benign: { edit, site, place, _ in
        let signs = signs(in: site)
        guard signs.indices.contains(place) else { return false }
        edit.replace(signs[place].range, with: signs[place].synonym)
        return true
      }),
    draft(
      "marker_exchanged", .numbers, places: { exchangeable($0).count },
      fault: { edit, site, place, _ in
        let pairs = exchangeable(site)
        guard pairs.indices.contains(place) else { return false }
        exchangeMarkers(of: pairs[place], in: site, &edit)
        return true
      }, benign: { _, _, _, _ in true }),
    figure(
      "measure_renamed",
      wrong: { figure, site in renamed(figure, in: site, ["xirr": "CAGR", "absolute_return": "XIRR"]) },
      right: { figure, site in
        renamed(figure, in: site, ["xirr": "XIRR", "absolute_return": "absolute return"]).first
      }),
    draft(
      "number_in_title", .numbers,
      places: { $0.draft.title.unicodeScalars.count <= FaultSite.longestTitle - 20 ? 2 : 0 },
      fault: { edit, site, place, random in
        let number = 2 + random.below(28)
        let isHindi = site.language == "hi"
        edit.title += place == 0 ? (isHindi ? ", \(number) साल" : " in \(number) years") : " (\(number)%)"
        return true
      },
      benign: { edit, site, _, _ in
        edit.title += site.language == "hi" ? " फिलहाल" : " for now"
        return true
      }),
    sentence(
      "arithmetic_percent", .numbers,
      fault: .init(
        en: { site, random in percent(site, &random).map { "So that is \($0)% of the target." } },
        hi: [{ site, random in percent(site, &random).map { "यानी यह लक्ष्य का \($0)% है।" } }]),
      benign: .init(
        en: ["So that is a part of the target."], hi: ["यानी यह लक्ष्य का एक हिस्सा है।"])),
    sentence(
      "arithmetic_sum", .numbers,
      fault: .init(
        en: { site, _ in sum(site).map { "Together that makes \($0)." } },
        hi: [{ site, _ in sum(site).map { "कुल मिलाकर यह \($0) है।" } }]),
      benign: .init(en: ["Together they make the plan."], hi: ["मिलकर यही योजना है।"])),
    sentence(
      "uncited_number", .numbers,
      fault: .init(
        en: { site, random in percent(site, &random).map { "Fees take \($0)% a year." } },
        { site, random in amount(site, &random).map { "About ₹\($0) Cr would be needed in all." } },
        hi: [
          { site, random in percent(site, &random).map { "शुल्क साल में \($0)% है।" } },
          { site, random in amount(site, &random).map { "कुल लगभग ₹\($0) करोड़ चाहिए।" } },
        ]),
      benign: .init(en: ["Fees take a share each year."], hi: ["शुल्क का भी असर होता है।"])),
    sentence(
      "number_word", .numbers,
      fault: .init(
        en: money("That is seventeen crore rupees more.", 17e7), percent("It doubles the money.", 200),
        percent("Some eighty-seven percent is missing.", 87),
        hi: [
          money("यह सत्रह करोड़ रुपये ज़्यादा है।", 17e7), percent("यह रकम तिगुना हो सकती है।", 300),
          percent("करीब नब्बे प्रतिशत बाकी है।", 90),
        ]),
      benign: .init(en: ["It is one step of several."], hi: ["यह कई कदमों में से एक है।"])),
  ]

  // MARK: Signs

  private struct Sign {
    let range: Range<String.Index>
    let opposite: String
    let synonym: String
  }

  /// The words that call a figure missing or left over, in front of it in its sentence.
  private static func signs(in site: FaultSite) -> [Sign] {
    let body = site.draft.bodyMarkdown
    return site.figures.compactMap { figure -> Sign? in
      guard ["shortfall", "surplus"].contains(figure.fact.kind),
        let start = site.gaps.last(where: { $0 <= figure.range.lowerBound })
      else { return nil }
      let before = body[start..<figure.range.lowerBound]
      let found = signWords.compactMap { word in
        before.ranges(of: word.text).last.map { (range: $0, word: word) }
      }
      guard let last = found.max(by: { $0.range.lowerBound < $1.range.lowerBound }) else { return nil }
      return Sign(range: last.range, opposite: last.word.opposite, synonym: last.word.synonym)
    }
  }

  private static let signWords: [(text: String, opposite: String, synonym: String)] = [
    ("shortfall", "surplus", "gap"), ("Shortfall", "Surplus", "Gap"),
    ("surplus", "shortfall", "cushion"), ("Surplus", "Shortfall", "Cushion"),
    ("कमी", "बचत", "कमी"), ("घाटा", "लाभ", "घाटा"), ("अधिशेष", "कमी", "अधिशेष"), ("बचत", "कमी", "बचत"),
    ("अतिरिक्त", "कम", "अतिरिक्त"),
  ]

  // MARK: Markers

  /// Neighbouring figures whose markers can change places: of one unit and clearly different.
  private static func exchangeable(_ site: FaultSite) -> [(Figure, Figure)] {
    zip(site.figures, site.figures.dropFirst()).filter { first, second in
      guard first.fact.id != second.fact.id, let one = first.fact.figure, let other = second.fact.figure,
        one.isMoney == other.isMoney, one.isPercent == other.isPercent
      else { return false }
      return abs(one.value - other.value) > abs(one.value) / 20
    }
  }

  private static func exchangeMarkers(
    of pair: (Figure, Figure), in site: FaultSite, _ edit: inout DraftEdit
  ) {
    var body = site.draft.bodyMarkdown
    let (first, second) = (String(body[pair.0.marker]), String(body[pair.1.marker]))
    body.replaceSubrange(pair.1.marker, with: first)
    body.replaceSubrange(pair.0.marker, with: second)
    edit.setBody(body)
  }

  // MARK: Measures

  /// The figure with a name of a return measure in front of it.
  private static func renamed(
    _ figure: Figure, in site: FaultSite, _ names: [String: String]
  ) -> [String] {
    guard let name = names[String(figure.fact.kind)] else { return [] }
    if site.language == "hi" {
      return ["\(name == "absolute return" ? "एब्सोल्यूट रिटर्न" : name) \(figure.fact.display)"]
    }
    return ["\(name == "CAGR" ? "a" : "an") \(name) of \(figure.fact.display)"]
  }

  // MARK: Figures of no fact

  /// A sentence that tells a percentage, where no offered fact is near it.
  private static func percent(_ sentence: String, _ value: Double) -> Sentences.Make {
    { site, _ in site.isFar(value) { $0.isPercent } ? sentence : nil }
  }

  /// A sentence that tells rupees, where no offered fact is near them.
  private static func money(_ sentence: String, _ value: Double) -> Sentences.Make {
    { site, _ in site.isFar(value) { $0.isMoney } ? sentence : nil }
  }

  /// A percentage no offered one is near.
  private static func percent(_ site: FaultSite, _ random: inout FaultRandom) -> String? {
    let free = (3...97).filter { number in site.isFar(Double(number) + 0.4) { $0.isPercent } }
    return random.pick(free).map { "\($0).4" }
  }

  /// Crores no offered amount is near.
  private static func amount(_ site: FaultSite, _ random: inout FaultRandom) -> String? {
    let free = (2...40).filter { number in site.isFar((Double(number) + 0.35) * 1e7) { $0.isMoney } }
    return random.pick(free).map { "\($0).35" }
  }

  /// What the two largest amounts of the body add up to.
  private static func sum(_ site: FaultSite) -> String? {
    let amounts = site.figures.compactMap { $0.fact.figure }.filter(\.isMoney).map(\.value)
    let largest = Array(Set(amounts)).sorted(by: >).prefix(2)
    let total = largest.reduce(0, +)
    guard largest.count == 2, total < 1e13, site.isFar(total, where: { $0.isMoney }),
      let money = try? Money.rounded(rupees: total)
    else { return nil }
    return FactDisplay.money(money).text(in: site.language)
  }
}
