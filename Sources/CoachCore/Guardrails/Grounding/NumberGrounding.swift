import Finance

/// Proves every number of a prose text against the fact its marker cites, or says why it cannot.
///
/// The rules (domain rules §4.4, R4):
/// - A marker covers every number since the previous one; markers side by side answer together.
/// - A number must equal a cited fact, rounded half up at the precision it is written with, in the same unit. A number
///   without a unit agrees with the plain value; months may be written as years, or as years and months.
/// - Signs follow ``SignWording``; a fact whose name is a shortfall or a loss is positive and may be called one.
/// - A date, or the year of one, that no marker covers may repeat a date the text cites elsewhere. So may one before a
///   marker of other facts, unless it stands right before that marker; a marker of dates covers its own dates only.
///
/// ```swift
/// let fact = GroundingFact(id: "goal.g2.projected", value: .number(JSONNumber(2_198_000)), unit: .inr)
/// let found = NumberGrounding().judge("The plan reaches ₹2.2 Cr [f1].", citations: ["[f1]": fact])
/// print(found.map(\.reason.rawValue))  // ["scale_error"]
/// ```
public struct NumberGrounding: Sendable {
  /// Makes a judge; it keeps no state.
  public init() {}

  /// The numbers no cited fact proves, in order of the text.
  ///
  /// - Parameters:
  ///   - text: prose with markers such as `[f1]`.
  ///   - citations: the fact of each marker; a marker that is missing stands for no fact.
  ///   - offered: further facts that could have been cited, to tell `wrong_fact` from `mismatch`.
  public func judge(
    _ text: String, citations: [String: GroundingFact], offered: [GroundingFact] = []
  ) -> [UngroundedNumber] {
    judge(ProseText(text), citations: citations, offered: offered)
  }

  /// - Parameter offered: asked for only when a number is none of the facts it cites.
  func judge(
    _ text: ProseText, citations: [String: GroundingFact],
    offered: @autoclosure @escaping () -> [GroundingFact] = []
  ) -> [UngroundedNumber] {
    Judgement(text: text, citations: citations, offered: offered).findings()
  }

  /// Every number and every marker of a text that must carry none, such as a title.
  public func numbers(in text: String) -> [UngroundedNumber] {
    judge(text, citations: [:])
  }
}

private struct Judgement {
  let text: NormalizedText
  let tokens: [TextToken]
  let numbers: [WrittenNumber]
  let coverage: MarkerCoverage
  let wording: SignWording
  let citations: [String: GroundingFact]
  let offered: () -> [GroundingFact]
  let citedDates: [CivilDate]

  init(
    text prose: ProseText, citations: [String: GroundingFact], offered: @escaping () -> [GroundingFact]
  ) {
    let tokens = prose.tokens
    let numbers = NumberScanner(text: prose.folded, tokens: tokens).scan()
    let coverage = MarkerCoverage(tokens: tokens, numbers: numbers)
    text = prose.folded
    self.tokens = tokens
    self.numbers = numbers
    self.coverage = coverage
    self.citations = citations
    wording = SignWording(tokens: tokens, numbers: numbers)
    self.offered = offered
    citedDates = coverage.groups.flatMap(\.markers).compactMap { citations[$0]?.date }
  }

  func findings() -> [UngroundedNumber] {
    var findings: [(position: Int, finding: UngroundedNumber)] = []
    for (index, number) in numbers.enumerated() {
      let group = coverage.groupOfNumber[index].map { coverage.groups[$0] }
      guard let (reason, detail) = objection(to: number, group) else { continue }
      findings.append((number.tokens.lowerBound, finding(reason, number.tokens, detail)))
    }
    for group in coverage.groups where group.numbers == 0 {
      guard let marker = group.markers.first(where: { citations[$0] == nil }) else { continue }
      let detail = "\(marker) stands for no fact; cite one of the facts offered or leave the marker out"
      findings.append((group.tokens.lowerBound, finding(.unknownFact, group.tokens, detail)))
    }
    return findings.sorted { $0.position < $1.position }.map(\.finding)
  }

  private func finding(_ reason: GroundingReason, _ tokens: Range<Int>, _ detail: String) -> UngroundedNumber
  {
    let folded =
      self.tokens[tokens.lowerBound].range.lowerBound..<self.tokens[tokens.upperBound - 1].range.upperBound
    let range = text.originalRange(of: folded)
    return UngroundedNumber(
      reason: reason, start: range.lowerBound, end: range.upperBound, text: text.originalText(of: folded),
      detail: detail)
  }

  // MARK: One number

  private func objection(
    to number: WrittenNumber, _ group: MarkerCoverage.Group?
  ) -> (GroundingReason, String)? {
    guard let group else {
      return repeatsCitedDate(number)
        ? nil : (.uncited, "no marker follows this number; cite its fact right behind it or leave it out")
    }
    let facts = group.markers.compactMap { citations[$0] }
    let agreeing = facts.filter { agrees(number.content, $0) }
    if agreeing.contains(where: { hasItsSign(number, $0) }) { return nil }
    if !claims(group, facts, number), repeatsCitedDate(number) { return nil }
    if let fact = agreeing.first {
      return (
        .signError, "the words or the sign put \(fact.reading) on the wrong side of zero; say it as it is"
      )
    }
    if let unknown = group.markers.first(where: { citations[$0] == nil }) {
      return (.unknownFact, "\(unknown) stands for no fact; cite the fact this number is")
    }
    return disagreement(number.content, with: facts, markers: group.markers)
  }

  private func disagreement(
    _ content: WrittenNumber.Content, with facts: [GroundingFact], markers: [String]
  ) -> (GroundingReason, String) {
    let cited = facts.map(\.reading).joined(separator: " or ")
    let marker = markers.joined()
    let others = citations.sorted { $0.key < $1.key }.map(\.value) + offered()
    if let owner = others.first(where: { agrees(content, $0) }) {
      return (
        .wrongFact, "this is \(owner.reading), but \(marker) cites \(cited); cite the fact the number is"
      )
    }
    if case .quantity(let quantity) = content, facts.contains(where: quantity.agreesButForScale(with:)) {
      return (.scaleError, "the digits are those of \(cited), their place is not; write it as the fact reads")
    }
    return (.mismatch, "\(marker) cites \(cited), which this number is not; write it as the fact reads")
  }

  private func agrees(_ content: WrittenNumber.Content, _ fact: GroundingFact) -> Bool {
    switch content {
    case .quantity(let quantity): quantity.agrees(with: fact)
    case .date(let date): fact.date.map(date.agrees(with:)) ?? false
    }
  }

  /// Whether a marker group is about the dates before it: it cites a date or no known fact, or stands right behind.
  private func claims(
    _ group: MarkerCoverage.Group, _ facts: [GroundingFact], _ number: WrittenNumber
  ) -> Bool {
    if facts.count < group.markers.count || facts.contains(where: { $0.date != nil }) { return true }
    return tokens[number.tokens.upperBound..<group.tokens.lowerBound].allSatisfy { $0.kind == .symbol }
  }

  private func repeatsCitedDate(_ number: WrittenNumber) -> Bool {
    switch number.content {
    case .date(let date): return citedDates.contains(where: date.agrees(with:))
    case .quantity(let quantity):
      // Four digits and nothing else: `2,031` counts something.
      guard let year = quantity.year, number.tokens.count == 1,
        tokens[number.tokens.lowerBound].text.utf8.count == 4
      else { return false }
      return citedDates.contains { $0.year == year }
    }
  }

  private func hasItsSign(_ number: WrittenNumber, _ fact: GroundingFact) -> Bool {
    // Neither a zero nor what is written as one has a side.
    guard case .quantity(let quantity) = number.content, quantity.amount.coefficient != 0,
      let value = fact.decimal,
      value.coefficient != 0
    else { return true }
    switch (quantity.sign, value.isNegative) {
    case (.minus, let isNegative): return isNegative
    case (.plus, let isNegative): return !isNegative
    case (.none, true):
      return wording.hasDeficitNearby(number.tokens) && !wording.isCalledSurplus(number.tokens)
    case (.none, false):
      return fact.polarity == .deficit
        ? !wording.isCalledSurplus(number.tokens) : !wording.isCalledDeficit(number.tokens)
    }
  }
}
